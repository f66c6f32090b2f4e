import type { Route } from 'playwright';
import { freePort } from '@meshes-embed/app-demo/free-port';
import { type Cookies, signIn, untilLive, type Visit, visit } from './browserVisit.ts';
import type { Host } from './hosts.ts';
import type { HostServer } from './hostServer.ts';
import { countFault, type ServedHost } from './lookAtPages.ts';
import { startPolicyServer } from './policyServer.ts';

/** No style but from the page's own files. Each framework writes scripts into its HTML. */
const policyFor = (embed: string): string =>
  `default-src 'self'; style-src 'self' 'report-sample'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src ${embed}`;

/** Where something is in the window. CSS px */
interface Box {
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** How an embed lies in its page. */
interface Layout {
  /** The `position` of the adapter's outermost element. */
  readonly position: string;
  readonly place: Box;
  /** The displays over it that are not empty, by their role. */
  readonly displays: readonly { readonly role: string; readonly position: string; readonly box: Box }[];
  /** How the styles begin that the policy has refused. */
  readonly refused: readonly string[];
}

/** Runs in the page, before its own scripts: keeps what the policy refuses. */
function keepRefused(): void {
  const refused: string[] = [];
  Object.assign(window, { refused });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) =>
    refused.push(sample || effectiveDirective),
  );
}

/** How much of a refused style a browser tells. Characters */
const sampleLength = 40;

/**
 * The refused styles that are not the server's own: each style attribute in its HTML is refused once.
 * They are counted, as the browser tells of a refusal later than it refuses, so that its time says nothing.
 */
export function refusedByScript(refused: readonly string[], html: string): string[] {
  const inHtml = [...html.matchAll(/ style="([^"]*)"/g)].map(([, style]) => (style as string).slice(0, sampleLength));
  return refused.filter((sample) => {
    const at = inHtml.indexOf(sample);
    if (at >= 0) inHtml.splice(at, 1);
    return at < 0;
  });
}

/** Runs in the page. */
function layoutOf(): Layout {
  const boxOf = (element: Element): Box => {
    const { top, left, right, bottom } = element.getBoundingClientRect();
    return { top, left, right, bottom };
  };
  const place = document.querySelector('[data-testid="embed"]')?.parentElement as HTMLElement;
  const displays = [...place.querySelectorAll(':scope > [role]')].filter((element) => element.textContent !== '');
  return {
    position: getComputedStyle(place).position,
    place: boxOf(place),
    displays: displays.map((element) => ({
      role: element.getAttribute('role') ?? '',
      position: getComputedStyle(element).position,
      box: boxOf(element),
    })),
    refused: (window as unknown as { refused: string[] }).refused,
  };
}

/** What is wrong with the layout, where the display of this role is to lie over the embed's place, all of it. */
async function layoutFaults(
  title: string,
  { page, html }: Visit,
  role: 'status' | 'alert' | null,
  { ownStyle }: Host,
): Promise<(string | null)[]> {
  const { position, place, displays, refused } = await page.evaluate(layoutOf);
  const byScript = refusedByScript(refused, html).filter(
    (sample) => ownStyle === undefined || !sample.startsWith(ownStyle),
  );
  const over = displays.filter(
    (display) =>
      display.position === 'absolute' &&
      (Object.keys(place) as (keyof Box)[]).every((side) => Math.abs(display.box[side] - place[side]) < 1),
  );
  return [
    position === 'relative' ? null : `${title}: the outermost element should be positioned, and is ${position}`,
    place.bottom - place.top >= 480
      ? null
      : `${title}: the place should be 480 px high at least, and is ${place.bottom - place.top} px`,
    displays.map((display) => display.role).join() === (role ?? '') && over.length === displays.length
      ? null
      : `${title}: over the whole place ${JSON.stringify(place)} there should lie ${role ?? 'nothing'}, and there is ${JSON.stringify(displays)}`,
    byScript.length === 0
      ? null
      : `${title}: the policy refused what the server's HTML does not hold: ${byScript.join(' | ')}`,
  ];
}

const sessionCalls = '**/api/meshes/**';

