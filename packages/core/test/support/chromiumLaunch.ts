import { existsSync } from 'node:fs';

const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => path && existsSync(path));

/** How to start Chromium: the one that `CHROMIUM_PATH` names, else the machine's own, else the one Playwright downloaded. */
export const chromiumLaunch: { readonly executablePath?: string } = executablePath ? { executablePath } : {};
