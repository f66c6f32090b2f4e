import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { environmentOf, pagesOrigin } from './examine.ts';
import { useSandbox } from './useSandbox.ts';

const command = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const here = useSandbox();

/** The command in a process of its own. */
function start(args: readonly string[] = [], environment: Readonly<Record<string, string>> = {}) {
  const { workspaces } = here.sandbox;
  const child = spawn(
    process.execPath,
    [command, '--workspace', workspaces[0]?.id ?? '', '--origin', pagesOrigin, ...args],
    {
      env: { PATH: process.env['PATH'], ...environmentOf(here.sandbox), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const streams = { output: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (streams.output += chunk));
  child.stderr.on('data', (chunk: Buffer) => (streams.errors += chunk));
  const ended = once(child, 'close').then(([status]) => {
    const said = streams.output + streams.errors;
    expect(said).not.toContain(here.sandbox.secretKey);
    expect(said).not.toContain(here.sandbox.accessKey);
    expect(said).not.toMatch(/eyJ|launch=|Bearer/);
    return { status: status as number | null, ...streams };
  });
  return { child, ended };
}

describe('meshes-doctor', { timeout: 30_000 }, () => {
  test('nothing found: 0, a table on the output, no colour and no progress where no one looks on', async () => {
    const { status, output, errors } = await start().ended;
    expect([status, errors]).toEqual([0, '']);
    expect(output).toMatch(/14 passed, 0 failed, 0 unknown\n$/);
    expect(output).not.toContain('\x1b');
  });

  test('something found: 1, also with --json, which is one line', async () => {
    here.sandbox.addFault({ fault: 'launch-reusable' });
    const { status, output, errors } = await start(['--json']).ended;
    expect([status, errors]).toEqual([1, '']);
    expect(output.indexOf('\n')).toBe(output.length - 1);
    expect(JSON.parse(output)).toMatchObject({ failed: 1 });
  });

  test('bad arguments: 2', async () => {
    const { status, output, errors } = await start(['--timeout', 'long']).ended;
    expect([status, output]).toEqual([2, '']);
    expect(errors).toMatch(/^meshes-doctor: --timeout: .*\n$/);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s in the middle: 2, and the session is revoked', async (signal) => {
    here.sandbox.addFault({ fault: 'refresh-hang' });
    const { child, ended } = start(['--json']);
    await expect.poll(() => here.sandbox.stats().refreshAttempts, { timeout: 20_000 }).toBe(1);
    child.kill(signal);
    const { status, output, errors } = await ended;
    expect(status).toBe(2);
    expect(errors).toBe('meshes-doctor: stopping as soon as the minted sessions are revoked\n');
    expect(JSON.parse(output)).toMatchObject({ stopped: true, sessions: { minted: 1, revoked: 1 } });
  });
});
