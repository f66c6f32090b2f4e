import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uiFolder } from '../uiFolder.ts';
import type { Boot } from '../wire.ts';

/** Where the boot data go. */
const place = '<!--boot-->';

/**
 * The built page that every launch starts from, or null where it was not built. Read at each launch, so that a fresh
 * build shows without a restart, and so that using only the management API needs no build at all.
 */
export async function readLaunchPage(): Promise<string | null> {
  const text = await readFile(join(uiFolder, 'index.html'), 'utf8').catch(() => null);
  return text?.includes(place) ? text : null;
}

/** The page with the boot data in it. */
export function fillLaunchPage(page: string, boot: Boot): string {
  // An escaped "<" keeps the data from ending their element.
  const json = JSON.stringify(boot).replaceAll('<', '\\u003c');
  return page.replace(place, () => `<script id="boot" type="application/json">${json}</script>`);
}
