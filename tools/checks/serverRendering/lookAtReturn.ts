import type { Page } from 'playwright';
import { signIn, visit } from './browserVisit.ts';
import type { Host } from './hosts.ts';
import { countFault, type ServedHost } from './lookAtPages.ts';

const shownFrame = '[data-testid="embed"][data-meshes-status="live"] iframe >> visible=true';

/** Runs in the page: keeps the document in the iframe that is shown, by its window. */
function keepDocument(frame: Element): void {
  Object.assign(window, { keptDocument: (frame as HTMLIFrameElement).contentWindow });
}

/** Runs in the page. */
function isKept(frame: Element): boolean {
  return (frame as HTMLIFrameElement).contentWindow === (window as unknown as { keptDocument: Window }).keptDocument;
}

/** More than launches without a user's wish are granted. */
const furtherRounds = 8;

async function goBy(page: Page, link: string, heading: string): Promise<void> {
  await page.getByRole('link', { name: link }).click();
  await page.getByRole('heading', { name: heading }).waitFor();
  await page.locator(shownFrame).waitFor();
}

/**
 * A page that the framework keeps, hidden, while one is at another: the same document is there on the first return, with the
 * same session, and a live one however often one goes to and fro.
 */
export async function lookAtReturn(
  name: string,
  { kept }: Host,
  { browser, sandbox, url }: ServedHost,
): Promise<(string | null)[]> {
  if (kept === undefined) return [];
  const cookies = await signIn(browser, url);
  sandbox.reset();
  const title = `${name} ${kept.path}, left and come back to`;
  const { page, complaints, close } = await visit(browser, url + kept.path, cookies);
  try {
    await page.locator(shownFrame).waitFor();
    await page.locator(shownFrame).evaluate(keepDocument);
    await goBy(page, kept.away, kept.away);
    // One for each of the two pages, which both stay: the same document on return has the same session.
    const messages = [await countFault(title, sandbox, { mints: 2 })];
    await goBy(page, kept.link, kept.link);
    messages.push(
      (await page.locator(shownFrame).evaluate(isKept)) ? null : `${title}: another document is in the iframe`,
    );
    // Next sorts the pages that it keeps by their last use: from now on that moves what it hides, which loads the iframe again.
    for (let round = 0; round < furtherRounds; round += 1) {
      await goBy(page, kept.away, kept.away);
      await goBy(page, kept.link, kept.link);
    }
    // A launch URL is good for one load, and this is what the embed answers to a second one.
    const others = complaints.filter((complaint) => !complaint.includes('status of 401'));
    messages.push(
      others.length === 0 ? null : `${title}: the console should stay silent; it says: ${others.join(' | ')}`,
    );
    return messages;
  } catch (error) {
    throw new Error(`${title}: ${(error as Error).message}; the console says: ${complaints.join(' | ')}`, {
      cause: error,
    });
  } finally {
    await close();
  }
}
