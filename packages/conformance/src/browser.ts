import { chromiumArguments } from './chromiumArguments.ts';
import { findBrowser } from './findBrowser.ts';

export { findBrowser };

/** What `CHROMIUM_PATH` names, or the machine's own, best without windows; `undefined` for Playwright's copy. */
const executablePath = findBrowser('CHROMIUM_PATH', '/usr/bin/chromium-headless-shell', '/usr/bin/chromium');

/** How to start Chromium: the one that `CHROMIUM_PATH` names, else the machine's own, else the one Playwright downloaded. */
export const chromiumLaunch: { readonly executablePath?: string; readonly args: string[] } = {
  ...(executablePath !== undefined && { executablePath }),
  args: chromiumArguments,
};
