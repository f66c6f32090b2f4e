import { apiOutcome, mayHaveMinted } from '../apiOutcome.ts';
import { passed, type Check } from '../check.ts';

/** The shortest life there is, so that even a session that cannot be revoked is gone soon. */
const TTL_S = 300;
/** The longest, so that a slow network does not pass for a refused launch. */
const LAUNCH_TTL_S = 60;

/** Mints one session, for the origin that is looked at. */
export const mint: Check = {
  name: 'mint',
  expected: 'a session with an access token and a launch URL',
  needs: ['workspace'],
  async run({ settings, client, sessions, facts }) {
    const known = sessions.minting();
    try {
      // Not given up on Ctrl-C: a session that is being made has to be known to be ended.
      const session = await client().sessions.mint({
        workspace_id: settings.workspaceId,
        allowed_origins: [settings.origin],
        external_user_id: sessions.marker,
        ttl_seconds: TTL_S,
        launch_ttl_seconds: LAUNCH_TTL_S,
      });
      known(session.session_id);
      facts.minted = session;
      return passed(
        `a session${session.expires_in === undefined ? '' : ` of ${session.expires_in} s`}, role ${session.role ?? 'not told'}`,
      );
    } catch (error) {
      if (!mayHaveMinted(error)) known(null);
      return apiOutcome('mint', error);
    }
  },
};
