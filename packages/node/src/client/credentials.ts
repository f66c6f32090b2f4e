import * as v from 'valibot';
import { kindOf } from '../shared/kindOf.ts';
import { MeshesInputError } from '../shared/meshesInputError.ts';
import { placeholderIn } from './placeholderIn.ts';

/** The machine key (contract §1). It must stay on the backend. */
export interface Credentials {
  /** UUID. */
  readonly organizationId: string;
  /** `mk_…` */
  readonly accessKey: string;
  /** At least 43 characters. */
  readonly secretKey: string;
}

/** A machine key as it comes from the environment: any part may be missing. */
type GivenCredentials = { readonly [Name in keyof Credentials]: string | undefined };

/** One part of a machine key. */
interface Part {
  readonly name: keyof Credentials;
  /** The environment variable that this package's documents read it from. */
  readonly variable: string;
  readonly expected: string;
  /** @returns what is wrong with the text, as a clause; empty if its kind and length say it already; null if it is valid. */
  faultOf(text: string): string | null;
}

const parts: readonly Part[] = [
  {
    name: 'organizationId',
    variable: 'MESHES_ORGANIZATION_ID',
    expected: 'the UUID of your organization at Meshes',
    faultOf: (text) => (v.is(v.pipe(v.string(), v.uuid()), text) ? null : (strayIn(text) ?? '')),
  },
  {
    name: 'accessKey',
    variable: 'MESHES_ACCESS_KEY',
    expected: 'a real access key, mk_ and 22 or more letters, digits, - or _',
    faultOf: (text) =>
      strayIn(text) ??
      (text.startsWith('mk_') ? shortOf(text, 25) : 'it does not begin with mk_') ??
      placeholderIn(text),
  },
  {
    name: 'secretKey',
    variable: 'MESHES_SECRET_KEY',
    expected: 'a real secret key, 43 or more letters, digits, - or _',
    faultOf: (text) => strayIn(text) ?? shortOf(text, 43) ?? placeholderIn(text),
  },
];

/** What copying and quoting may leave in a key. */
function strayIn(text: string): string | null {
  if (/[\r\n]/.test(text)) return 'there is a line break in it';
  if (/\s/.test(text)) return 'there is a blank in it';
  if (/["'`]/.test(text)) return 'there are quotes in it';
  return /[^A-Za-z0-9_-]/.test(text) ? 'there is another character in it' : null;
}

/** The message says the length of the value anyway, so the clause is empty. */
function shortOf(text: string, minLength: number): '' | null {
  return text.length < minLength ? '' : null;
}

/** A malformed or missing part of a machine key. */
interface CredentialFault {
  readonly name: keyof Credentials;
  readonly variable: string;
  /** What was expected and what came. It tells only the kind and the length of a key. */
  readonly message: string;
  readonly missing: boolean;
}

/** The malformed and missing parts of a machine key (contract §1). */
export function credentialFaults(given: GivenCredentials): readonly CredentialFault[] {
  return parts.flatMap(({ name, variable, expected, faultOf }) => {
    const value: unknown = given[name];
    const missing = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
    const fault = typeof value === 'string' && !missing ? faultOf(value) : '';
    return fault === null
      ? []
      : [
          {
            name,
            variable,
            missing,
            message: `expected ${expected}${fault === '' ? '' : ` (${fault})`}, got ${kindOf(value)}`,
          },
        ];
  });
}

/**
 * Checks a machine key before anything is signed with it.
 *
 * @throws MeshesInputError with code `bad-credentials` that names every malformed part and every missing variable.
 */
export function checkCredentials(given: GivenCredentials): Credentials {
  const faults = credentialFaults(given);
  const [first] = faults;
  if (first === undefined) return given as Credentials;
  const missing = faults.filter((fault) => fault.missing).map(({ variable }) => variable);
  const remedy =
    missing.length === 0
      ? ''
      : ` Set ${missing.join(', ')} where this server runs, or what your own code reads in its place.`;
  throw new MeshesInputError(
    'bad-credentials',
    first.name,
    `createMeshesClient: ${faults.map(({ name, message }) => `${name}: ${message}`).join('; ')}.${remedy}`,
  );
}
