import { failed, passed, type Check, type Outcome } from '../check.ts';
import type { EndpointSettings } from '../settings.ts';
import type { WebAnswer } from '../web.ts';
import { sessionsUrl } from './askAsPage.ts';
import { isGranted, isRefused, otherAnswer } from './refusal.ts';

/** What pages send, or tools of theirs add: sign-in by header, CSRF protection, tracing. As browsers write it. */
const headers = ['authorization', 'content-type', 'traceparent', 'x-csrf-token'];

/** What a browser asks before a page of another origin may ask. Without cookies, as browsers do. */
export const preflight: Check = {
  name: 'endpoint-preflight',
  expected:
    'leave for pages of --origin to send content-type, authorization, x-csrf-token and traceparent, with cookies',
  needs: ['endpoint-route'],
  async run({ settings: { endpoint, origin }, web }) {
    const { url } = endpoint as EndpointSettings;
    if (url.origin === origin) return passed("not needed: pages have the route's own origin");
    const asked = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': headers.join(','),
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'cors',
      'sec-fetch-dest': 'empty',
    };
    const answer = await web.send(sessionsUrl(url), { method: 'OPTIONS', headers: asked }, { read: true });
    if (typeof answer === 'string') return failed('backend-unreachable', answer);
    if (isGranted(answer)) return judge(answer, origin);
    const other = otherAnswer(answer);
    const seen = `the preflight gets status ${answer.status}`;
    if (isRefused(answer)) return failed('not-authorized', seen);
    return other?.status === 'failed' ? failed(other.code, seen) : failed('endpoint-unexpected', seen);
  },
};

/** As the Fetch standard judges it for a request with credentials: there a `*` stands for itself. */
function judge({ status, headers: sent }: WebAnswer, origin: string): Outcome {
  const refused = (what: string) => failed('backend-unreachable', `the preflight gets status ${status}, and ${what}`);
  const allowed = sent.get('access-control-allow-origin');
  if (allowed === null) return refused('no Access-Control-Allow-Origin');
  if (allowed !== origin)
    return refused(
      `Access-Control-Allow-Origin ${allowed === '*' ? 'is *, which does not hold with cookies' : 'names another origin'}`,
    );
  if (sent.get('access-control-allow-credentials') !== 'true')
    return refused('no Access-Control-Allow-Credentials: true');
  const names = (sent.get('access-control-allow-headers') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const missing = headers.filter((name) => !names.includes(name));
  return missing.length === 0
    ? passed('pages of --origin may send what they need')
    : refused(`Access-Control-Allow-Headers lacks ${missing.join(', ')}`);
}
