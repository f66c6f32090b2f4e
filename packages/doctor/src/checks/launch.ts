import type { MintedSession } from '@meshes-embed/node';
import type { Check } from '../check.ts';
import { judgeLaunch, requestLaunch } from '../launching.ts';

/** The first use of the launch URL (contract §4). */
export const launch: Check = {
  name: 'launch',
  expected: 'the page of the embed, at the first request of the launch URL',
  needs: ['launch-url'],
  async run({ web, facts }) {
    const answer = await requestLaunch(web, (facts.minted as MintedSession).launch_url);
    const outcome = judgeLaunch(answer);
    if (outcome.status === 'passed' && typeof answer !== 'string') facts.launched = answer.headers;
    return outcome;
  },
};
