import { seenOf } from '../apiOutcome.ts';
import { failed, passed, type Check } from '../check.ts';

/** Whether Meshes takes the machine JWT (contract §1), by the answer that the service gave. */
export const signing: Check = {
  name: 'signing',
  expected: 'the signed machine JWT to be accepted',
  needs: ['service'],
  async run({ facts, exchanges }) {
    const { listing } = facts;
    if (listing?.code === 'unauthorized') return failed('key-refused', seenOf(listing));
    if (listing?.code === 'forbidden') return failed('organization-refused', seenOf(listing));
    const again = exchanges.some(({ status }) => status === 401) ? ', once it was dated by the clock of Meshes' : '';
    return passed(`the machine JWT is accepted${again}`);
  },
};
