import {
  defineCheck,
  failed,
  passed,
  unknown,
  type Check,
  type CheckContext,
  type CheckResult,
} from '../shared/check.ts';
import { frameAncestorsOf, isAllowed } from '../shared/frameAncestors.ts';
import type { HttpResult } from '../shared/http.ts';
import { printable } from '../shared/redact.ts';
import { foreignOrigin } from '../shared/sessionRoute.ts';
import { mint } from './sessionChecks.ts';

/**
 * Scheme and origin of the launch URL (contract §4). The client has refused every URL but https, and http on loopback as
 * of a sandbox. It does not know the origin of the pages.
 */
const launchUrl = defineCheck({
  name: 'launch-url',
  expected: 'an https URL (http on loopback) at another origin than that of your pages',
  needs: { mint },
  async run({ mint: session }, { settings }) {
    const { origin, protocol } = new URL(session.launch_url);
    if (origin === settings.origin) return failed('launch-own-origin', `${origin}, which is that of your pages`);
    return passed(protocol === 'https:' ? origin : `${origin}, plain http as of a sandbox`);
  },
});

/** The first use of the launch URL (contract §4). The value is the headers of the page. */
const launch = defineCheck({
  name: 'launch',
  expected: 'the page of the embed, at the first request of the launch URL',
  needs: { mint, launchUrl },
  async run({ mint: session }, context): Promise<CheckResult<Headers>> {
    return checkLaunch(await requestLaunch(session.launch_url, context));
  },
});

/** Whether your pages, and only yours, may frame what the launch URL opened. */
const framing = defineCheck({
  name: 'framing',
  expected: 'a frame-ancestors that admits the origin of your pages, and not every origin',
  needs: { mint, launch },
  async run({ mint: session, launch: headers }, { settings }) {
    return checkFraming(headers, session.launch_url, settings.origin);
  },
});

/** The second use of the launch URL (contract §4). */
const useOnce = defineCheck({
  name: 'use-once',
  expected: 'the second request of the same launch URL to be refused',
  needs: { mint, launch },
  async run({ mint: session }, context) {
    const answer = await requestLaunch(session.launch_url, context);
    if ('reason' in answer) return unknown(answer.reason);
    const { status } = answer;
    if (status < 300) return failed('launch-reusable', `a second request gets the page as well, status ${status}`);
    if (status < 400 || status === 429 || status >= 500)
      return unknown(`status ${status} does not refuse the launch URL`);
    return passed(`a second request is refused, status ${status}`);
  },
});

/** Whether the launch URL works, in the order in which the checks run. */
export const launchChecks: readonly Check[] = [launchUrl, launch, framing, useOnce];

/** Requests a launch URL as the iframe of a page does. */
export async function requestLaunch(url: string, { http }: CheckContext): Promise<HttpResult> {
  return await http.send(url, {
    headers: {
      accept: 'text/html',
      'sec-fetch-dest': 'iframe',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-site': 'cross-site',
    },
  });
}

/** What the answer to the first use of a launch URL says. The value is its headers. */
export function checkLaunch(answer: HttpResult): CheckResult<Headers> {
  if ('reason' in answer) return failed('launch-failing', answer.reason);
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return passed(`the embed's page, status ${status}`, headers);
  if (status >= 300 && status < 400) return unknown(`it redirects (status ${status}), and that is not followed`);
  if (status === 429 || status >= 500) return failed('launch-failing', `status ${status}`);
  const isPage = headers.get('content-type')?.startsWith('text/html') === true;
  return failed('launch-refused', `status ${status}${isPage ? ', a page that says why' : ''}`);
}

/**
 * Whether a launched page lets the host's pages frame it, and not every origin (contract §2, `allowed_origins`).
 *
 * @param prefix - of the codes: `endpoint-` where the host's own route minted the session, and so chose the origins.
 */
export function checkFraming(
  headers: Headers,
  url: string,
  origin: string,
  prefix: '' | 'endpoint-' = '',
): CheckResult<undefined> {
  const framed = new URL(url).origin;
  const policies = frameAncestorsOf(headers);
  if (policies.length === 0) {
    const older = headers.get('x-frame-options')?.trim().toUpperCase() ?? '';
    if (older === 'DENY' || older === 'SAMEORIGIN')
      return failed(`${prefix}framing-refused`, `no frame-ancestors, and X-Frame-Options: ${older}`);
    return failed(`${prefix}framing-open`, 'no frame-ancestors');
  }
  const observed = printable(policies.map((sources) => `frame-ancestors ${sources.join(' ')}`.trim()).join(', '));
  if (!isAllowed(policies, origin, framed)) return failed(`${prefix}framing-refused`, observed);
  // No one can have this origin, so a policy that allows it allows every origin.
  if (isAllowed(policies, foreignOrigin, framed)) return failed(`${prefix}framing-open`, observed);
  return passed(observed);
}
