// `npm run docs`: writes again what the documents hold that is made of sources. Each is a file snapshot of a test, which
// fails in the layer `unit` while it is stale.
import { join } from 'node:path';
import { root } from './workspace/paths.ts';
import { buildFirst } from './workspace/buildFirst.ts';
import { runCommand } from './workspace/runCommand.ts';

/** The tests, by the folder of their package. */
const tests: Record<string, string[]> = {
  'packages/core': ['test/diagnostics/troubleshootingPage.test.ts'],
  'apps/visualizer': ['test/chartDocuments.test.ts'],
  tools: ['test/optionTables.test.ts', 'test/doctorDocument.test.ts', 'test/instantDocument.test.ts'],
};

await buildFirst();
for (const [folder, files] of Object.entries(tests)) {
  const { code } = await runCommand('pnpm', ['exec', 'vitest', 'run', ...files, '--update'], {
    folder: join(root, folder),
  });
  if (code !== 0) process.exitCode = 1;
}
