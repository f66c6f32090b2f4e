import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { bindApp, type BoundApp } from '../src/serveApp.ts';
import { serveSite } from '../src/serveSite.ts';

let bound: BoundApp;
let folder: string;
afterEach(async () => {
  await bound.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A site whose build ends when the test says so. */
async function setUp() {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  bound = await bindApp({ name: 'docs', title: 'documents', folder, port: 0 }, 0);
  const builds: { resolve(): void; reject(error: Error): void }[] = [];
  serveSite(bound, () => new Promise<void>((resolve, reject) => void builds.push({ resolve, reject })));
  const ask = (path: string, accept = '*/*') => fetch(`http://127.0.0.1:${bound.port}${path}`, { headers: { accept } });
  return { builds, ask };
}

function write(): void {
  const site = join(folder, 'dist', 'site');
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, 'start.html'), 'Start');
  writeFileSync(join(site, '404.html'), 'Not here');
}

test('it is built once, at the first request, which waits for it; a browser is told so meanwhile', async () => {
  const { builds, ask } = await setUp();
  const first = ask('/start');
  const told = await ask('/start', 'text/html');
  expect([told.status, await told.text()]).toEqual([503, expect.stringContaining('is being built')]);
  write();
  builds[0]?.resolve();
  expect(await (await first).text()).toBe('Start');
  const page = await ask('/start', 'text/html');
  expect([page.status, await page.text()]).toEqual([200, 'Start']);
  const missing = await ask('/nowhere', 'text/html');
  expect([missing.status, await missing.text()]).toEqual([404, 'Not here']);
  expect(builds).toHaveLength(1);
});

test('a build that failed is told, and tried again at the next request', async () => {
  const { builds, ask } = await setUp();
  const first = ask('/start');
  await ask('/start', 'text/html');
  builds[0]?.reject(new Error('a link is broken'));
  const answer = await first;
  expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('a link is broken')]);
  const second = ask('/start');
  await expect.poll(() => builds.length).toBe(2);
  write();
  builds[1]?.resolve();
  expect((await second).status).toBe(200);
});
