import { join } from 'node:path';
import { root } from '../../workspace/paths.ts';

/** Where the server-rendered apps' result is left, as a `CheckResult`. */
export const report = join(root, 'tools', 'test-results', 'server-rendering.json');
