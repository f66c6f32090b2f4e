import { checkCredentials } from '../../client/credentials.ts';
import { MeshesInputError } from '../../shared/MeshesInputError.ts';
import { failed, passed, type Check } from '../check.ts';

const variables: Readonly<Record<string, string>> = {
  organizationId: 'MESHES_ORGANIZATION_ID',
  accessKey: 'MESHES_ACCESS_KEY',
  secretKey: 'MESHES_SECRET_KEY',
};

/** The form of the machine key (contract §1), by the rules of the client itself. */
export const credentials: Check = {
  name: 'credentials',
  expected: 'an organization id, an access key and a secret key in the form that Meshes gives them',
  needs: [],
  async run({ settings }) {
    try {
      checkCredentials(settings.credentials);
      return passed('organization id, access key and secret key have their form');
    } catch (error) {
      if (!(error instanceof MeshesInputError)) throw error;
      const message = error.message.replace(/^createMeshesClient: \w+: /, '');
      return failed('credentials-malformed', `${variables[error.field ?? ''] ?? 'the credentials'}: ${message}`);
    }
  },
};
