// Runs the browser specs that belong to the folder it runs in, all of the named projects of the Playwright config: over a
// sample app or an example, only the specs of that one. Turbo runs it as `test:specs`, two at a time, so that a change of
// one adapter plays one app's specs again. The results are left in test-results/specs.json. Each part has the config's two workers:
// four browsers in all fill the time in which one waits, and the last part by itself still uses both cores.
import { join } from 'node:path';
import { demoApps, examples } from '../demo/apps.ts';
import { root } from '../workspace/paths.ts';
import { runCommand, stopCommandsAtSignals } from '../workspace/runCommand.ts';

stopCommandsAtSignals();
const app = [...demoApps(), ...examples].find(({ folder }) => folder === process.cwd());
const projects = process.argv.slice(2).flatMap((project) => ['--project', project]);
const ofTheApp = app === undefined ? [] : ['--grep', ` ${app.name}$`];
const { code } = await runCommand('pnpm', ['run', 'test:browser', ...projects, ...ofTheApp], {
  folder: join(root, 'packages', 'conformance'),
  environment: { SPECS_RESULTS: join(process.cwd(), 'test-results'), SPECS_BUILT: 'yes' },
});
process.exitCode = code;
