import { base64url, type CryptoKey } from 'jose';
import type { Clock } from '../shared/clock.ts';

/** What a grant ties together. */
export interface GrantClaim {
  readonly sessionId: string;
  readonly subject: string;
  readonly workspaceId: string;
}

/** Signs and checks grants. */
export interface Grants {
  /** An opaque string that proves the claim from now on, for the grants' life. */
  sign(claim: GrantClaim): Promise<string>;
  /** Whether a string proves the claim: signed here for exactly this, and not over. */
  verify(grant: unknown, claim: GrantClaim): Promise<boolean>;
}

/** End of life in seconds since the epoch, then an HMAC-SHA256. Says nothing about the subject to whoever reads it. */
const GRANT = /^(\d{10,12})\.([A-Za-z0-9_-]{43})$/;

function message(claim: GrantClaim, expires: number): Uint8Array<ArrayBuffer> {
  const { sessionId, subject, workspaceId } = claim;
  return new TextEncoder().encode(JSON.stringify(['meshes-embed grant', sessionId, subject, workspaceId.toLowerCase(), expires]));
}

/**
 * @param keys - the first one signs, all of them verify.
 */
export function createGrants(keys: () => Promise<readonly CryptoKey[]>, ttlSeconds: number, clock: Clock): Grants {
  return {
    async sign(claim) {
      const expires = Math.floor(clock.now() / 1000) + ttlSeconds;
      const [key] = await keys();
      const mac = await crypto.subtle.sign('HMAC', key as CryptoKey, message(claim, expires));
      return `${expires}.${base64url.encode(new Uint8Array(mac))}`;
    },
    async verify(grant, claim) {
      const [, seconds, encoded] = (typeof grant === 'string' && GRANT.exec(grant)) || [];
      if (seconds === undefined || encoded === undefined) return false;
      const mac = base64url.decode(encoded);
      // The last character has bits to spare: only the spelling that was signed counts.
      if (base64url.encode(mac) !== encoded) return false;
      const signed = message(claim, Number(seconds));
      // `verify` compares in constant time.
      const verdicts = (await keys()).map((key) => crypto.subtle.verify('HMAC', key, mac as Uint8Array<ArrayBuffer>, signed));
      return (await Promise.all(verdicts)).includes(true) && Number(seconds) * 1000 > clock.now();
    },
  };
}
