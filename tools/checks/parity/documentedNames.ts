/**
 * The names in the first column of a document's tables, by what the column's head calls them. A cell may have several,
 * each in backticks; Vue's people write an event with an @.
 */
export function documentedNames(markdown: string, heads: readonly string[]): Set<string> {
  const names = new Set<string>();
  let wanted = false;
  let inTable = false;
  for (const line of markdown.split('\n')) {
    const [, first] = /^\|([^|]*)\|/.exec(line) ?? [];
    if (first === undefined) {
      inTable = false;
    } else if (!inTable) {
      inTable = true;
      wanted = heads.includes(first.trim());
    } else if (wanted) {
      for (const [, name = ''] of first.matchAll(/`([^`]+)`/g)) names.add(name.replace(/^@/, ''));
    }
  }
  return names;
}
