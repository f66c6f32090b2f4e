// Checks the server-rendered apps and leaves the result in a file. Turbo runs it, as `test:server-rendering`, where
// something has changed that they depend on.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stopCommandsAtSignals } from '../../workspace/runCommand.ts';
import { checkHosts } from './checkHosts.ts';
import { report } from './report.ts';

stopCommandsAtSignals();
const result = await checkHosts();
mkdirSync(dirname(report), { recursive: true });
writeFileSync(report, JSON.stringify(result));
process.exit(result.failures.length > 0 ? 1 : 0);
