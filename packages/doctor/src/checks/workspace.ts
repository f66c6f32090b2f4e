import { seenOf } from '../apiOutcome.ts';
import { failed, passed, type Check } from '../check.ts';

/** Whether the workspace is one of the key's organization, by the answer that the service gave. */
export const workspace: Check = {
  name: 'workspace',
  expected: 'a workspace of the organization that the key belongs to',
  needs: ['signing'],
  async run({ facts }) {
    return facts.listing ? failed('workspace-unknown', seenOf(facts.listing)) : passed('the key may list its sessions');
  },
};
