// `npm run breakages`: breaks each adapter in each way of packages/e2e/src/breakages.ts, plays some scenarios over its sample
// app in Chromium, and prints how many of them noticed. A breakage that none notices fails the command.
import { join } from 'node:path';
import { browserEnvironment } from './browsers.ts';
import { demoApps } from '@meshes-embed/app-demo/apps';
import { alignedTable } from './workspace/alignedTable.ts';
import { root } from './workspace/paths.ts';
import { runCommand } from './workspace/runCommand.ts';

/** The ones that look at what each breakage breaks; the others would notice as well. */
const scenarios = 'it is mounted and goes live|its token is refreshed in place|its page is changed by the links';
const breakages = ['dropped-callback', 'auth-twice', 'mint-twice'];

const environment = await browserEnvironment();
const rows: string[][] = [['adapter', ...breakages]];
let unnoticed = 0;
for (const { name: app } of demoApps()) {
  const cells: string[] = [];
  for (const breakage of breakages) {
    const { output } = await runCommand(
      'pnpm',
      ['run', 'test:browser', '--project', 'chromium', '-g', `(${scenarios}).* ${app}$`],
      {
        folder: join(root, 'packages', 'e2e'),
        environment: { ...environment, BROKEN_ADAPTER: `${app}:${breakage}` },
        quiet: true,
      },
    );
    const [, equal, played] = /: (\d+) of (\d+) plays equal/.exec(output) ?? [];
    if (equal === undefined || played === undefined)
      throw new Error(`The scenarios could not be played over ${app}:\n${output}`);
    const noticed = Number(played) - Number(equal);
    if (noticed === 0) unnoticed += 1;
    cells.push(noticed === 0 ? 'NOT NOTICED' : `noticed by ${noticed} of ${played}`);
    console.log(`${app} ${breakage}: ${cells.at(-1)}`);
  }
  rows.push([app, ...cells]);
}
console.log(`\n${alignedTable(rows)}`);
process.exitCode = unnoticed > 0 ? 1 : 0;
