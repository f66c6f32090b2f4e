import { defineCheck, failed, passed, unknown, type Check, type CheckResult } from '../shared/check.ts';
import type { HttpResponse, HttpResult } from '../shared/http.ts';
import { sessionIdOf } from '../shared/sessionBody.ts';
import {
  askForSession,
  foreignOrigin,
  isGranted,
  isRefused,
  noAnswer,
  readAnswer,
  sessionsUrl,
} from '../shared/sessionRoute.ts';
import { route, session } from './endpointChecks.ts';

/** What pages send, or their tools add: sign-in by header, CSRF protection, tracing. As browsers write it. */
const pageHeaders = ['authorization', 'content-type', 'traceparent', 'x-csrf-token'];

/** The preflight that a browser sends before a page of another origin may ask. Like browsers, it sends no cookies. */
const preflight = defineCheck({
  name: 'endpoint-preflight',
  expected:
    'permission for pages of --origin to send content-type, authorization, x-csrf-token and traceparent, with cookies',
  needs: { route },
  async run({ route: { endpoint } }, { settings: { origin }, http }) {
    if (endpoint.url.origin === origin) return passed("not needed: pages have the route's own origin");
    const headers = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': pageHeaders.join(','),
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'cors',
      'sec-fetch-dest': 'empty',
    };
    const answer = await http.send(sessionsUrl(endpoint.url), { method: 'OPTIONS', headers }, { readBody: true });
    if ('reason' in answer) return noAnswer(answer);
    if (isGranted(answer)) return checkPreflight(answer, origin);
    const observed = `the preflight gets status ${answer.status}`;
    if (isRefused(answer)) return failed('not-authorized', observed);
    const read = readAnswer(answer);
    return failed('code' in read ? read.code : 'endpoint-unexpected', observed);
  },
});

/** Follows the Fetch standard for a request with credentials, where a `*` stands for itself only. */
function checkPreflight({ status, headers }: HttpResponse, origin: string): CheckResult<undefined> {
  const refused = (what: string) => failed('backend-unreachable', `the preflight gets status ${status}, and ${what}`);
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === null) return refused('no Access-Control-Allow-Origin');
  if (allowed !== origin)
    return refused(
      `Access-Control-Allow-Origin ${allowed === '*' ? 'is *, which does not hold with cookies' : 'names another origin'}`,
    );
  if (headers.get('access-control-allow-credentials') !== 'true')
    return refused('no Access-Control-Allow-Credentials: true');
  const names = (headers.get('access-control-allow-headers') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const missing = pageHeaders.filter((name) => !names.includes(name));
  return missing.length === 0
    ? passed('pages of --origin may send what they need')
    : refused(`Access-Control-Allow-Headers lacks ${missing.join(', ')}`);
}

/**
 * A page of another site, in the name of the signed-in user where there is one, because cookies are sent from any page.
 * The value is what the route answered.
 */
const foreignPage = defineCheck({
  name: 'endpoint-origin',
  expected: '403 for a page of a foreign origin',
  needs: { route },
  uses: { session },
  async run({ route: { endpoint, anonymous }, session: signedIn }, context): Promise<CheckResult<HttpResult>> {
    const result = await askForSession(endpoint, { origin: foreignOrigin, signedIn: true }, context);
    const read = readAnswer(result);
    if ('code' in read) return { ...read, value: result };
    const { status, text } = read.answer;
    if (status < 300)
      return sessionIdOf(text) === null
        ? unknown(`status ${status}, and no session in it`, result)
        : failed('endpoint-foreign-served', `a session for ${foreignOrigin}, status ${status}`, result);
    // A user who gets a session on the host's own page is refused here for the origin. One who is not signed in may be
    // refused for that.
    if (signedIn !== undefined || (status === 403 && anonymous.status !== 403))
      return passed(`a page of a foreign origin is refused, status ${status}`, result);
    const hint = endpoint.headers.length === 0 ? "; give a user's cookie with --header" : '';
    return unknown(`status ${status}, which may be because no one is signed in${hint}`, result);
  },
});

/** Whether a page of a foreign origin may read what the route answers, or is permitted to ask. */
const cors = defineCheck({
  name: 'endpoint-cors',
  expected: 'no Access-Control-Allow-Origin for a foreign origin',
  needs: { route },
  uses: { foreignPage },
  async run({ route: { endpoint }, foreignPage: answer }, { http }) {
    const preflighted = await http.send(sessionsUrl(endpoint.url), {
      method: 'OPTIONS',
      headers: {
        origin: foreignOrigin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'cors',
      },
    });
    if ('reason' in preflighted) return unknown(preflighted.reason);
    if (answer === undefined || 'reason' in answer) return unknown('the route did not answer');
    const allowed = [answer, preflighted]
      .map(({ headers }) => headers.get('access-control-allow-origin'))
      .find((value) => value === '*' || value === foreignOrigin);
    if (allowed === undefined) return passed('a foreign origin gets no CORS header');
    return failed(
      'endpoint-cors',
      allowed === '*' ? 'Access-Control-Allow-Origin: *' : 'Access-Control-Allow-Origin repeats the foreign origin',
    );
  },
});

/** What pages of other origins than the route's get, in the order in which the checks run. */
export const crossOriginChecks: readonly Check[] = [preflight, foreignPage, cors];
