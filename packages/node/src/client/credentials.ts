import * as v from 'valibot';
import { kindOf } from '../shared/kindOf.ts';
import { MeshesInputError } from '../shared/meshesInputError.ts';
import { placeholderIn } from './placeholderIn.ts';

/** The machine key (contract §1). Stays on the backend. */
export interface Credentials {
  /** UUID. */
  readonly organizationId: string;
  /** `mk_…` */
  readonly accessKey: string;
  /** At least 43 characters. */
  readonly secretKey: string;
}

/** A machine key as the environment gives it: any part of it may be missing. */
type GivenCredentials = { readonly [Name in keyof Credentials]: string | undefined };

/** One part of a machine key. */
interface Part {
  readonly name: keyof Credentials;
  /** The variable that this package's documents take it from. */
  readonly variable: string;
  readonly expected: string;
  /** @returns what is wrong with filled text, as a clause, empty where kind and length say it; null where nothing is. */
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

/** What copying and quoting leave in a key. */
function strayIn(text: string): string | null {
  if (/[\r\n]/.test(text)) return 'there is a line break in it';
  if (/\s/.test(text)) return 'there is a blank in it';
  if (/["'`]/.test(text)) return 'there are quotes in it';
  return /[^A-Za-z0-9_-]/.test(text) ? 'there is another character in it' : null;
}

/** The length that came is told with its kind, so there is nothing to add. */
function shortOf(text: string, least: number): '' | null {
  return text.length < least ? '' : null;
}

/** A part of a machine key that cannot be used, and why. */
interface CredentialFault {
  readonly name: keyof Credentials;
  readonly variable: string;
  /** What came and what was expected. Says nothing of a key but its kind and its length. */
  readonly message: string;
  readonly missing: boolean;
}

/** Every part of a machine key that cannot be used (contract §1). */
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
 * @throws MeshesInputError with code `bad-credentials` that names every part at fault, and the variables that are missing.
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
