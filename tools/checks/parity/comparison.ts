/** Names that should be the same. */
export interface Comparison {
  /** Where the names were found, as it is to be told. */
  where: string;
  found: readonly string[];
  wanted: readonly string[];
}

/** What differs, each name that is missing or one too many in a message of its own; a null where none differs. */
export function differences({ where, found, wanted }: Comparison): (string | null)[] {
  const missing = wanted.filter((name) => !found.includes(name)).map((name) => `${where}: ${name} is missing`);
  const extra = found
    .filter((name) => !wanted.includes(name))
    .map((name) => `${where}: ${name} is one too many: core and the other adapters do not have it`);
  const twice = found
    .filter((name, index) => found.indexOf(name) !== index)
    .map((name) => `${where}: ${name} stands there twice`);
  const all = [...missing, ...extra, ...twice];
  return all.length === 0 ? [null] : all;
}
