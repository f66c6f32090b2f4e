import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const command = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

/** The command, running; `line` resolves with its output up to a first match. */
function start(...args: string[]) {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk));
  return {
    child,
    output: () => output,
    errors: () => errors,
    ended: once(child, 'close').then(([code]) => code as number | null),
    async saw(pattern: RegExp): Promise<string> {
      await expect.poll(() => output, { timeout: 20_000 }).toMatch(pattern);
      return output;
    },
  };
}

describe('meshes-sandbox', { timeout: 30_000 }, () => {
  test('--json prints exactly one line once it serves, and SIGTERM ends it', async () => {
    const run = start('--json', '--api-port', '0', '--embed-port', '0');
    const line = await run.saw(/\n/);
    const told = JSON.parse(line);
    expect(Object.keys(told)).toEqual(['apiUrl', 'embedUrl', 'organizationId', 'accessKey', 'secretKey', 'workspaces']);
    for (const workspace of told.workspaces) expect(Object.keys(workspace)).toEqual(['id', 'name']);
    expect((await fetch(`${told.apiUrl}/__sandbox/stats`)).status).toBe(200);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(run.output()).toBe(`${JSON.stringify(told)}\n`);
    expect(run.errors()).toBe('');
  });

  test('without, it prints a table; Ctrl-C ends it', async () => {
    const run = start('--api-port=0', '--embed-port=0', '--seed', '3');
    const text = await run.saw(/Goods.*\n/);
    for (const word of ['Management API', 'Embed', 'Access key', 'mk_sandbox', 'Northwind Robotics'])
      expect(text).toContain(word);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
  });

  test('--help explains every option', async () => {
    const run = start('--help');
    expect(await run.ended).toBe(0);
    for (const option of ['--api-port', '--embed-port', '--host', '--public-embed-url', '--seed', '--json', '--help'])
      expect(run.output()).toContain(option);
  });

  test('--host lets others in, and says so on stderr', async () => {
    const run = start('--json', '--api-port', '0', '--embed-port', '0', '--host', '0.0.0.0');
    const told = JSON.parse(await run.saw(/\n/));
    expect(told.embedUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${told.apiUrl}/__sandbox/stats`)).status).toBe(200);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(run.errors()).toMatch(/^meshes-sandbox: it listens on 0\.0\.0\.0: everyone .* test networks only\.\n$/);
  });

  test('--host with a name of loopback warns of nothing', async () => {
    const run = start('--json', '--api-port', '0', '--embed-port', '0', '--host', 'localhost');
    await run.saw(/\n/);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(run.errors()).toBe('');
  });

  test('--public-embed-url is what launch URLs name', async () => {
    const address = 'https://embed.test.example';
    const run = start('--json', '--api-port', '0', '--embed-port', '0', '--public-embed-url', address);
    expect(JSON.parse(await run.saw(/\n/)).embedUrl).toBe(address);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });

  test('a taken port is said on stderr, without a stack', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    const run = start('--json', '--api-port', String(port), '--embed-port', '0');
    expect(await run.ended).toBe(1);
    expect(run.errors()).toMatch(new RegExp(`^meshes-sandbox: Port ${port} .*--api-port 0.*\\n$`));
    expect(run.output()).toBe('');
    blocker.close();
  });

  test.each([
    ['--colour'],
    ['--host', '203.0.113.9'],
    ['--public-embed-url', 'http://sandbox:4011'],
    ['--api-port', 'many'],
    ['--api-port'],
    ['extra'],
  ])('bad arguments (%s %s) end with code 2', async (...args) => {
    const run = start(...args.filter((one) => one !== undefined));
    expect(await run.ended).toBe(2);
    expect(run.errors()).toMatch(/^meshes-sandbox: /);
    expect(run.output()).toBe('');
  });
});
