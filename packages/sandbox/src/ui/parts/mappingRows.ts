import type { Mapping } from '../../wire.ts';

/** A mapping that is being edited; its key stays the same while its fields change. */
export interface MappingRow extends Mapping {
  readonly key: number;
}

/** What is wrong with edited rows, by the row's key; empty where they can be saved. */
export function mappingFaults(rows: readonly MappingRow[]): ReadonlyMap<number, string> {
  const faults = new Map<number, string>();
  const filled = new Set<string>();
  for (const { key, source, target } of rows) {
    if (source === '' || target === '') faults.set(key, 'Choose both fields.');
    else if (filled.has(target)) faults.set(key, `${target} is filled by a row above.`);
    filled.add(target);
  }
  return faults;
}

/** Whether the rows say the same as what is saved. */
export function isSaved(rows: readonly MappingRow[], saved: readonly Mapping[]): boolean {
  return (
    rows.length === saved.length &&
    rows.every((row, index) => row.source === saved[index]?.source && row.target === saved[index]?.target)
  );
}
