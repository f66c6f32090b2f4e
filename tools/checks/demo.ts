import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DemoAddresses } from '@meshes-embed/app-demo';
import { root } from '../workspace/paths.ts';
import { type CheckResult, resultOf } from './check.ts';

/** Whether anything answers at an address. */
async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function statusFault(url: string, expected: number): Promise<string | null> {
  const { status } = await fetch(url);
  return status === expected ? null : `${url} answers ${status}; ${expected} was expected`;
}

/** The demo, as a person starts it, on free ports: it serves what it says, and ends on SIGTERM with nothing left behind. */
export async function checkDemo(): Promise<CheckResult> {
  const child = spawn(process.execPath, [join(root, 'tools', 'demo.ts'), '--json', '--free-ports'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  // Where this process is ended in the middle, so is the demo.
  process.once('exit', () => child.kill());
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(([code]) => Promise.reject(new Error(`it ended with code ${String(code)} before it served`))),
  ])) as [string];
  const {
    apps,
    examples,
    visualizer,
    docs = '',
    backend,
    sandboxApi,
    sandboxEmbed,
  } = JSON.parse(line) as DemoAddresses;

  const messages: (string | null)[] = [];
  try {
    for (const url of [...apps.map((app) => app.url), ...examples.map((example) => example.url), visualizer])
      messages.push(await statusFault(url, 200), await statusFault(url.replace('localhost', '127.0.0.1'), 200));
    messages.push(await statusFault(new URL('__sandbox/stats', `${sandboxApi}/`).href, 200));
    messages.push(await statusFault(`${docs}/start`, 200), await statusFault(`${docs}/no-such-page`, 404));
    messages.push(apps.length > 0 ? null : 'it serves no app');
  } finally {
    child.kill('SIGTERM');
  }
  const [code] = (await ended) as [number | null];
  messages.push(code === 0 ? null : `it ended with code ${String(code)} on SIGTERM; 0 was expected`);
  for (const url of [
    ...apps.map((app) => app.url),
    ...examples.map((example) => example.url),
    visualizer,
    docs,
    backend,
    sandboxApi,
    sandboxEmbed,
  ]) {
    messages.push((await answers(url)) ? `${url} still answers after the demo has ended` : null);
  }
  return resultOf(messages);
}
