import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uiFolder } from '../uiFolder.ts';
import { type EmbedFiles, launchPageFiles } from './embedFiles.ts';
import { bootPlace } from './launchPage.ts';

/**
 * The embed's pages as they lie in this package. They are read at each launch, so that a fresh build shows without a
 * restart, and so that using only the management API needs no build at all.
 */
export const builtFiles: EmbedFiles = {
  async launchPage(kind) {
    const text = await readFile(join(uiFolder, launchPageFiles[kind]), 'utf8').catch(() => null);
    return text?.includes(bootPlace) ? text : null;
  },
  asset: (name) => readFile(join(uiFolder, 'assets', name)).catch(() => null),
};
