// `npm run demo`: the documents, the sandbox, the sample backend and the sample apps, until Ctrl-C or SIGTERM.
//   --json        one line of JSON in place of the table
//   --free-ports  any free ports in place of the usual ones
import { parseArgs } from 'node:util';
import { startDemo } from '@meshes-embed/app-demo';
import { alignedTable } from './workspace/alignedTable.ts';
import { buildFirst } from './workspace/buildFirst.ts';
import { stopCommands } from './workspace/runCommand.ts';

function readOptions(): { json: boolean; freePorts: boolean } {
  try {
    const { values } = parseArgs({
      options: { json: { type: 'boolean' }, 'free-ports': { type: 'boolean' } },
    });
    return { json: values.json ?? false, freePorts: values['free-ports'] ?? false };
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: npm run demo -- [--json] [--free-ports]`);
    process.exit(1);
  }
}

const { json, freePorts } = readOptions();

let stop = (): void => {
  stopCommands();
  process.exit(0);
};
// A terminal's Ctrl-C comes twice: from the terminal, and handed on by the process that started this one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop());

try {
  await buildFirst();
  const demo = await startDemo({ ports: freePorts ? 'free' : 'usual', buildSite: () => buildFirst('build:site') });
  stop = () => {
    stop = () => {};
    void demo.close().then(() => process.exit(0));
  };
  if (json) {
    console.log(JSON.stringify(demo.addresses));
  } else {
    for (const { title, usualPort, url } of demo.places) {
      const { port } = new URL(url);
      if (!freePorts && port !== String(usualPort))
        console.log(`Port ${usualPort} is taken; ${port} is used instead (${title}).`);
    }
    console.log(`\n${alignedTable(demo.places.map(({ title, url }) => [title, url]))}\n`);
    console.log('ready');
  }
} catch (error) {
  console.error(`The demo could not start: ${(error as Error).message}`);
  process.exit(1);
}
