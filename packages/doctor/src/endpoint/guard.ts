import { failed, passed, unknown, type Check } from '../check.ts';
import type { WebAnswer } from '../web.ts';
import { sessionFaultOf, sessionIdOf } from './body.ts';
import { otherAnswer } from './refusal.ts';

/** No one is signed in. */
export const guard: Check = {
  name: 'endpoint-guard',
  expected: '401 where no one is signed in',
  needs: ['endpoint-route'],
  async run({ settings, facts }) {
    const answer = facts.anonymous as WebAnswer;
    const { status } = answer;
    const other = otherAnswer(answer);
    if (other !== null) return other;
    if (status < 300) {
      const seen = `status ${status}, though no one is signed in`;
      return sessionIdOf(answer.text) === null
        ? failed('session-malformed', `${seen}; ${sessionFaultOf(answer.text)}`)
        : failed('endpoint-open', seen);
    }
    // A page of another origin than the route may be refused for that, before anybody looks who is signed in.
    if (status === 403 && settings.endpoint?.url.origin !== settings.origin)
      return unknown('status 403, which may be for the origin of your pages');
    return passed(`refused without a sign-in, status ${status}`);
  },
};
