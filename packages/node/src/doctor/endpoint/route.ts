import { failed, passed, type Check } from '../check.ts';
import { askAsPage } from './askAsPage.ts';

/** Whether the route is there. It is asked by a page where nobody is signed in: what that says is judged by the next check. */
export const route: Check = {
  name: 'endpoint-route',
  expected: 'a session route at --endpoint',
  needs: [],
  async run(examination) {
    const { settings, facts } = examination;
    const answer = await askAsPage(examination, { origin: settings.origin, signedIn: false });
    if (typeof answer === 'string') return failed('endpoint-unreachable', answer);
    facts.anonymous = answer;
    const { status } = answer;
    if (status === 404 || status === 405) return failed('endpoint-missing', `status ${status}`);
    return status === 429 || status >= 500 ? failed('endpoint-failing', `status ${status}`) : passed('it answers');
  },
};
