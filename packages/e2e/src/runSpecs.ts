// Runs the browser specs that belong to the folder it runs in, all of the named projects of the Playwright config: over a
// sample app or an example, only the specs of that one. Turbo runs it as `test:specs`, two at a time, so that a change of
// one adapter plays one app's specs again. The results are left in test-results/specs.json. Each part has the config's two workers:
// four browsers in all fill the time in which one waits, and the last part by itself still uses both cores.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoApps, examples } from '@meshes-embed/app-demo/apps';

const playwright = fileURLToPath(import.meta.resolve('@playwright/test/cli'));

const app = [...demoApps(), ...examples].find(({ folder }) => folder === process.cwd());
const projects = process.argv.slice(2).flatMap((project) => ['--project', project]);
const ofTheApp = app === undefined ? [] : ['--grep', ` ${app.name}$`];
const specs = spawn(process.execPath, [playwright, 'test', ...projects, ...ofTheApp], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, SPECS_RESULTS: join(process.cwd(), 'test-results'), SPECS_BUILT: 'yes' },
  stdio: ['ignore', 'inherit', 'inherit'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => specs.kill('SIGTERM'));
const [code] = (await once(specs, 'exit')) as [number | null];
process.exitCode = code ?? 1;
