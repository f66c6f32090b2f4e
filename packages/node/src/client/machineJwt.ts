import { SignJWT } from 'jose';
import type { Clock } from '../shared/clock.ts';
import type { Credentials } from './credentials.ts';

/** The longest time that Meshes allows between `iat` and `exp` (contract §1). */
const ttlSeconds = 60;
/** `iat` is this far in the past, so that Meshes accepts the JWT although the clocks differ by as much in either direction. */
const backdatingSeconds = 30;
/** A JWT must outlive the call that it is used for by this much. */
const marginMs = 5_000;
/** A smaller difference between the clocks is no reason for a refusal. */
const minSkewMs = 5_000;
/** A larger difference between the clocks is ignored as implausible. */
const maxSkewMs = 600_000;

/** A signed machine JWT. */
export interface Bearer {
  readonly token: string;
  /** When it expires, in ms since the epoch by this machine's clock. */
  readonly expiresAt: number;
  /** The assumed lead of Meshes' clock when it was signed, in ms. */
  readonly skewMs: number;
}

/** Signs the JWTs of one machine key. */
export interface MachineJwt {
  /**
   * A JWT for a request that may take `remainingMs`: the last one if it lives long enough, else a new one. Never an
   * expired one.
   */
  bearer(remainingMs: number): Promise<Bearer>;
  /**
   * Learns the difference between the clocks from a refusal.
   *
   * @param used - the JWT that was refused.
   * @param date - the `Date` header of the refusal.
   * @returns whether the times of a JWT signed now would differ notably from those of the refused one.
   */
  learn(used: Bearer, date: string | null): boolean;
}

/**
 * Makes the signer of the machine JWT (contract §1): only HS256, fixed header and claims, 60 s from `iat` to `exp`.
 */
export function createMachineJwt(credentials: Credentials, clock: Clock): MachineJwt {
  const key = new TextEncoder().encode(credentials.secretKey);
  let skewMs = 0;
  let last: Bearer | null = null;

  async function sign(): Promise<Bearer> {
    const skew = skewMs;
    const iat = Math.floor((clock.now() + skew) / 1000) - backdatingSeconds;
    const exp = iat + ttlSeconds;
    const token = await new SignJWT({
      iss: `urn:meshes:m2m:${credentials.accessKey}`,
      aud: 'meshes-api',
      org: credentials.organizationId,
      iat,
      exp,
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: credentials.accessKey })
      .sign(key);
    return { token, expiresAt: exp * 1000 - skew, skewMs: skew };
  }

  return {
    async bearer(remainingMs) {
      const reusable =
        last !== null && last.skewMs === skewMs && last.expiresAt - clock.now() >= remainingMs + marginMs;
      if (!reusable) last = await sign();
      return last as Bearer;
    },
    learn(used, date) {
      // Stryker disable next-line ConditionalExpression: null is no date either.
      const there = date === null ? Number.NaN : Date.parse(date);
      const measured = there - clock.now();
      if (Math.abs(measured) <= maxSkewMs && Math.abs(measured - skewMs) > minSkewMs) skewMs = measured;
      return Math.abs(skewMs - used.skewMs) > minSkewMs;
    },
  };
}
