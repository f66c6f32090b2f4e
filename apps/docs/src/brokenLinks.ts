import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The addresses in a page's HTML that it links to or loads. */
const linksOf = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, link = '']) => link);

/** Every id in a page's HTML. */
const idsOf = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));

const plain = (text: string): string => decodeURIComponent(text.replaceAll('&amp;', '&'));

/**
 * The links of a built site that lead nowhere on it: to a file that is not there, or a place that a page does not have.
 *
 * @param base - where the site lies on its host
 * @returns a line for each
 */
export function brokenLinks(folder: string, base: string): string[] {
  const pages = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((page) => !page.startsWith('visualizer/') && !page.startsWith('in-page/'));
  const texts = new Map(pages.map((page) => [page, readFileSync(join(folder, page), 'utf8')]));
  const ids = new Map<string, ReadonlySet<string>>();
  const fileOf = (path: string): string | undefined =>
    [path, `${path}.html`, join(path, 'index.html')].find(
      (one) => one !== '' && existsSync(join(folder, one)) && !one.endsWith('/'),
    );

  return pages.flatMap((page) => {
    const html = texts.get(page) ?? '';
    return linksOf(html).flatMap((link) => {
      if (/^[a-z][a-z+.-]*:|^\/\//i.test(link)) return [];
      const [path = '', anchor = ''] = plain(link).split('#', 2);
      if (path !== '' && !path.startsWith(base)) return [`${page}: ${link} is outside of ${base}`];
      const target =
        path === '' ? page : fileOf(path.slice(base.length).replace(/\/$/, '').replace(/\?.*/, '') || 'index.html');
      if (target === undefined) return [`${page}: ${link} is not there`];
      const text = texts.get(target);
      if (anchor === '' || text === undefined) return [];
      const found = ids.get(target) ?? idsOf(text);
      ids.set(target, found);
      return found.has(anchor) ? [] : [`${page}: ${link} names a place that ${target} does not have`];
    });
  });
}
