import { passed, type Check } from '../check.ts';
import { askAsPage } from './askAsPage.ts';
import { otherAnswer } from './refusal.ts';

/** What a route that is no session route at all says to everybody, signed in or not. */
const notThere: readonly unknown[] = ['backend-unreachable', 'endpoint-missing', 'endpoint-not-json', 'backend-failed'];

/** Whether the route is there. It is asked by a page where no one is signed in: what that says is judged by the next check. */
export const route: Check = {
  name: 'endpoint-route',
  expected: 'a session route at --endpoint',
  needs: [],
  async run(examination) {
    const { settings, facts } = examination;
    const answer = await askAsPage(examination, { origin: settings.origin, signedIn: false });
    const other = otherAnswer(answer);
    if (other?.status === 'failed' && notThere.includes(other.code)) return other;
    if (typeof answer !== 'string') facts.anonymous = answer;
    return passed('it answers');
  },
};
