// `npm run hosts`: mounts the session handler, as it would be published, in the servers that people have, and plays the
// same checks in each by plain HTTP. Of a run of all of them docs/hosts.md is written; `npm run hosts -- express koa`
// plays only those.
import { writeFileSync } from 'node:fs';
import { hostsDocument, writeDocument } from './hosts/document.ts';
import { hosts } from './hosts/hosts.ts';
import { faultsOf, playHosts } from './hosts/playHosts.ts';
import { alignedTable } from './workspace/alignedTable.ts';
import { stopCommandsAtSignals } from './workspace/runCommand.ts';

const names = process.argv.slice(2);
const known = hosts.map(({ name }) => name);
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown host ${unknown.join(', ')}. Known:\n`);
  console.error(alignedTable(hosts.map(({ name, title }) => [`  ${name}`, title])));
  process.exit(1);
}

stopCommandsAtSignals();
const results = await playHosts(hosts.filter(({ name }) => names.length === 0 || names.includes(name)));
if (names.length === 0) writeFileSync(hostsDocument, writeDocument(results, new Date()));

const faults = results.flatMap(faultsOf);
const held = results.flatMap(({ played }) => played).filter(({ fault }) => fault === null).length;
if (faults.length > 0) console.log(`\n${faults.map((fault) => `✗ ${fault}`).join('\n')}`);
console.log(`\n${held} checks hold in ${results.length} hosts, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
