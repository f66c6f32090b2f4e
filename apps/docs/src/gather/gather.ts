import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { shownByChoice } from './choiceBlocks.ts';
import { errorPages } from './errorPages.ts';
import { fillCode } from './fillCode.ts';
import { plainMarkdown } from './plainMarkdown.ts';
import { contentFolder, repository } from './repository.ts';
import { rewriteLinks, type LinkTargets } from './rewriteLinks.ts';
import { siteBase } from '../siteBase.ts';
import { sources } from './sources.ts';

/** A page of the site, for readers of plain Markdown. */
export interface PlainPage {
  /** From the site's root, with `.md`. */
  readonly page: string;
  readonly text: string;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The charts of the machines lead to themselves in full size. Their Mermaid is for places that show only text. */
function largeCharts(text: string): string {
  return text
    .replaceAll(/^```mermaid\n[\s\S]*?^```$\n?/gm, '')
    .replaceAll(/^(!\[[^\]]*\]\((\/images\/[\w-]+\.svg)\))$/gm, `[$1](${siteBase.slice(0, -1)}$2){target="_self"}`);
}

/** Writes all pages to where VitePress reads them, but for the reference. @returns them as plain Markdown */
export function gather(): PlainPage[] {
  rmSync(contentFolder, { recursive: true, force: true });
  const all = sources();
  const pages = new Map(all.map(({ file, page }) => [file, page]));
  const targets: LinkTargets = {
    pageOf: (file) => pages.get(file),
    takeImage(file) {
      const address = `images/${file.split('/').at(-1)}`;
      mkdirSync(`${contentFolder}public/images`, { recursive: true });
      copyFileSync(`${repository}${file}`, `${contentFolder}public/${address}`);
      return `/${address}`;
    },
  };
  const written: PlainPage[] = [];
  const take = (page: string, text: string): void => {
    write(`${contentFolder}${page}`, shownByChoice(largeCharts(text), page));
    written.push({ page, text: plainMarkdown(text, page) });
  };
  for (const { file, page } of all)
    take(page, rewriteLinks(fillCode(readFileSync(`${repository}${file}`, 'utf8')), file, targets));
  for (const [page, text] of errorPages()) take(page, text);
  return written;
}
