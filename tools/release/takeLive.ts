import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Browser } from 'playwright';

/** How long anything in a page may take, on a machine that is busy. ms */
const patience = 60_000;

/** What a host tells of itself once it serves. */
interface Served {
  url: string;
  workspace: string;
}

/** What was seen of an embed. */
export interface Seen {
  /** From the page's navigation until the workspace is shown. ms */
  liveAfterMs: number;
  /** What the page complained of: exceptions, errors of the console. */
  complaints: string[];
}

/**
 * Serves a host that was installed, opens its page, and waits until the embed is live, shows the workspace, and has gone
 * to another page by the host's own button.
 *
 * @throws Error where it does not come to that
 */
export async function takeLive(folder: string, browser: Browser): Promise<Seen> {
  const child = spawn(process.execPath, ['serve.mjs'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let complained = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complained += chunk));
  const ended = once(child, 'exit');
  const atExit = (): void => void child.kill('SIGKILL');
  process.prependOnceListener('exit', atExit);
  const context = await browser.newContext({ locale: 'en-GB' });
  try {
    const [line] = (await Promise.race([
      once(createInterface({ input: child.stdout }), 'line'),
      ended.then(() => Promise.reject(new Error(`The host ended before it served:\n${complained}`))),
    ])) as [string];
    const { url, workspace } = JSON.parse(line) as Served;
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    const began = performance.now();
    await page.goto(url);
    // While another page is launched, what is on screen stays, and what comes is beside it.
    const frame = page.frameLocator('iframe:not([inert])');
    await frame.getByText(workspace).first().waitFor();
    const liveAfterMs = Math.round(performance.now() - began);
    await page.getByRole('button', { name: 'rules' }).click();
    await frame.getByRole('heading', { name: 'Rules' }).waitFor();
    return { liveAfterMs, complaints };
  } finally {
    await context.close();
    child.kill('SIGTERM');
    await ended;
    process.off('exit', atExit);
  }
}
