import { failed, passed, type Check } from '../check.ts';
import { askAsPage, type PageAnswer } from './askAsPage.ts';
import { otherAnswer } from './refusal.ts';

/** Nobody is signed in. */
export const guard: Check = {
  name: 'endpoint-guard',
  expected: '401 where nobody is signed in',
  needs: [],
  async run(examination) {
    const answer = await askAsPage(examination, { origin: examination.settings.origin, signedIn: false });
    const other = otherAnswer(answer);
    if (other !== null) return other;
    const { status } = answer as Exclude<PageAnswer, string>;
    return status < 300 ? failed('endpoint-open', `status ${status}, though nobody is signed in`) : passed(`refused without a sign-in, status ${status}`);
  },
};
