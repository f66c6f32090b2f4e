import { chromiumBinary } from './engines/browserBinaries.ts';

const executablePath = chromiumBinary();

/**
 * How to start Chromium: the one that `CHROMIUM_PATH` names, else the machine's own, else the one Playwright downloaded.
 * Most machines that run tests have no graphics card, and its emulation takes more time than drawing without one. Without
 * its windows, Chromium leaves the frame of another site in the page's process unless it is told.
 */
export const chromiumLaunch: { readonly executablePath?: string; readonly args: string[] } = {
  ...(executablePath !== undefined && { executablePath }),
  args: ['--disable-gpu', '--site-per-process'],
};
