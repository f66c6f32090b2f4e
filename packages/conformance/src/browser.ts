import { chromiumBinary } from './engines/browserBinaries.ts';

const executablePath = chromiumBinary();

/**
 * How to start Chromium: the one that `CHROMIUM_PATH` names, else the machine's own, else the one Playwright downloaded.
 * Most machines that run tests have no graphics card, and its emulation takes more time than drawing without one. A
 * process that is kept ready for the next page takes its time from the page that is tested.
 */
export const chromiumLaunch: { readonly executablePath?: string; readonly args: string[] } = {
  ...(executablePath !== undefined && { executablePath }),
  args: ['--disable-gpu', '--disable-features=SpareRendererForSitePerProcess'],
};
