import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignedTable } from '../../workspace/alignedTable.ts';
import { filesUnder } from '../../workspace/filesUnder.ts';
import { root } from '../../workspace/paths.ts';
import { withoutComments } from '../../workspace/withoutComments.ts';

/** The lines of code that the sources of an adapter may have. More of them means that something belongs into core. */
const budgets: { adapter: string; budget: number; reason: string }[] = [
  { adapter: 'react', budget: 120, reason: 'props in, view out, a div to mount' },
  { adapter: 'vue', budget: 120, reason: 'the same' },
  { adapter: 'svelte', budget: 120, reason: 'the same' },
  { adapter: 'element', budget: 200, reason: "the same, and a framework's part: displays, slots, attributes, properties, types of events and of JSX" },
];

/** The lines of a source that hold code: neither blank nor comment alone. */
export function codeLines(file: string, source: string): number {
  return withoutComments(file, source).split('\n').filter((line) => line.trim() !== '').length;
}

/** Every adapter stays within its budget of lines; prints them. */
export function lineFaults(): (string | null)[] {
  const counted = budgets.map((one) => ({
    ...one,
    lines: filesUnder(join(root, 'packages', one.adapter, 'src')).reduce((sum, file) => sum + codeLines(file, readFileSync(file, 'utf8')), 0),
  }));
  console.log(alignedTable([['adapter', 'lines of code', 'budget', 'for'], ...counted.map(({ adapter, lines, budget, reason }) => [adapter, String(lines), String(budget), reason])]));
  return counted.map(({ adapter, lines, budget }) =>
    lines <= budget ? null : `packages/${adapter}/src has ${lines} lines of code, and its budget is ${budget}: what every adapter needs belongs into core/adapter`,
  );
}
