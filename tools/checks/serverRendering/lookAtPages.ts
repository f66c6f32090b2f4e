import type { Sandbox, SandboxStats } from '@meshes-embed/sandbox';
import type { Browser } from 'playwright';
import { type Cookies, signIn, untilLive, visit } from './browserVisit.ts';
import type { Host } from './hosts.ts';
import { hydrationFaults } from './hydration.ts';
import { dataFaults, markupFaults } from './markup.ts';
import { until } from '../../workspace/until.ts';

/** Where a host is served, and what it is looked at with. */
export interface ServedHost {
  browser: Browser;
  sandbox: Sandbox;
  /** Its origin. */
  url: string;
  /** Whether it is the development server. */
  development: boolean;
  /** The name of the workspace that its user sees. */
  workspace: string;
}

async function textOf(address: string, cookies: Cookies, headers: Record<string, string> = {}): Promise<string> {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const response = await fetch(address, { headers: { ...headers, cookie } });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.text();
}

/** How long a frame may take to tell the sandbox what it took. ms */
const reportPatience = 10_000;

/** Counts that are not as expected, or null. A frame tells of its token a moment after it took it: that is waited for. */
export async function countFault(
  title: string,
  sandbox: Sandbox,
  expected: { readonly [Name in keyof SandboxStats]?: number },
): Promise<string | null> {
  const names = Object.keys(expected) as (keyof typeof expected)[];
  const came = (): boolean => names.every((name) => Number(sandbox.stats()[name]) >= expected[name]!);
  await until(came, 'the counts', reportPatience).catch(() => {});
  const stats = sandbox.stats();
  const wrong = names.filter((name) => stats[name] !== expected[name]);
  if (wrong.length === 0) return null;
  return `${title}: the sandbox counts ${wrong.map((name) => `${String(stats[name])} ${name}, and ${String(expected[name])} were expected`).join('; ')}`;
}

/** E4: no session and no credential in what the server sends. */
async function lookAtMarkup(
  title: string,
  { pages, data }: Host,
  { url, sandbox }: ServedHost,
  cookies: Cookies,
): Promise<(string | null)[]> {
  const secrets = [sandbox.secretKey, sandbox.accessKey, sandbox.organizationId, sandbox.embedUrl, sandbox.apiUrl];
  const messages: (string | null)[] = [];
  for (const path of pages)
    messages.push(...markupFaults(`${title} ${path}`, await textOf(url + path, cookies), secrets));
  if (data !== undefined)
    messages.push(
      ...dataFaults(`${title} ${data.path}`, await textOf(url + data.path, cookies, data.headers), secrets),
    );
  messages.push(await countFault(`${title}, asked only for its markup`, sandbox, { mintAttempts: 0 }));
  return messages;
}

/** A page goes live in the element that the server rendered, with one session, one launch, and a silent console. */
async function lookAtPage(
  title: string,
  address: string,
  { browser, sandbox, workspace }: ServedHost,
  cookies: Cookies,
  refreshes: boolean,
): Promise<(string | null)[]> {
  sandbox.reset();
  const { page, complaints, close } = await visit(browser, address, cookies);
  const said = (): string => (complaints.length === 0 ? '' : `; the console says: ${complaints.join(' | ')}`);
  try {
    await untilLive(page, workspace);
    const messages = [
      ...(await hydrationFaults(title, page, await textOf(address, cookies))),
      await countFault(title, sandbox, {
        mintAttempts: 1,
        mints: 1,
        launches: 1,
        launchesRefused: 0,
        authsReceived: 1,
      }),
    ];
    if (refreshes) {
      await page.getByTestId('status').getByText('live', { exact: true }).waitFor();
      const refreshed = page.waitForResponse((response) => response.url().endsWith('/refresh'));
      await page.getByTestId('refresh').click();
      await refreshed;
      await page.getByTestId('status').getByText('live', { exact: true }).waitFor();
      messages.push(
        await countFault(`${title}, refreshed`, sandbox, {
          refreshAttempts: 1,
          refreshes: 1,
          mintAttempts: 1,
          launches: 1,
        }),
      );
    }
    messages.push(complaints.length === 0 ? null : `${title}: the console should stay silent${said()}`);
    return messages;
  } catch (error) {
    throw new Error(`${title}: ${(error as Error).message}${said()}`, { cause: error });
  } finally {
    await close();
  }
}

/** Has a development server compile what a page needs: it may reload the page at the first visit of all, once it knows. */
async function warmUp(address: string, { browser, sandbox, workspace }: ServedHost, cookies: Cookies): Promise<void> {
  const { page, close } = await visit(browser, address, cookies);
  await untilLive(page, workspace);
  await close();
  sandbox.reset();
}

/** Looks at every page of a host that is served, as text and in a browser. */
export async function lookAtPages(title: string, host: Host, served: ServedHost): Promise<(string | null)[]> {
  served.sandbox.reset();
  const cookies = await signIn(served.browser, served.url);
  const messages = await lookAtMarkup(title, host, served, cookies);
  for (const [index, path] of host.pages.entries()) {
    if (served.development) await warmUp(served.url + path, served, cookies);
    messages.push(...(await lookAtPage(`${title} ${path}`, served.url + path, served, cookies, index === 0)));
  }
  return messages;
}
