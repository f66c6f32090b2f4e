import { chromiumArguments } from './chromiumArguments.ts';
import { chromiumBinary } from './engines/browserBinaries.ts';

const executablePath = chromiumBinary();

/** How to start Chromium: the one that `CHROMIUM_PATH` names, else the machine's own, else the one Playwright downloaded. */
export const chromiumLaunch: { readonly executablePath?: string; readonly args: string[] } = {
  ...(executablePath !== undefined && { executablePath }),
  args: chromiumArguments,
};
