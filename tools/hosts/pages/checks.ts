import { strict as assert } from 'node:assert';
import type { Sandbox } from '@meshes-embed/sandbox';
import type { Browser, Page } from 'playwright';

/** What was seen of one visit, from the navigation until the workspace is on screen. */
export interface Seen {
  /** What the server sent. */
  readonly html: string;
  readonly page: Page;
  readonly sandbox: Sandbox;
  /** The bodies of the calls for a session. */
  readonly mints: readonly string[];
  /** Warnings and errors of the console, and exceptions that were not caught. */
  readonly complaints: readonly string[];
}

/** One thing that has to hold where a server renders the tag. */
export interface PageCheck {
  readonly name: string;
  /** For the document. */
  readonly holds: string;
  play(seen: Seen): Promise<void>;
}

/** How long anything in a page may take, on a machine that is busy. ms */
const patience = 60_000;

const frameOf = (page: Page) => page.frameLocator('meshes-embed iframe:not([inert])');

/** Every check, in the order in which they are played on one page. */
export const pageChecks: readonly PageCheck[] = [
  {
    name: 'rendered',
    holds: "The tag with its attributes is in the server's HTML, without an iframe and without a word of a session.",
    play: async ({ html }) => {
      assert.match(html, /<meshes-embed\s[^>]*endpoint="\/api\/meshes"/);
      assert.doesNotMatch(html, /<iframe|[?&]launch=|access_token|launch_url|"grant"/);
    },
  },
  {
    name: 'live',
    holds: 'The embed is live, and the workspace is on screen.',
    play: async ({ page }) => {
      await page.locator('meshes-embed[data-meshes-status="live"]').waitFor();
    },
  },
  {
    name: 'first page',
    holds: 'The page on screen is the one that the framework gave, not the default.',
    play: async ({ page, mints }) => {
      await frameOf(page).getByRole('heading', { name: 'Rules' }).first().waitFor({ timeout: 10_000 });
      assert.deepEqual(
        mints.map((body) => (JSON.parse(body) as { page?: string }).page),
        ['rules'],
      );
    },
  },
  {
    name: 'one mint',
    holds: 'One session was minted, launched once, and refused never.',
    play: async ({ sandbox }) => {
      const { mintAttempts, mints, launches, launchesRefused, authsReceived } = sandbox.stats();
      assert.deepEqual(
        { mintAttempts, mints, launches, launchesRefused, authsReceived },
        { mintAttempts: 1, mints: 1, launches: 1, launchesRefused: 0, authsReceived: 1 },
      );
    },
  },
  {
    name: 'same element',
    holds: 'The element that the server rendered is the one that is live.',
    play: async ({ page }) => {
      assert.equal(
        await page.evaluate(() => (window as unknown as { isServerElement(): boolean }).isServerElement()),
        true,
      );
    },
  },
  {
    name: 'no warning',
    holds: 'Nothing is said on the console while the page hydrates and launches.',
    play: async ({ complaints }) => {
      assert.deepEqual(complaints, []);
    },
  },
  {
    name: 'properties',
    holds: 'What is no text came to the element: `minHeight` is a number.',
    play: async ({ page }) => {
      const minHeight = await page
        .locator('meshes-embed')
        .evaluate((embed) => (embed as unknown as { minHeight: unknown }).minHeight);
      assert.equal(minHeight, 600);
    },
  },
  {
    name: 'page by the host',
    holds: 'Another page that the host sets is launched.',
    play: async ({ page }) => {
      await page.getByRole('button', { name: 'connections' }).click();
      await frameOf(page).getByRole('heading', { name: 'Connections' }).first().waitFor({ timeout: 10_000 });
      await page.locator('output').getByText('connections', { exact: true }).waitFor({ timeout: 10_000 });
    },
  },
  {
    name: 'page by the user',
    holds: "A page that the user goes to in the embed comes to the host's state, and is not launched again.",
    play: async ({ page, sandbox }) => {
      await page.locator('meshes-embed[data-meshes-status="live"]').waitFor();
      const { mints } = sandbox.stats();
      await frameOf(page).getByRole('link', { name: 'Events' }).first().click();
      await page.locator('output').getByText('events', { exact: true }).waitFor({ timeout: 10_000 });
      assert.equal(sandbox.stats().mints, mints);
    },
  },
];

/** Runs in the page before all else: keeps the element that came in the server's HTML. */
function keepServerElement(): void {
  // A shadow root that the server has rendered is there as soon as it is parsed; what is found first is the server's.
  const find = (root: ParentNode): Element | null => {
    const found = root.querySelector('meshes-embed');
    if (found !== null) return found;
    for (const element of root.querySelectorAll('*')) {
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  let kept: Element | null = null;
  document.addEventListener('readystatechange', () => (kept ??= find(document)));
  const host = window as unknown as { isServerElement(): boolean };
  host.isServerElement = () => kept !== null && kept === find(document);
}

/** Opens the page, and resolves once the workspace is on screen or it is clear that it never will be. */
export async function visit(
  address: string,
  browser: Browser,
  sandbox: Sandbox,
  ownWords: RegExp | undefined,
): Promise<Seen & { close(): Promise<void> }> {
  sandbox.reset();
  const context = await browser.newContext({ locale: 'en-GB' });
  context.setDefaultTimeout(patience);
  await context.addInitScript(keepServerElement);
  const page = await context.newPage();
  const mints: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/meshes/sessions'))
      mints.push(request.postData() ?? '');
  });
  page.on('console', (message) => {
    if (['warning', 'error', 'assert'].includes(message.type()) && ownWords?.test(message.text()) !== true)
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  const answer = await page.goto(address);
  const html = (await answer?.text()) ?? '';
  await frameOf(page)
    .getByText(sandbox.workspaces[0]?.name ?? '')
    .first()
    .waitFor()
    .catch(() => undefined);
  return { html, page, sandbox, mints, complaints, close: () => context.close() };
}
