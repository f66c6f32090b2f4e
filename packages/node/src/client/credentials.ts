import * as v from 'valibot';
import { checkInput } from '../shared/checkInput.ts';
import { field } from '../shared/sessionFields.ts';

/** The machine key (contract §1). Stays on the backend. */
export interface Credentials {
  /** UUID. */
  readonly organizationId: string;
  /** `mk_…` */
  readonly accessKey: string;
  /** At least 43 characters. */
  readonly secretKey: string;
}

const PLACEHOLDER = /(^|[-_])your|your([-_]|$)|secret_key|xxxx|change_?me|replace_?me|placeholder/i;

/** Real keys are random; fewer different characters than this is somebody's filler. */
const FEWEST_CHARACTERS = 4;

/** Whether a key can have come from a random generator, and not from a template. */
export function isReal(key: string): boolean {
  const random = key.replace(/^mk_/, '');
  return new Set(random).size >= FEWEST_CHARACTERS && !PLACEHOLDER.test(key);
}

/** What the three parts of a machine key must be (contract §1). */
export const credentialEntries = {
  organizationId: field(v.pipe(v.string(), v.uuid()), 'the UUID of your organization at Meshes'),
  accessKey: field(v.pipe(v.string(), v.regex(/^mk_[A-Za-z0-9_-]{22,}$/), v.check(isReal)), 'a real access key, mk_ and 22 or more letters, digits, - or _'),
  secretKey: field(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43,}$/), v.check(isReal)), 'a real secret key, 43 or more letters, digits, - or _'),
};

const schema = v.object(credentialEntries);

/**
 * Checks the machine key before it is ever used, so that a forgotten setting fails at start.
 *
 * @throws MeshesInputError with code `bad-credentials`; says nothing of a key but its length.
 */
export function checkCredentials(credentials: Credentials): Credentials {
  return checkInput<Credentials>(schema, credentials, 'createMeshesClient', 'bad-credentials');
}
