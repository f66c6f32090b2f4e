import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { alignedTable } from '../workspace/alignedTable.ts';
import { root } from '../workspace/paths.ts';
import { type CheckResult, resultOf } from './check.ts';

/** What a browser may have to load to show a first page. Bytes, compressed with brotli */
const budget = 120_000;

/** The pages that people come to first. */
const pages = ['index.html', 'start.html'];

/** The files that a page loads at once: scripts, those that are preloaded, style sheets and images in its HTML. */
function filesOf(html: string): string[] {
  const tags = html.match(/<(?:script|link|img)\b[^>]*>/g) ?? [];
  const loaded = tags.filter((tag) => !/rel="(?:alternate|prefetch)"/.test(tag));
  return [...new Set(loaded.flatMap((tag) => /(?:src|href)="(\/[^"]+)"/.exec(tag)?.[1] ?? []))];
}

/** The first load of the site's first pages, without what only its search needs. The site has to be built. */
export async function checkSiteSize(): Promise<CheckResult> {
  const folder = join(root, 'apps', 'docs', 'dist', 'site');
  const compressed = (file: string): number => brotliCompressSync(readFileSync(join(folder, file))).length;
  const rows = [['page', 'files', 'bytes', 'budget']];
  const messages = pages.map((page) => {
    const files = filesOf(readFileSync(join(folder, page), 'utf8'));
    const bytes = [page, ...files].reduce((sum, file) => sum + compressed(file), 0);
    rows.push([page, String(files.length + 1), String(bytes), String(budget)]);
    return bytes <= budget
      ? null
      : `${page} of the site: its first load is ${bytes} bytes, and the budget is ${budget}`;
  });
  console.log(alignedTable(rows));
  return resultOf(messages);
}
