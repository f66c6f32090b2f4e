import { existsSync, globSync } from 'node:fs';
import { webkit } from 'playwright';
import type { WebKitBinaries } from './webKitSession.ts';

/** What a variable names, else the machine's own at its usual places, best first, if it is there. */
function find(variable: string, ...usual: string[]): string | undefined {
  const named = process.env[variable];
  if (named === undefined || named === '') return usual.find((path) => existsSync(path));
  if (existsSync(named)) return named;
  throw new Error(`${variable} names ${named}, where there is nothing. Unset it, or set it to the browser's binary.`);
}

/** Chromium: what `CHROMIUM_PATH` names, or the machine's own, best without windows; `undefined` for Playwright's copy. */
export const chromiumBinary = (): string | undefined =>
  find('CHROMIUM_PATH', '/usr/bin/chromium-headless-shell', '/usr/bin/chromium');

/** Firefox: what `FIREFOX_PATH` names, or the machine's own; `undefined` for Playwright's copy. */
export const firefoxBinary = (): string | undefined => find('FIREFOX_PATH', '/usr/bin/firefox-esr');

/**
 * WebKitGTK: the driver that `WEBKIT_PATH` names, or the machine's own, and the newest MiniBrowser; `undefined` for
 * Playwright's copy of WebKit, which `WEBKIT_PATH` may name, too.
 */
export function webKitBinaries(): WebKitBinaries | undefined {
  const driver = find('WEBKIT_PATH', '/usr/bin/WebKitWebDriver');
  if (driver === undefined || driver === webkit.executablePath()) return undefined;
  const browser = globSync(['/usr/lib/*/webkit2gtk-4.*/MiniBrowser', '/usr/lib{,64,exec}/webkit2gtk-4.*/MiniBrowser'])
    .sort()
    .at(-1);
  if (browser === undefined)
    throw new Error(
      'WebKitWebDriver is here, and MiniBrowser, which it drives, is not. On Debian it comes with libwebkit2gtk-4.1-0.',
    );
  return { driver, browser };
}
