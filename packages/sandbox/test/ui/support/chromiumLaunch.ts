import { existsSync } from 'node:fs';

const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(
  (path) => path && existsSync(path),
);

/**
 * How to start Chromium: the one that `CHROMIUM_PATH` names, else the machine's own, else the one Playwright downloaded.
 * Without its windows, it leaves the frame of another site in the page's process unless it is told.
 */
export const chromiumLaunch: { readonly executablePath?: string; readonly args: string[] } = {
  ...(executablePath && { executablePath }),
  args: ['--site-per-process'],
};
