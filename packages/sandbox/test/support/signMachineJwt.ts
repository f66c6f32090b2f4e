import { SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';
import type { Credentials } from '../../src/index.ts';

/** What to sign instead of the agreed; a claim or header of `undefined` is left out. */
export interface JwtChanges {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly secretKey?: string;
}

/** A machine JWT as contract §1 wants it, but for the changes, written without any code of the sandbox. */
export async function signMachineJwt(credentials: Credentials, now: number, changes: JwtChanges = {}): Promise<string> {
  const issued = Math.floor(now / 1000);
  const claims = {
    iss: `urn:meshes:m2m:${credentials.accessKey}`,
    aud: 'meshes-api',
    org: credentials.organizationId,
    iat: issued,
    exp: issued + 60,
    ...changes.claims,
  };
  const header = { alg: 'HS256', typ: 'JWT', kid: credentials.accessKey, ...changes.header };
  return new SignJWT(present(claims) as JWTPayload)
    .setProtectedHeader(present(header) as JWTHeaderParameters)
    .sign(new TextEncoder().encode(changes.secretKey ?? credentials.secretKey));
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
