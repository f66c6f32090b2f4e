import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PlainPage } from './gather/gather.ts';

/** The first heading of a page, without its marks. */
function titleOf({ text, page }: PlainPage): string {
  return (/^# (.*)$/m.exec(text)?.[1] ?? page).replaceAll('`', '');
}

/** The first paragraph of a page, in one line. */
function beginningOf({ text }: PlainPage): string {
  const paragraph = text.split('\n\n').find((part) => /^[A-Z`[]/.test(part)) ?? '';
  return paragraph
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .replace(/(?<=[.:]) .*/, '');
}

/** The parts of the list of pages, and the beginnings of the addresses in each. The first that suits counts. */
const parts: readonly (readonly [title: string, starts: string])[] = [
  ['Guides', 'guides/'],
  ['Before and after release', 'operate/'],
  ['How it works', 'understand/'],
  ['Packages', 'packages/'],
  ['Reference', 'reference/'],
  ['Errors', 'errors/'],
  ['Begin', ''],
];

/** The links from the site's root, as they are where the site lies. */
const withBase = (text: string, base: string): string => text.replaceAll('](/', `](${base}`);

/** Writes each page as Markdown beside its HTML, a list of all (`llms.txt`), and all of them in one file (`llms-full.txt`). */
export function writePlainPages(pages: readonly PlainPage[], folder: string, base: string): void {
  const shown = pages.filter(({ page }) => page !== 'index.md');
  for (const { page, text } of pages) {
    mkdirSync(dirname(`${folder}${page}`), { recursive: true });
    writeFileSync(`${folder}${page}`, withBase(text, base));
  }
  const partOf = (page: string): string => parts.find(([, starts]) => page.startsWith(starts))?.[0] ?? '';
  const list = [parts.at(-1), ...parts.slice(0, -1)].map(([title] = ['', '']) => {
    const items = shown
      .filter(({ page }) => partOf(page) === title)
      .map((one) => `- [${titleOf(one)}](${base}${one.page}): ${beginningOf(one)}`);
    return `## ${title}\n\n${items.join('\n')}`;
  });
  const introduction =
    '# Meshes Embed\n\n> Show a customer’s Meshes workspace inside your own app: components for React, Vue, Svelte and HTML, and a session route for your backend.';
  writeFileSync(`${folder}llms.txt`, `${introduction}\n\n${list.join('\n\n')}\n`);
  writeFileSync(
    `${folder}llms-full.txt`,
    `${introduction}\n\n${shown.map(({ page, text }) => `<!-- ${base}${page} -->\n\n${withBase(text, base).trim()}`).join('\n\n---\n\n')}\n`,
  );
}
