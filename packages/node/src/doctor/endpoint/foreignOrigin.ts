import { failed, passed, unknown, type Check } from '../check.ts';
import type { EndpointSettings } from '../settings.ts';
import { askAsPage, FOREIGN_ORIGIN, type PageAnswer } from './askAsPage.ts';
import { otherAnswer } from './refusal.ts';

/** A page of another site, in the name of the signed-in user where there is one: cookies come along from any page. */
export const foreignOrigin: Check = {
  name: 'endpoint-origin',
  expected: '403 for a page of a foreign origin',
  needs: ['endpoint-route'],
  async run(examination) {
    const { settings, facts } = examination;
    const answer = await askAsPage(examination, { origin: FOREIGN_ORIGIN, signedIn: true });
    facts.foreign = answer;
    const other = otherAnswer(answer);
    if (other !== null) return other;
    const { status } = answer as Exclude<PageAnswer, string>;
    if (status < 300) return failed('endpoint-foreign-served', `a session for ${FOREIGN_ORIGIN}, status ${status}`);
    if (status === 403) return passed('a page of a foreign origin is refused, status 403');
    if ((settings.endpoint as EndpointSettings).headers.length === 0) return unknown(`status ${status}: it wants a sign-in first; give a user's cookie with --header`);
    // With the same sign-in a page of the host's own is served, so it is the origin that was refused.
    return facts.own === undefined ? unknown(`status ${status}, as without a sign-in`) : passed(`a page of a foreign origin is refused, status ${status}`);
  },
};
