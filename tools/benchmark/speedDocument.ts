import { join } from 'node:path';
import { root } from '../workspace/paths.ts';

/** One figure: a ratio, or a cost. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit?: string;
  /** It has to be no more than this. */
  readonly atMost: number;
}

/** Where the table is. */
export const speedDocument = join(root, 'docs', 'speed.md');

const isMet = ({ value, atMost }: Figure): boolean => value <= atMost;

const shown = (value: number, unit = ''): string =>
  `${value < 1 ? value.toFixed(3) : value.toFixed(2)}${unit && ` ${unit}`}`;

/** The cells of a figure: what, value, target, and whether it is missed. */
export function cellsOf(figure: Figure): string[] {
  const { what, value, unit, atMost } = figure;
  return [what, shown(value, unit), `≤ ${atMost}${unit ? ` ${unit}` : ''}`, isMet(figure) ? '' : 'missed'];
}

/** The whole document, from one run. */
export function writeSpeedDocument(figures: readonly Figure[], browsers: string, when: Date): string {
  const rows = figures.map((figure) => `| ${cellsOf(figure).join(' | ')} |`);
  return `# Speed

Each ratio compares two ways of the same thing in one run, since machines differ more than ratios do. A figure that misses its target is
shown as missed. The table is written by

\`\`\`sh
npm run benchmark
\`\`\`

${when.toISOString().slice(0, 10)}, ${browsers}, Node ${process.versions.node}.

| figure | value | target | |
| --- | --- | --- | --- |
${rows.join('\n')}

- **Of a fresh launch** says how long the user waits, from the click to the frame that shows the embed, compared with a launch in the
  same page. The launches are of the sandbox on the same machine: in the field they take longer, and these ways do not.
- **150 ms** is what the page's backend takes to answer.
- The **quickstart page** is what a developer writes by hand from the contract.
`;
}
