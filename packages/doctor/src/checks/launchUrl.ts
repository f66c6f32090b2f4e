import type { MintedSession } from '@meshes-embed/node';
import { failed, passed, type Check } from '../check.ts';

/**
 * Scheme and origin of the launch URL (contract §4). The client has refused whatever is neither https nor a sandbox's
 * on loopback; what it cannot know is the origin of the pages.
 */
export const launchUrl: Check = {
  name: 'launch-url',
  expected: 'an https URL (http on loopback) at another origin than that of your pages',
  needs: ['mint'],
  async run({ settings, facts }) {
    const { origin, protocol } = new URL((facts.minted as MintedSession).launch_url);
    if (origin === settings.origin) return failed('launch-own-origin', `${origin}, which is that of your pages`);
    return passed(protocol === 'https:' ? origin : `${origin}, plain http as of a sandbox`);
  },
};
