#!/usr/bin/env node
import { systemClock } from '@meshes-embed/node/internal';
import { runCommand } from './command.ts';
import { processTerminal } from './terminal.ts';

const stop = new AbortController();
const terminal = processTerminal(process);

// The second signal finds no listener, and ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    terminal.showProgress(null);
    terminal.printError('meshes-doctor: stopping as soon as the minted sessions are revoked');
    stop.abort(new Error('stopped'));
  });
}

process.exitCode = await runCommand(process.argv.slice(2), {
  environment: process.env,
  terminal,
  fetch: globalThis.fetch,
  clock: systemClock,
  signal: stop.signal,
});
