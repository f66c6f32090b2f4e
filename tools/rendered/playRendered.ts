import type { Sandbox } from '@meshes-embed/sandbox';
import type { Browser, Page } from 'playwright';
import type { RenderedHost } from './renderedHosts.ts';

/** What holds of an app in a browser, in the words of the document's table. */
export interface Seen {
  readonly check: string;
  /** What came instead, or null. */
  readonly fault: string | null;
}

/** What the app's server renders: the tag, and nothing that only its visitor may know. */
function faultOfHtml(html: string): string | null {
  if (!/<meshes-embed[^>]* endpoint="\/api\/meshes"/.test(html)) return 'the tag with its endpoint is missing';
  return /launch=|access_token|<iframe/.test(html) ? 'a session is in it' : null;
}

/** Waits until the embed is live at a page. Resolves with where it was when the time was over, or null. */
async function faultOfPage(page: Page, path: string): Promise<string | null> {
  const embed = page.locator('meshes-embed');
  const look = (): Promise<string> =>
    embed.evaluate((element) => {
      const { view } = element as HTMLElement & { view?: { status: string; page: string | null } };
      return `${view?.status} ${view?.page}`;
    });
  // The element's shadow root holds its iframe, so that a wait in the page sees both.
  return embed
    .evaluate(
      (element, wanted) =>
        new Promise<void>((resolve, reject) => {
          const late = setTimeout(() => reject(new Error('late')), 30_000);
          const check = (): void => {
            const { view } = element as HTMLElement & { view?: { status: string; page: string | null } };
            if (view?.status !== 'live' || view.page !== wanted) return void requestAnimationFrame(check);
            clearTimeout(late);
            resolve();
          };
          check();
        }),
      path,
    )
    .then(
      () => null,
      async () => `it was ${await look()}`,
    );
}

/** Opens an app that is served, goes to another page of it, and tells what held. */
export async function playRendered(
  { goToEvents, ownWords }: RenderedHost,
  url: string,
  browser: Browser,
  sandbox: Sandbox,
): Promise<Seen[]> {
  sandbox.reset();
  const context = await browser.newContext();
  const page = await context.newPage();
  const printed: string[] = [];
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type()) && ownWords?.test(message.text()) !== true)
      printed.push(message.text());
  });
  page.on('pageerror', ({ message }) => printed.push(message));
  try {
    const answer = await page.goto(url);
    const html = faultOfHtml((await answer?.text()) ?? '');
    const first = await faultOfPage(page, '/workspace/rules');
    const { mints } = sandbox.stats();
    await page.locator(goToEvents).click();
    const next = await faultOfPage(page, '/workspace/events');
    return [
      { check: 'the tag is in the HTML', fault: html },
      { check: 'live at the right first page', fault: first },
      { check: 'one session', fault: mints === 1 ? null : `${mints} sessions` },
      { check: 'another page', fault: next },
      { check: 'nothing printed', fault: printed.length === 0 ? null : printed.join('; ') },
    ];
  } finally {
    await context.close();
  }
}
