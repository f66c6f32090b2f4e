import { failed, passed, type Check } from '../check.ts';
import type { WebAnswer } from '../web.ts';
import { askAsPage } from './askAsPage.ts';
import { isGranted, isRefused, otherAnswer } from './refusal.ts';

/** The same page in a browser that sends no `Sec-Fetch-Site`: an older one, or any where the page came by plain http. */
export const originOnly: Check = {
  name: 'endpoint-origin-only',
  expected: 'the same answer where the browser sends Origin and no Sec-Fetch-Site',
  needs: ['endpoint-route'],
  async run(examination) {
    const { settings, facts } = examination;
    const signedIn = facts.own !== undefined;
    const { status: before } = (facts.own ?? facts.anonymous) as WebAnswer;
    const answer = await askAsPage(examination, { origin: settings.origin, signedIn, originOnly: true });
    // What is wrong with and without it has been told.
    if (typeof answer !== 'string' && answer.status === before) return passed(`the same answer, status ${before}`);
    const other = otherAnswer(answer);
    if (other !== null) return other;
    const { status } = answer as WebAnswer;
    const seen = `status ${status} without Sec-Fetch-Site, ${before} with it`;
    // Whom it does not take for signed in either way, it may refuse with one status or the other, but not for the origin.
    if (isGranted(answer as WebAnswer)) return failed('endpoint-unexpected', seen);
    return status === 401 && before === 403 && isRefused(answer as WebAnswer)
      ? passed(seen)
      : failed('not-authorized', seen);
  },
};
