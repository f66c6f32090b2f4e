import type { MeshesClient } from '../client/createMeshesClient.ts';
import { recallCredentials } from '../client/clientCredentials.ts';
import { placeholderIn } from '../client/placeholderIn.ts';
import { kindOf } from '../shared/kindOf.ts';
import { MeshesInputError } from '../shared/meshesInputError.ts';
import { secretOfCredentials, secretOfGrantKey, type GrantSecrets } from './grantKeys.ts';

const minKeyLength = 32;
const maxKeys = 10;

/**
 * Checks the secrets that grants are signed with. A missing key, as on a machine that only builds, is an error only at the
 * first use.
 *
 * @returns a function that returns the secrets, or throws MeshesInputError if one is missing or malformed.
 * @throws MeshesInputError for malformed `grantKeys`, and if they are missing for a client that this copy of the package
 * did not make.
 */
export function grantSecretsOf(client: MeshesClient, grantKeys: readonly string[] | undefined): () => GrantSecrets {
  const given: readonly unknown[] | undefined = grantKeys;
  if (given !== undefined && (!Array.isArray(given) || given.length < 1 || given.length > maxKeys))
    refuse('grantKeys', `1 to ${maxKeys} random secrets of ${minKeyLength} characters or more`, given);
  const keys = [...(given ?? [])];
  for (const [index, key] of keys.entries()) if (!isMissing(key)) checkKey(key, index);
  const credentials = recallCredentials(client);
  if (credentials === null && keys.length === 0) {
    throw new MeshesInputError(
      'bad-option',
      'grantKeys',
      'createSessionHandler: client: not made by createMeshesClient() of this copy of the package, so grantKeys must be given',
    );
  }
  return () => ({
    own: credentials && secretOfCredentials(credentials()),
    given: keys.map((key, index) => secretOfGrantKey(checkKey(key, index))),
  });
}

function isMissing(key: unknown): boolean {
  return key === undefined || key === null || (typeof key === 'string' && key.trim() === '');
}

function checkKey(key: unknown, index: number): string {
  const fault = typeof key === 'string' && !isMissing(key) ? (key.length < minKeyLength ? '' : placeholderIn(key)) : '';
  if (fault === null) return key as string;
  return refuse(`grantKeys.${index}`, `a random secret of ${minKeyLength} characters or more`, key, fault);
}

function refuse(field: string, expected: string, value: unknown, fault = ''): never {
  throw new MeshesInputError(
    'bad-option',
    field,
    `createSessionHandler: ${field}: expected ${expected}${fault === '' ? '' : ` (${fault})`}, got ${kindOf(value)}`,
  );
}
