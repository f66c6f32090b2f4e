import { join } from 'node:path';
import { root } from '../../workspace/paths.ts';

/** Where the page of problems and remedies lies; problems link to its anchors. */
export const pagePath = join(root, 'docs', 'troubleshooting.md');
