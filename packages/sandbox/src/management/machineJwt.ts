import { errors, jwtVerify, type JWTPayload, type ProtectedHeaderParameters } from 'jose';
import type { MiddlewareHandler } from 'hono';
import { ApiError } from '../http/apiError.ts';
import { bearerToken } from '../http/bearerToken.ts';
import type { Clock } from '../state/clock.ts';
import type { Credentials } from '../state/credentials.ts';

/** Longest life of a machine JWT, `exp - iat` (contract §1). s */
const longestLife = 60;

/** How far the caller's clock may be off. s */
const leeway = 5;

/**
 * Lets a request pass whose machine JWT is good (contract §1): signed HS256 by the secret key, `kid` the access key,
 * and all claims as agreed. Else 401; a good JWT for another organization gets 403.
 */
export function requireMachineJwt(credentials: Credentials, clock: Clock): MiddlewareHandler {
  const key = new TextEncoder().encode(credentials.secretKey);
  return async (c, next) => {
    const token = bearerToken(c);
    if (token === undefined) throw refusal('expected "Authorization: Bearer <machine JWT>"');
    const payload = await verify(token, key, credentials.accessKey, clock);
    checkLife(payload, clock.seconds());
    if (typeof payload['org'] !== 'string') throw refusal('"org": expected the organization id');
    if (payload['org'].toLowerCase() !== credentials.organizationId.toLowerCase()) {
      throw new ApiError(403, 'This machine key belongs to another organization', { code: 'wrong-organization' });
    }
    await next();
  };
}

async function verify(token: string, key: Uint8Array, accessKey: string, clock: Clock): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, (header) => keyFor(header, key, accessKey), {
      algorithms: ['HS256'],
      issuer: `urn:meshes:m2m:${accessKey}`,
      audience: 'meshes-api',
      requiredClaims: ['iat', 'exp', 'org'],
      currentDate: new Date(clock.now()),
      clockTolerance: leeway,
    });
    return payload;
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw refusal(describe(error));
  }
}

function keyFor(header: ProtectedHeaderParameters, key: Uint8Array, accessKey: string): Uint8Array {
  if (header['kid'] !== accessKey) throw refusal('"kid": no such access key');
  if (header['typ'] !== undefined && header['typ'] !== 'JWT') throw refusal('"typ": expected "JWT"');
  return key;
}

function checkLife({ iat, exp }: JWTPayload, now: number): void {
  if (typeof iat !== 'number' || typeof exp !== 'number') throw refusal('"iat" and "exp": expected numbers');
  if (iat > now + leeway) throw refusal('"iat": lies in the future; check the clock');
  if (exp - iat > longestLife || exp <= iat) throw refusal(`"exp": expected at most ${longestLife} s after "iat"`);
}

/** The library's words name the claim at fault and never its value. */
function describe(error: unknown): string {
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'the signature does not match';
  if (error instanceof errors.JWTExpired) return '"exp": is over; check the clock';
  if (error instanceof errors.JOSEAlgNotAllowed) return '"alg": expected HS256';
  return error instanceof errors.JOSEError ? error.message : 'not a JWT';
}

function refusal(reason: string): ApiError {
  return new ApiError(401, `Machine JWT: ${reason}`, { code: 'unauthorized' }, { 'WWW-Authenticate': 'Bearer' });
}
