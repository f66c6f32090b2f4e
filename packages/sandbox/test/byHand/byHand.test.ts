import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sandboxLine } from '../../src/cli/texts.ts';
import { startSandbox, type Sandbox } from '../../src/index.ts';
import { chromiumLaunch } from '../ui/support/chromiumLaunch.ts';

const script = fileURLToPath(new URL('host.mjs', import.meta.url));

let sandbox: Sandbox;
let folder: string;
let host: ChildProcess;
let hostUrl: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  sandbox = await startSandbox({ apiPort: 0, embedPort: 0 });
  folder = await mkdtemp(join(tmpdir(), 'by-hand-'));
  await writeFile(join(folder, 'sandbox.json'), sandboxLine(sandbox));
  host = spawn(process.execPath, [script], {
    cwd: folder,
    env: { ...process.env, PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(host.stdout!, 'data');
  hostUrl = String(line).trim();
  browser = await chromium.launch(chromiumLaunch);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  host?.kill();
  await sandbox?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  sandbox.reset();
  page = await browser.newPage();
  page.setDefaultTimeout(15_000);
});
afterEach(() => page.close());

const embed = () => page.frameLocator('iframe');
const frameHeight = () => page.locator('iframe').evaluate((frame) => frame.clientHeight);

/** Opens the host's page and waits until the embed shows its data. */
async function open(): Promise<void> {
  await page.goto(hostUrl);
  await embed().getByTestId('figures').waitFor();
}

describe('a host page written by hand, from the documents only', { timeout: 60_000 }, () => {
  test('is launched, gets its token taken, and shows the workspace', async () => {
    await open();
    await expect.poll(() => embed().getByText('Northwind Robotics').count()).toBeGreaterThan(0);
    expect(sandbox.stats()).toMatchObject({ mints: 1, launches: 1, launchesRefused: 0, apiUnauthorized: 0 });
    await expect.poll(() => sandbox.stats().authsReceived).toBe(1);
    await expect.poll(() => sandbox.stats().messagesSent['meshes:ready']).toBe(1);
  });

  test('is told the height of the content, and the frame gets it', async () => {
    await open();
    await expect.poll(frameHeight).toBeGreaterThan(480);
    const content = await embed()
      .locator('#app')
      .evaluate((app) => Math.ceil(app.getBoundingClientRect().height));
    await expect.poll(frameHeight).toBe(content);
  });

  test('refreshes where the embed asks, and the embed goes on with the newer token', async () => {
    await open();
    sandbox.addFault({ fault: 'refresh-requests', count: 1, times: 1 });
    await expect.poll(() => sandbox.stats()).toMatchObject({ refreshes: 1, authsReceived: 2 });
    await embed().getByTestId('nav-events').click();
    await embed().getByTestId('event-link').first().waitFor();
    expect(sandbox.stats()).toMatchObject({ mints: 1, launches: 1, apiUnauthorized: 0 });
  });

  test('cures a stale token: the embed asks for a newer one after its 401', async () => {
    await open();
    const [id = ''] = Object.keys(sandbox.stats().sessions);
    sandbox.rotateSession(id);
    await embed().getByTestId('nav-events').click();
    await embed().getByTestId('event-link').first().waitFor();
    expect(sandbox.stats()).toMatchObject({ refreshes: 1, sessions: { [id]: { refreshes: 1, apiUnauthorized: 1 } } });
  });

  test('H1: a launch URL used twice shows the refused page, which says nothing to the host', async () => {
    await open();
    await expect.poll(() => sandbox.stats().messagesSent['meshes:ready']).toBe(1);
    const frame = page.locator('iframe');
    await frame.evaluate((element) => {
      const hostWindow = element.ownerDocument.defaultView;
      hostWindow.heard = 0;
      hostWindow.addEventListener('message', () => (hostWindow.heard += 1));
      element.src = String(element.src);
    });
    await embed().getByText('Invalid or expired embed launch token').waitFor();
    expect(sandbox.stats()).toMatchObject({ launches: 1, launchesRefused: 1 });
    expect(await frame.evaluate((element) => element.ownerDocument.defaultView.heard)).toBe(0);
  });

  test('a page of another origin cannot frame the embed', async () => {
    const other = hostUrl.replace('127.0.0.1', 'localhost');
    await page.goto(other);
    await expect.poll(() => sandbox.stats().launches).toBe(1);
    expect(sandbox.stats().messagesSent).toEqual({});
    await expect.poll(() => page.frames().map((frame) => frame.url())).toContain('chrome-error://chromewebdata/');
  });
});

/** A port that is free now, so that the host's origin is known before it starts. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
