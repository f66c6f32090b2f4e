import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { chromium, type Browser, type Page } from 'playwright';
import sirv from 'sirv';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

let server: Server;
let browser: Browser;
let page: Page;
let faults: string[];
const at = (path: string): string => `http://localhost:${(server.address() as AddressInfo).port}${path}`;

beforeAll(async () => {
  const files = sirv(fileURLToPath(new URL('../dist/site', import.meta.url)), { extensions: ['html'] });
  server = createServer((request, response) => files(request, response, () => void response.writeHead(404).end()));
  server.listen(0, 'localhost');
  await once(server, 'listening');
  browser = await chromium.launch(chromiumLaunch);
});
afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});
beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
  faults = [];
  page.on('pageerror', ({ message }) => faults.push(message));
});
afterEach(async () => {
  await page.context().close();
});

const status = (): ReturnType<Page['locator']> => page.locator('.live dd[data-status]');

test('what is chosen on one page is shown on all, and after a reload', async () => {
  await page.goto(at('/start'));
  const code = page.locator('.only[data-framework=svelte]').first();
  expect(await code.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Svelte', exact: true }).first().click();
  await code.waitFor({ state: 'visible' });
  await page.goto(at('/guides/users'));
  expect(await page.locator('.only[data-framework=react]').first().isVisible()).toBe(false);
  expect(await page.locator('.only[data-framework=svelte]').first().isVisible()).toBe(true);
});

test('a button is no use before the page hears it', async () => {
  const written = await browser.newContext({ javaScriptEnabled: false });
  const still = await written.newPage();
  for (const [path, name] of [
    ['/start', 'Svelte'],
    ['/live', 'Start'],
    ['/errors/not-authorized', 'Make it happen'],
  ] as const) {
    await still.goto(at(path));
    expect(await still.getByRole('button', { name, exact: true }).first().isDisabled()).toBe(true);
  }
  await written.close();
});

test('the embed is live in the page, without any server, and its code can be edited', async () => {
  await page.goto(at('/live'));
  await page.getByRole('button', { name: 'Start' }).click();
  await status().filter({ hasText: 'live' }).waitFor();
  const embed = page.frameLocator('.live-frame').frameLocator('meshes-embed iframe');
  await embed.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor();
  const code = page.getByRole('textbox', { name: 'The page’s code' });
  await code.fill((await code.inputValue()).replace('page="dashboard"', 'page="rules"'));
  await page.getByRole('button', { name: 'Run the code' }).first().click();
  await embed.getByRole('heading', { name: 'Rules', level: 1 }).waitFor();
  expect(faults).toEqual([]);
});

test.each([
  ['not-authorized', 'failed'],
  ['endpoint-blocked', 'failed'],
  ['launch-blocked', 'failed'],
  ['cross-origin-isolated', 'failed'],
  ['session-revoked', 'failed'],
  ['backend-failed', 'live'],
  ['token-stale', 'live'],
])('the page of %s makes it happen, and it ends as %s', async (code, end) => {
  await page.goto(at(`/errors/${code}`));
  await page.getByRole('button', { name: 'Make it happen' }).click();
  await page
    .locator('.live-steps li[data-kind=problem]', { hasText: `problem ${code}` })
    .first()
    .waitFor();
  await status().filter({ hasText: end }).waitFor();
  expect(faults).toEqual([]);
});

test('what went wrong is put right by a button', async () => {
  await page.goto(at('/errors/not-found'));
  await page.getByRole('button', { name: 'Make it happen' }).click();
  await status().filter({ hasText: 'failed' }).waitFor();
  await page.getByRole('button', { name: 'Put it right' }).click();
  await status().filter({ hasText: 'live' }).waitFor();
  expect(faults).toEqual([]);
});

test('the steps open in the visualizer, which tells them in words', async () => {
  await page.goto(at('/errors/not-authorized'));
  await page.getByRole('button', { name: 'Make it happen' }).click();
  await status().filter({ hasText: 'failed' }).waitFor();
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open in the visualizer' }).click();
  const visualizer = await opened;
  await visualizer.getByTestId('step-forth').waitFor();
  await visualizer.getByTestId('steps').press('End');
  await visualizer.getByText('Problem not-authorized: Your backend refused a session.').waitFor();
  expect(faults).toEqual([]);
});

test('each page is there as Markdown, and all of them in two lists', async () => {
  const text = async (path: string): Promise<string> => await (await fetch(at(path))).text();
  const list = await text('/llms.txt');
  const pages = [...list.matchAll(/\]\((\/[^)]+\.md)\)/g)].map(([, path = '']) => path);
  expect(pages.length).toBeGreaterThan(80);
  for (const path of pages) expect((await fetch(at(path))).status).toBe(200);
  expect(await text('/guides/users.md')).toMatch(/^# Users, workspaces, sign-out\n[\s\S]*\*\*Svelte\*\*/);
  expect(await text('/llms-full.txt')).toContain('# Users, workspaces, sign-out');
});
