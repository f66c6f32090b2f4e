// `npm run hosts`: mounts the session handler, as it would be published, in the servers that people have, and plays the
// same checks in each by plain HTTP. Of a run of all of them docs/hosts.md is written; `npm run hosts -- express koa`
// plays only those. `npm run hosts -- start` follows the start page from an empty folder, once for each backend; names of
// backends may follow.
import { hostsCommands, namesOf } from './hosts/commands.ts';
import { stopCommandsAtSignals } from './workspace/runCommand.ts';

const words = process.argv.slice(2);
const isStart = words[0] === 'start';
const command = isStart ? hostsCommands.start : hostsCommands.hosts;
const names = isStart ? words.slice(1) : words;
const unknown = names.filter((name) => !command.names.some(([known]) => known === name));
if (unknown.length > 0) {
  console.error(`Unknown host ${unknown.join(', ')}. Known:\n\n${namesOf(command)}`);
  process.exit(1);
}

stopCommandsAtSignals();
const { summary, faults } = await command.run(names);
if (faults.length > 0) console.log(`\n${faults.map((fault) => `✗ ${fault}`).join('\n')}`);
console.log(`\n${summary}, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
