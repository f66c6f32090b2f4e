import { failed, passed, type Check } from '../check.ts';
import { plainText } from '../plainText.ts';
import type { WebAnswer } from '../web.ts';

/** Whether the answer with the tokens may be kept. */
export const noStore: Check = {
  name: 'endpoint-no-store',
  expected: 'Cache-Control: no-store on the answer',
  needs: ['endpoint-session'],
  async run({ facts }) {
    const value = (facts.own as WebAnswer).headers.get('cache-control');
    if (value === null) return failed('endpoint-cached', 'no Cache-Control');
    const seen = `Cache-Control: ${plainText(value)}`;
    return /(^|,)\s*no-store\s*(,|$)/i.test(value) ? passed(seen) : failed('endpoint-cached', seen);
  },
};
