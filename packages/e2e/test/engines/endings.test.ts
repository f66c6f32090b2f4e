import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { engineNames, startEngine } from '../../src/engines/startEngine.ts';
import { until } from '@meshes-embed/conformance/until';
import { descendants, stillRunning } from './support/processes.ts';

const holder = fileURLToPath(new URL('support/holdEngine.ts', import.meta.url));

let holding: ChildProcess | undefined;
afterEach(() => holding?.kill('SIGKILL'));

const told = { ending: 'is told to end', end: (child: ChildProcess) => child.kill('SIGTERM') };
const fails = {
  ending: 'throws an error that is not caught',
  end: (child: ChildProcess) => child.stdin?.write('now\n'),
};
const killed = { ending: 'is killed', end: (child: ChildProcess) => child.kill('SIGKILL') };
const cases = [
  ...engineNames.flatMap((name) => [
    { name, ...told },
    { name, ...fails },
  ]),
  { name: 'webkit', ...killed },
];

test.each(cases)('$name ends where its process $ending', async ({ name, end }) => {
  const child = spawn(process.execPath, [holder, name], { stdio: ['pipe', 'pipe', 'ignore'] });
  holding = child;
  const [line] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => ['it ended'])]);
  expect(String(line)).toBe('ready complete\n');
  const started = descendants(child.pid);
  expect(started.length).toBeGreaterThan(2);

  end(child);
  await until(() => expect(stillRunning(started)).toEqual([]));
});

test('a call into a browser that died is an error', async () => {
  const engine = await startEngine('webkit');
  try {
    const page = await engine.newPage();
    const waiting = page.evaluate(() => new Promise(() => undefined));
    waiting.catch(() => undefined);
    const [browser] = descendants().filter(({ command }) => command.includes('MiniBrowser --automation'));
    process.kill(browser?.id as number, 'SIGKILL');
    await expect(waiting).rejects.toThrow(/./);
    await expect(page.evaluate(() => 1)).rejects.toThrow(/./);
    await page.close();
    expect(await (await engine.newPage()).evaluate(() => 1)).toBe(1);
  } finally {
    await engine.close();
  }
});
