import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type BrowserContextOptions, type FrameLocator, type Page } from 'playwright';
import { startSandbox, type Sandbox } from '../../../src/index.ts';
import { chromiumLaunch } from './chromiumLaunch.ts';
import { hostPage, type HostWindow } from './hostPage.ts';
import { mint, refresh, type MintedSession } from './managementApi.ts';

/** How an embed is opened. */
export interface OpenOptions {
  /** Fields of the mint's body beside the workspace and the origins. */
  readonly session?: Record<string, unknown>;
  /** Never sends a token. */
  readonly silent?: boolean;
  readonly context?: BrowserContextOptions;
  /** Prepares the page before anything is loaded in it. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** An embed in a host's page. */
export interface OpenEmbed {
  readonly page: Page;
  readonly embed: FrameLocator;
  readonly session: MintedSession;
  /** Everything that the embed has sent to its host so far. */
  messages(): Promise<HostWindow['messages']>;
}

/** A sandbox, a host page on another origin, and a browser. */
export interface TestHost {
  readonly sandbox: Sandbox;
  open(options?: OpenOptions): Promise<OpenEmbed>;
  close(): Promise<void>;
}

export async function startTestHost(): Promise<TestHost> {
  const sandbox = await startSandbox({ apiPort: 0, embedPort: 0 });
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(hostPage));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch(chromiumLaunch);

  async function open(options: OpenOptions = {}): Promise<OpenEmbed> {
    const workspace_id = sandbox.workspaces[0]?.id;
    const session = await mint(sandbox, { workspace_id, role: 'admin', allowed_origins: [origin], ...options.session });
    const page = await browser.newPage(options.context);
    page.setDefaultTimeout(10_000);
    await options.prepare?.(page);
    await page.exposeFunction('newToken', () => refresh(sandbox, session.session_id));
    await page.goto(origin);
    await page.evaluate(([url, token]) => (window as unknown as HostWindow).show(url, token), [
      session.launch_url,
      options.silent ? null : session.access_token,
    ] as const);
    return {
      page,
      embed: page.frameLocator('iframe'),
      session,
      messages: () => page.evaluate(() => (window as unknown as HostWindow).messages),
    };
  }

  return {
    sandbox,
    open,
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await sandbox.close();
    },
  };
}
