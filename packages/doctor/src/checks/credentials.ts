import { credentialFaults } from '@meshes-embed/node/internal';
import { failed, passed, type Check } from '../check.ts';

/** The form of the machine key (contract §1), by the rules of the client itself. */
export const credentials: Check = {
  name: 'credentials',
  expected: 'an organization id, an access key and a secret key in the form that Meshes gives them',
  needs: [],
  async run({ settings }) {
    const faults = credentialFaults(settings.credentials);
    if (faults.length === 0) return passed('organization id, access key and secret key have their form');
    return failed('credentials-malformed', faults.map(({ variable, message }) => `${variable}: ${message}`).join('; '));
  },
};
