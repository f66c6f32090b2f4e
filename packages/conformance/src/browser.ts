import { existsSync } from 'node:fs';

const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path));

/**
 * How to start Chromium: the one that `CHROMIUM_PATH` names, else the machine's own, else the one Playwright downloaded.
 * Most machines that run tests have no graphics card, and its emulation takes more time than drawing without one.
 */
export const chromiumLaunch: { readonly executablePath?: string; readonly args: string[] } = { ...(executablePath && { executablePath }), args: ['--disable-gpu'] };
