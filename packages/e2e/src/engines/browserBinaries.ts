import { globSync } from 'node:fs';
import { findBrowser } from '@meshes-embed/conformance/browser';
import { webkit } from 'playwright';
import type { WebKitBinaries } from './webKitSession.ts';

/** Firefox: what `FIREFOX_PATH` names, or the machine's own; `undefined` for Playwright's copy. */
export const firefoxBinary = (): string | undefined => findBrowser('FIREFOX_PATH', '/usr/bin/firefox-esr');

/**
 * WebKitGTK: the driver that `WEBKIT_PATH` names, or the machine's own, and the newest MiniBrowser; `undefined` for
 * Playwright's copy of WebKit, which `WEBKIT_PATH` may name, too.
 */
export function webKitBinaries(): WebKitBinaries | undefined {
  const driver = findBrowser('WEBKIT_PATH', '/usr/bin/WebKitWebDriver');
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
