import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../workspace/paths.ts';
import { pageChecks } from './checks.ts';
import type { PageResult } from './playPages.ts';

/** Where the table is. */
export const pagesDocument = join(root, 'docs', 'frameworks.md');

const begin = '<!-- rendered pages: by `npm run hosts -- pages` -->';
const end = '<!-- /rendered pages -->';

function rowOf({ page, version, build, played, fault }: PageResult, notes: string[]): string {
  const failed = played.filter((one) => one.fault !== null);
  const marks = failed.map(({ check, fault: why }) => {
    notes.push(`**${check}** in ${page.title}: ${page.reasons?.[check] ?? `fails: ${why?.split('\n', 1)[0]}`}`);
    return `${check} [${notes.length}]`;
  });
  const held = fault === null ? `${played.length - failed.length} of ${played.length}` : 'could not be run';
  return `| ${[page.title, version, build, held, marks.join(', ')].join(' | ')} |`;
}

/** The document's part, from a run of all frameworks. */
export function pagesTable(results: readonly PageResult[], when: Date): string {
  const notes: string[] = [];
  const rows = results.map((result) => rowOf(result, notes));
  const listed = pageChecks.map(({ name, holds }) => `| ${name} | ${holds} |`);
  const noted = notes.map((note, index) => `${index + 1}. ${note}`);
  return `${begin}

Run on ${when.toISOString().slice(0, 10)}, Node ${process.versions.node}, in Chromium.

| framework | version | build | checks that hold | those that do not |
|---|---|---|---|---|
${rows.join('\n')}
${noted.length > 0 ? `\n${noted.join('\n')}\n` : ''}
| check | what holds |
|---|---|
${listed.join('\n')}

${end}`;
}

/** Writes the part into the document. */
export function writePagesTable(results: readonly PageResult[], when: Date): void {
  const text = readFileSync(pagesDocument, 'utf8');
  const [before, rest = ''] = text.split(begin, 2);
  const [, after = ''] = rest.split(end, 2);
  writeFileSync(pagesDocument, `${before}${pagesTable(results, when)}${after}`);
}