/** Opens the page under the policy, with its calls for sessions in hand. */
async function visitStrictly(
  path: string,
  { browser, url }: ServedHost,
  cookies: Cookies,
  onSessionCall: (route: Route) => Promise<void>,
): Promise<Visit> {
  return visit(browser, url + path, cookies, async (context) => {
    await context.addInitScript(keepRefused);
    await context.route(sessionCalls, onSessionCall);
  });
}

/** Whether the console tells of a style in the HTML that the policy refused. */
const refusedStyle = (complaint: string): boolean => /inline style/i.test(complaint);

/** Whether the styles in the HTML were refused at all, and that nothing else was complained about. */
function complaintFaults(title: string, complaints: readonly string[]): (string | null)[] {
  const others = complaints.filter((complaint) => !refusedStyle(complaint));
  return [
    complaints.some(refusedStyle)
      ? null
      : `${title}: the policy refused no style in the server's HTML: this check proves nothing`,
    others.length === 0
      ? null
      : `${title}: the console should tell of refused styles only, and it says: ${others.join(' | ')}`,
  ];
}

async function lookAtLaunch(
  title: string,
  path: string,
  host: Host,
  served: ServedHost,
  cookies: Cookies,
): Promise<(string | null)[]> {
  served.sandbox.reset();
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let asked = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  const seen = await visitStrictly(path, served, cookies, async (route) => {
    asked();
    await held;
    await route.continue();
  });
  const { page, complaints, close } = seen;
  try {
    await isAsked;
    const loading = await layoutFaults(`${title}, loading`, seen, 'status', host);
    letGo();
    await untilLive(page, served.workspace);
    return [
      ...loading,
      ...(await layoutFaults(`${title}, live`, seen, null, host)),
      await countFault(title, served.sandbox, { mintAttempts: 1, mints: 1, launches: 1, authsReceived: 1 }),
      ...complaintFaults(title, complaints),
    ];
  } catch (error) {
    throw new Error(`${(error as Error).message}; the console says: ${complaints.join(' | ')}`, { cause: error });
  } finally {
    letGo();
    await close();
  }
}

async function lookAtFailure(
  title: string,
  path: string,
  host: Host,
  served: ServedHost,
  cookies: Cookies,
): Promise<(string | null)[]> {
  const refuse = (route: Route): Promise<void> =>
    route.fulfill({ status: 403, json: { error: { code: 'not-allowed', message: 'no' } } });
  const seen = await visitStrictly(path, served, cookies, refuse);
  const { page, complaints, close } = seen;
  try {
    await page.getByTestId('embed').and(page.locator('[data-meshes-status="failed"]')).waitFor();
    const answers = (complaint: string): boolean => !complaint.includes('status of 403');
    return [
      ...(await layoutFaults(`${title}, failed`, seen, 'alert', host)),
      ...complaintFaults(`${title}, failed`, complaints.filter(answers)),
    ];
  } finally {
    await close();
  }
}

/**
 * Looks at a host's pages under a policy that refuses the style attributes in its server's HTML.
 *
 * @param start - starts the host's production server, for an app at the origin
 */
export async function lookUnderPolicy(
  name: string,
  host: Host,
  direct: ServedHost,
  start: (origin: string, port: number) => Promise<HostServer>,
): Promise<(string | null)[]> {
  const cookies = await signIn(direct.browser, direct.url);
  const front = await startPolicyServer(policyFor(new URL(direct.sandbox.embedUrl).origin));
  const served = { ...direct, url: `http://localhost:${front.port}` };
  const messages: (string | null)[] = [];
  try {
    front.behind = await freePort(front.port + 1);
    const server = await start(served.url, front.behind);
    try {
      for (const path of host.pages) {
        const title = `${name} ${path} under style-src 'self'`;
        for (const look of [lookAtLaunch, lookAtFailure])
          messages.push(
            ...(await look(title, path, host, served, cookies).catch((error: Error) => [`${title}: ${error.message}`])),
          );
      }
      return messages;
    } finally {
      await server.stop();
    }
  } finally {
    front.close();
  }
}
