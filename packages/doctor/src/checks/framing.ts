import type { MintedSession } from '@meshes-embed/node';
import type { Check } from '../check.ts';
import { judgeFraming } from '../framing.ts';

/** Whether your pages, and they alone, may frame what the launch URL opened. */
export const framing: Check = {
  name: 'framing',
  expected: 'a frame-ancestors that admits the origin of your pages, and not every origin',
  needs: ['launch'],
  async run({ settings, facts }) {
    return judgeFraming(facts.launched as Headers, (facts.minted as MintedSession).launch_url, settings.origin);
  },
};
