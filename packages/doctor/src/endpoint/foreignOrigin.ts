import { failed, passed, unknown, type Check } from '../check.ts';
import type { EndpointSettings } from '../settings.ts';
import { askAsPage, FOREIGN_ORIGIN, type PageAnswer } from './askAsPage.ts';
import { sessionIdOf } from './body.ts';
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
    const { status, text } = answer as Exclude<PageAnswer, string>;
    if (status < 300 && sessionIdOf(text) === null) return unknown(`status ${status}, and no session in it`);
    if (status < 300) return failed('endpoint-foreign-served', `a session for ${FOREIGN_ORIGIN}, status ${status}`);
    // Whom it serves at home, it refuses for the origin; and what no one signed in gets is no matter of the origin.
    const forOrigin = facts.own !== undefined || (status === 403 && facts.anonymous?.status !== 403);
    if (forOrigin) return passed(`a page of a foreign origin is refused, status ${status}`);
    const hint =
      (settings.endpoint as EndpointSettings).headers.length === 0 ? "; give a user's cookie with --header" : '';
    return unknown(`status ${status}, which may be for want of a sign-in${hint}`);
  },
};
