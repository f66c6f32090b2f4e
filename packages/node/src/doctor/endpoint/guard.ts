import { failed, passed, type Check } from '../check.ts';
import type { WebAnswer } from '../web.ts';
import { otherAnswer } from './refusal.ts';

/** Nobody is signed in. */
export const guard: Check = {
  name: 'endpoint-guard',
  expected: '401 where nobody is signed in',
  needs: ['endpoint-route'],
  async run({ facts }) {
    const answer = facts.anonymous as WebAnswer;
    const { status } = answer;
    if (status < 300) return failed('endpoint-open', `status ${status}, though nobody is signed in`);
    return otherAnswer(answer) ?? passed(`refused without a sign-in, status ${status}`);
  },
};
