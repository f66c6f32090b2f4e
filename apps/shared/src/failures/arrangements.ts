import type { Failure } from './failure.ts';
import { insecureHost } from './insecureHost.ts';

/** Asks the sample backend to let things go wrong, or to put everything right. */
async function ask(method: 'POST' | 'DELETE', body: object): Promise<void> {
  const response = await fetch('/api/failures', {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok)
    throw new Error(`The sample backend refused to arrange this (${response.status}). Is its Meshes a sandbox?`);
}

/** The document or an open shadow root, and all that are inside of it. */
function openRoots(root: Document | ShadowRoot = document): (Document | ShadowRoot)[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [root, ...inside.flatMap((shadow) => openRoots(shadow))];
}

/** What the page itself does wrong, so that it can be found again. */
const mark = 'data-failure';

/**
 * Lets a failure's faults, mistakes and page changes take effect.
 *
 * @param sessionId - the session in use, for what is done to that one
 */
export async function arrange({ by }: Failure, sessionId: string | null): Promise<void> {
  const { faults = [], answer, session, sheet, policy } = by;
  if (sheet !== undefined) {
    const [, ...shadows] = openRoots();
    for (const place of [document.head, ...shadows]) add('style', place, (style) => (style.textContent = sheet));
  }
  if (policy !== undefined) {
    add('meta', document.head, (meta) => {
      meta.httpEquiv = 'Content-Security-Policy';
      meta.content = policy;
    });
  }
  const acts = session !== undefined && sessionId !== null ? { session: { id: sessionId, act: session } } : {};
  if (faults.length > 0 || answer !== undefined || 'session' in acts)
    await ask('POST', { faults, ...(answer && { answer }), ...acts });
}

/** Ends everything that any failure arranged, but for what needs the page to be loaded again. */
export async function putRight(): Promise<void> {
  for (const root of openRoots()) for (const element of root.querySelectorAll(`style[${mark}]`)) element.remove();
  await ask('DELETE', {});
}

/** The page's address with this failure to start with, or with an embed of which none happens. */
export function addressFor(failure: Failure | null): string {
  const address = new URL(location.href);
  const query = address.searchParams;
  query.delete('isolated');
  query.set('failure', failure?.code ?? 'none');
  for (const [name, value] of new URLSearchParams(failure?.by.address)) query.set(name, value);
  address.hostname = failure?.by.host ?? (location.hostname === insecureHost ? 'localhost' : location.hostname);
  return address.href;
}

/** Whether a failure is a matter of how the page itself was loaded. */
export const isOfAddress = ({ by }: Failure): boolean => by.address !== undefined || by.host !== undefined;

/** Whether the page has something that only loading it again takes away: a policy cannot be taken back. */
export function needsLoading(): boolean {
  const isolated = new URLSearchParams(location.search).has('isolated');
  return document.head.querySelector(`meta[${mark}]`) !== null || isolated || location.hostname === insecureHost;
}

function add<Name extends 'style' | 'meta'>(
  name: Name,
  place: ParentNode,
  fill: (element: HTMLElementTagNameMap[Name]) => void,
): void {
  const element = document.createElement(name);
  element.setAttribute(mark, '');
  fill(element);
  place.append(element);
}
