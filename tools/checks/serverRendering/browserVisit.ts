import type { Browser, BrowserContext, Page } from 'playwright';
import { keepServerElement } from './hydration.ts';

/** How long anything in a page may take, on a machine that is busy. Milliseconds */
const patience = 60_000;

/** A cookie that a browser has; what signs in later visits. */
export type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** A page in a browser, and what it complained about. */
export interface Visit {
  page: Page;
  /** Warnings and errors of the console, and exceptions that were not caught. */
  complaints: string[];
  /** The HTML that the server sent. */
  html: string;
  /** Closes the page and its context. */
  close(): Promise<void>;
}

/**
 * Signs in by the host's own form, with scripts switched off: the server answers the form, and no embed starts.
 * Resolves with the cookies that sign in from then on.
 */
export async function signIn(browser: Browser, url: string): Promise<Cookies> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: /^sign in/i }).click();
  await page.getByTestId('embed').waitFor({ state: 'attached' });
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

/** Opens a page as the user whom the cookies name. @param prepare - called with the context before anything is asked for */
export async function visit(
  browser: Browser,
  address: string,
  cookies: Cookies,
  prepare?: (context: BrowserContext) => Promise<void>,
): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB' });
  context.setDefaultTimeout(patience);
  await context.addCookies(cookies);
  await context.addInitScript(keepServerElement);
  await prepare?.(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['warning', 'error', 'assert'].includes(message.type()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  const answer = await page.goto(address);
  return { page, complaints, html: (await answer?.text()) ?? '', close: () => context.close() };
}

/**
 * Waits until the embed is live, its workspace is shown, and its screen has what it asked for: a refresh that overtakes
 * the screen's own calls makes their token stale, and the screen asks for another.
 */
export async function untilLive(page: Page, workspace: string): Promise<void> {
  await page.locator('[data-testid="embed"][data-meshes-status="live"]').waitFor();
  const screen = page.frameLocator('[data-testid="embed"] iframe');
  await screen.getByText(workspace).first().waitFor();
  await screen.getByTestId('loading').waitFor({ state: 'detached' });
}
