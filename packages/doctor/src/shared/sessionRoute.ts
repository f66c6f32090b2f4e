import { codeOfLaunch, readRouteAnswer } from '@meshes-embed/core/session';
import { failed, type CheckContext, type FailedResult } from './check.ts';
import type { HttpResponse, HttpResult, NoAnswer } from './http.ts';
import { fieldsOf, sessionIdOf } from './sessionBody.ts';
import type { EndpointSettings } from './settings.ts';

/** A page that asks for a session. */
interface AskingPage {
  readonly origin: string;
  /** Whether it sends what signs a user in. */
  readonly signedIn: boolean;
  /** Whether its browser sends only `Origin`: older ones do, and every browser does for a page that came by plain http. */
  readonly originOnly?: boolean;
}

/** An origin that no one can have: names under `.invalid` never resolve. */
export const foreignOrigin = 'https://meshes-doctor.invalid';

/**
 * Asks the host's session route for a session as a page does, with the `Origin` and the `Sec-Fetch-Site` that a browser
 * would send. A session in the answer is noted, also where the page should not have got it.
 */
export async function askForSession(
  { url, headers }: EndpointSettings,
  { origin, signedIn, originOnly = false }: AskingPage,
  { http, sessions, redactor }: CheckContext,
): Promise<HttpResult> {
  // `same-site` never comes: it takes a list of public suffixes to know, and handlers refuse it like `cross-site`.
  const site = origin === url.origin ? 'same-origin' : 'cross-site';
  const sent = new Headers({ accept: 'application/json', 'content-type': 'application/json', origin });
  if (!originOnly) {
    sent.set('sec-fetch-site', site);
    sent.set('sec-fetch-mode', 'cors');
    sent.set('sec-fetch-dest', 'empty');
  }
  if (signedIn) for (const [name, value] of headers) sent.append(name, value);
  const answer = await http.send(
    sessionsUrl(url),
    { method: 'POST', headers: sent, body: '{}' },
    { readBody: true, evenIfStopped: true },
  );
  if ('status' in answer) {
    const id = sessionIdOf(answer.text);
    if (id !== null) sessions.add(id);
    redactor.hideSession(fieldsOf(answer.text));
  }
  return answer;
}

/** Where sessions are asked for, below what pages are given as `endpoint`. */
export function sessionsUrl(endpoint: URL): URL {
  const url = new URL(endpoint);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/sessions`;
  return url;
}

/** The route that did not answer. */
export function noAnswer({ reason, timedOut }: NoAnswer): FailedResult<never> {
  return failed(timedOut ? 'backend-timeout' : 'backend-unreachable', reason);
}

/** An answer of the route that is JSON, or a refusal for missing rights. */
interface UsableAnswer {
  readonly answer: HttpResponse;
}

/**
 * Sorts an answer of the route by the rules that pages have for it.
 *
 * @returns the answer where it is JSON or a refusal for missing rights; else a failed result.
 */
export function readAnswer(answer: HttpResult): UsableAnswer | FailedResult<never> {
  if ('reason' in answer) return noAnswer(answer);
  if (isRefused(answer)) return { answer };
  const { status, headers, text } = answer;
  // A fetch that hides redirects gives them the status 0.
  const read = readRouteAnswer({
    status,
    redirects: status < 200 || (status >= 300 && status < 400),
    contentType: headers.get('content-type'),
    body: text,
  });
  if (!('code' in read)) return { answer };
  const code = codeOfLaunch(read.code, read.reason);
  if (isGranted(answer)) return failed(code, `status ${status}, ${contentTypeOf(answer)}`);
  const words = code === 'endpoint-redirects' ? `a redirect, status ${status}` : `status ${status}`;
  const errorCode = errorCodeOf(answer);
  return failed(code, errorCode === null ? words : `${words}, ${errorCode}`);
}

/** Whether it is a success by its status. */
export function isGranted({ status }: HttpResponse): boolean {
  return status >= 200 && status < 300;
}

/** Whether it is a refusal for missing rights. */
export function isRefused({ status }: HttpResponse): boolean {
  return status === 401 || status === 403;
}

/** The code in an error of `createSessionHandler`, or null. */
function errorCodeOf({ text }: HttpResponse): string | null {
  const { error } = fieldsOf(text);
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[a-z]+(-[a-z]+){0,4}$/.test(code) && code.length <= 40 ? code : null;
}

/** The content type in words. Text that cannot be one may be anything, and is not repeated. */
function contentTypeOf({ headers }: HttpResponse): string {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === '') return 'without a content type';
  if (type === 'application/json') return 'with the content type application/json, and no JSON in it';
  return /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/.test(type)
    ? `with the content type ${type}`
    : 'with a content type that cannot be one';
}
