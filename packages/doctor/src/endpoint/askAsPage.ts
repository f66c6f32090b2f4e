import type { Examination } from '../examination.ts';
import type { EndpointSettings } from '../settings.ts';
import { sessionIdOf } from './body.ts';
import type { WebAnswer } from '../web.ts';

/** What the host's route answered to a page, or in words why there is none. */
export type PageAnswer = WebAnswer | string;

/** A page that asks. */
export interface AskingPage {
  readonly origin: string;
  /** Whether it brings what signs a user in. */
  readonly signedIn: boolean;
  /** Whether its browser names only the `Origin`: older ones do, and all of them where a page came by plain http. */
  readonly originOnly?: boolean;
}

/** An origin that no one can have: names under `.invalid` never resolve. */
export const FOREIGN_ORIGIN = 'https://meshes-doctor.invalid';

/**
 * Asks the host's own route for a session as a page does: with the `Origin` and the `Sec-Fetch-Site` that a browser
 * would send. A session that comes of it is noted, whoever should not have got it.
 */
export async function askAsPage(
  { settings, web, sessions }: Examination,
  { origin, signedIn, originOnly = false }: AskingPage,
): Promise<PageAnswer> {
  const { url, headers } = settings.endpoint as EndpointSettings;
  const metadata: Record<string, string> = originOnly
    ? {}
    : { 'sec-fetch-site': siteOf(origin, url), 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };
  const sent = new Headers({ accept: 'application/json', 'content-type': 'application/json', origin, ...metadata });
  if (signedIn) for (const [name, value] of headers) sent.append(name, value);
  const answer = await web.send(
    sessionsUrl(url),
    { method: 'POST', headers: sent, body: '{}' },
    { read: true, uncut: true },
  );
  if (typeof answer !== 'string') {
    const id = sessionIdOf(answer.text);
    if (id !== null) sessions.minted(id);
  }
  return answer;
}

/** Where sessions are asked for, under what pages are given as `endpoint`. */
export function sessionsUrl(endpoint: URL): URL {
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/sessions`;
  return url;
}

/** `same-site` is left out: which names belong together takes a list that is not here, and handlers refuse both. */
function siteOf(origin: string, url: URL): string {
  return origin === url.origin ? 'same-origin' : 'cross-site';
}
