import type { MeshesClient } from '@meshes-embed/node';
import { failed, passed, type Check } from '../check.ts';

/**
 * Revokes whatever is left of the sessions that were minted.
 *
 * @param clientFor - makes a client that tries again what fails in passing: this is no time to look for faults.
 */
export function cleanUp(clientFor: () => MeshesClient): Check {
  return {
    name: 'clean-up',
    expected: 'no session left of those that this run minted',
    needs: [],
    always: true,
    async run({ sessions, settings }) {
      if (!sessions.isBusy()) return passed(describe(sessions.counts()));
      const { left, lost } = await sessions.cleanUp(clientFor(), settings.workspaceId);
      if (left.length > 0) return failed('session-left', `not revoked: ${left.join(', ')}`);
      if (lost)
        return failed(
          'session-left',
          'the answer to a mint got lost, and the sessions of the workspace cannot be listed',
        );
      return passed(describe(sessions.counts()));
    },
  };
}

function describe({ minted }: { readonly minted: number }): string {
  if (minted === 0) return 'no session was minted';
  return minted === 1
    ? 'the session that was minted is revoked'
    : `the ${minted} sessions that were minted are revoked`;
}
