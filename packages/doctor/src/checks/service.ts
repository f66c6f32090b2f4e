import { MeshesApiError } from '@meshes-embed/node';
import { seenOf } from '../apiOutcome.ts';
import { failed, passed, type Check } from '../check.ts';

/** Whether the management API answers. It is asked for a list of one session: what that says is judged by later checks. */
export const service: Check = {
  name: 'service',
  expected: 'an answer of the management API',
  needs: ['credentials'],
  async run({ settings, client, facts, signal }) {
    try {
      await client().sessions.list({ workspace_id: settings.workspaceId, limit: 1 }, { signal }).page();
      facts.listing = null;
      return passed('it answers');
    } catch (error) {
      if (!(error instanceof MeshesApiError)) throw error;
      facts.listing = error;
      switch (error.code) {
        case 'network':
        case 'timeout':
          return failed('service-unreachable', seenOf(error));
        case 'server-error':
        case 'rate-limited':
          return failed('service-failing', seenOf(error));
        case 'redirected':
        case 'unexpected-status':
        case 'bad-answer':
          return failed('service-other', seenOf(error));
        default:
          return passed(`it answers, with ${seenOf(error)}`);
      }
    }
  },
};
