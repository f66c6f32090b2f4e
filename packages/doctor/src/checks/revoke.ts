import { MeshesApiError, type MintedSession } from '@meshes-embed/node';
import { apiOutcome, seenOf } from '../apiOutcome.ts';
import { failed, passed, unknown, type Check } from '../check.ts';

/** The end of a session: its refresh is refused from then on (contract §2, 409). */
export const revoke: Check = {
  name: 'revoke',
  expected: 'the session to end: a refresh gets 409 from then on',
  needs: ['mint'],
  async run({ client, facts, sessions, signal }) {
    const { session_id } = facts.minted as MintedSession;
    try {
      await client().sessions.revoke(session_id, { signal });
    } catch (error) {
      return apiOutcome('revoke', error);
    }
    try {
      await client().sessions.refresh(session_id, { signal });
      return failed('revoke-without-effect', 'a refresh brings a new token all the same');
    } catch (error) {
      if (!(error instanceof MeshesApiError)) throw error;
      sessions.revoked(session_id);
      return error.code === 'revoked'
        ? passed('revoked, and a refresh gets 409')
        : unknown(`revoked, and a refresh then gets something else than 409: ${seenOf(error)}`);
    }
  },
};
