import type { MintedSession } from '@meshes-embed/node';
import { failed, passed, unknown, type Check } from '../check.ts';
import { requestLaunch } from '../launching.ts';

/** The second use of the launch URL (contract §4). */
export const useOnce: Check = {
  name: 'use-once',
  expected: 'the second request of the same launch URL to be refused',
  needs: ['launch'],
  async run({ web, facts }) {
    const answer = await requestLaunch(web, (facts.minted as MintedSession).launch_url);
    if (typeof answer === 'string') return unknown(answer);
    if (answer.status < 300)
      return failed('launch-reusable', `a second request gets the page as well, status ${answer.status}`);
    if (answer.status < 400 || answer.status === 429 || answer.status >= 500)
      return unknown(`status ${answer.status} is no refusal of the launch URL`);
    return passed(`a second request is refused, status ${answer.status}`);
  },
};
