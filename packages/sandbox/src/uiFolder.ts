import { fileURLToPath } from 'node:url';

/**
 * Where the embed's built pages lie: `dist/ui` of this package. This file stays at the top of `src`, and the build puts
 * it at the top of `dist`, so that the same relative address holds for both.
 */
export const uiFolder = fileURLToPath(new URL('../dist/ui/', import.meta.url));
