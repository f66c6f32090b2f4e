import { SignJWT } from 'jose';
import type { Clock } from '../shared/clock.ts';
import type { Credentials } from './credentials.ts';

/** The longest that Meshes allows between `iat` and `exp` (contract §1). */
const ttlSeconds = 60;
/** `iat` lies this far back, so that a server whose clock differs by as much in either direction still accepts. */
const backdatingSeconds = 30;
/** A token must outlive the call that it is used for by this. */
const marginMs = 5_000;
/** Clocks that differ by less are no reason for a refusal. */
const minSkewMs = 5_000;
/** A server further away than this is not believed. */
const maxSkewMs = 600_000;

/** A signed machine JWT. */
export interface Bearer {
  readonly token: string;
  /** The end of its life, in ms by this machine's clock. */
  readonly expiresAt: number;
  /** How far the server's clock was taken to be ahead when it was signed, in ms. */
  readonly skewMs: number;
}

/** Signs for one machine key. */
export interface MachineJwt {
  /**
   * A token for a request that may take `remainingMs`: the last one again where it lives long enough, else a new one.
   * Never one that has expired.
   */
  bearer(remainingMs: number): Promise<Bearer>;
  /**
   * Learns from a refusal what time it is at Meshes.
   *
   * @param used - the token that was refused.
   * @param date - the `Date` header of the refusal.
   * @returns whether a token signed now would differ in its times by more than trifles.
   */
  learn(used: Bearer, date: string | null): boolean;
}

/**
 * Makes the signer of the machine JWT (contract §1): HS256 alone, header and claims fixed, 60 s from `iat` to `exp`.
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
      const there = date === null ? Number.NaN : Date.parse(date);
      const measured = there - clock.now();
      if (Math.abs(measured) <= maxSkewMs && Math.abs(measured - skewMs) > minSkewMs) skewMs = measured;
      return Math.abs(skewMs - used.skewMs) > minSkewMs;
    },
  };
}
