import type { MintedSession } from '@meshes-embed/node';
import { apiOutcome } from '../apiOutcome.ts';
import { failed, passed, type Check } from '../check.ts';

/** A new token for the same session (contract §6). */
export const refresh: Check = {
  name: 'refresh',
  expected: 'another access token for the same session',
  needs: ['mint'],
  async run({ client, facts, signal }) {
    const { session_id, access_token } = facts.minted as MintedSession;
    try {
      const refreshed = await client().sessions.refresh(session_id, { signal });
      if (refreshed.access_token === access_token)
        return failed('refresh-same-token', 'the token that the session had before');
      facts.newerToken = refreshed.access_token;
      return passed('a new access token for the same session');
    } catch (error) {
      return apiOutcome('refresh', error);
    }
  },
};
