import * as v from 'valibot';
import { SandboxError } from '../sandboxError.ts';

/** The machine key (contract §1): what a host's backend signs its requests with. */
export interface Credentials {
  /** UUID. */
  readonly organizationId: string;
  /** `mk_` and at least 22 characters of `A-Za-z0-9_-`. */
  readonly accessKey: string;
  /** At least 43 characters of `A-Za-z0-9_-`. */
  readonly secretKey: string;
}

/** The sandbox's own machine key. Public knowledge: it opens nothing but a sandbox. */
export const sandboxCredentials: Credentials = {
  organizationId: '5a4db0c5-0d5e-4f7a-9d3c-6b1f0a2e8c47',
  accessKey: 'mk_sandbox_development_only_0001',
  secretKey: 'sandbox-development-only-secret-not-for-production-0001',
};

const schema = v.object({
  organizationId: v.pipe(v.string(), v.uuid()),
  accessKey: v.pipe(v.string(), v.regex(/^mk_[A-Za-z0-9_-]{22,}$/)),
  secretKey: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43,}$/)),
});

const expected: Readonly<Record<string, string>> = {
  organizationId: 'a UUID',
  accessKey: '"mk_" and at least 22 characters of A-Z a-z 0-9 _ -',
  secretKey: 'at least 43 characters of A-Z a-z 0-9 _ -',
};

/**
 * Checks the formats of contract §1.
 *
 * @throws SandboxError `bad-option`, naming the field and never its value.
 */
export function readCredentials(value: unknown): Credentials {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const field = v.getDotPath(result.issues[0]);
  throw new SandboxError(
    'bad-option',
    field === null ? 'credentials: expected an object' : `credentials.${field}: expected ${expected[field]}`,
  );
}
