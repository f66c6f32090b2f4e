// Only the sandbox, as `meshes-sandbox` starts it once installed; here its pages are built first.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { buildFirst } from './workspace/buildFirst.ts';
import { root } from './workspace/paths.ts';

await buildFirst();
await import(pathToFileURL(join(root, 'packages/sandbox/src/cli.ts')).href);
