import type { Boot } from '../wire.ts';

/** Where the boot data go in a built page. */
export const bootPlace = '<!--boot-->';

/** The page with the boot data in it, and its files asked for below the embed's own address. */
export function fillLaunchPage(page: string, boot: Boot): string {
  // An escaped "<" keeps the data from ending their element.
  const json = JSON.stringify(boot).replaceAll('<', '\\u003c');
  return page
    .replaceAll('"/assets/', `"${boot.base}/assets/`)
    .replace(bootPlace, () => `<script id="boot" type="application/json">${json}</script>`);
}
