import { useRef, useState } from 'preact/hooks';
import type { Mapping } from '../../wire.ts';
import { isSaved, mappingFaults, type MappingRow } from './mappingRows.ts';

/** A connection's mappings while they are edited. */
export interface EditedMappings {
  readonly rows: readonly MappingRow[];
  readonly faults: ReadonlyMap<number, string>;
  readonly dirty: boolean;
  add(): void;
  change(key: number, part: Partial<Mapping>): void;
  remove(key: number): void;
  /** Takes these as what is saved, and shows them. */
  reset(saved: readonly Mapping[]): void;
}

export function useMappingRows(initial: readonly Mapping[]): EditedMappings {
  const keys = useRef(0);
  const keyed = (mappings: readonly Mapping[]) =>
    mappings.map(({ source, target }) => ({ key: ++keys.current, source, target }));
  const [saved, setSaved] = useState(initial);
  const [rows, setRows] = useState<readonly MappingRow[]>(() => keyed(initial));
  return {
    rows,
    faults: mappingFaults(rows),
    dirty: !isSaved(rows, saved),
    add: () => setRows([...rows, ...keyed([{ source: '', target: '' }])]),
    change: (key, part) => setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row))),
    remove: (key) => setRows(rows.filter((row) => row.key !== key)),
    reset(mappings) {
      setSaved(mappings);
      setRows(keyed(mappings));
    },
  };
}
