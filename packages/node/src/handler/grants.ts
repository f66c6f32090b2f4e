import type { Clock } from '../shared/clock.ts';
import type { GrantKeys } from './grantKeys.ts';
import type { MacKey } from './macKey.ts';

/** What a grant proves: this session belongs to this subject and this workspace. */
export interface GrantClaim {
  readonly sessionId: string;
  readonly subject: string;
  readonly workspaceId: string;
}

/** Signs and verifies grants. Every method rejects with MeshesInputError if a key is missing. */
export interface Grants {
  /** Derives the keys, so that a missing key is found before a session is minted. */
  prepare(): Promise<void>;
  /** Makes an opaque string that proves the claim until the grant expires. */
  sign(claim: GrantClaim): Promise<string>;
  /** Whether a string proves the claim: signed for this claim with a known key, and not expired. */
  verify(grant: unknown, claim: GrantClaim): Promise<boolean>;
}

/**
 * The expiry in seconds since the epoch, then an HMAC-SHA256 with the key of the machine key, then one with each of
 * `grantKeys`. It shows nothing of the subject.
 */
const grantPattern = /^(\d{10,12})\.([A-Za-z0-9_-]{43})?((?:\.[A-Za-z0-9_-]{43}){0,10})$/;

/** With `grantKeys` the signed text differs from the one without, so removing signatures from a grant makes it invalid. */
type Kind = 'meshes-embed grant' | 'meshes-embed grant of several keys';

function message(claim: GrantClaim, expires: number, several: boolean): string {
  const { sessionId, subject, workspaceId } = claim;
  const kind: Kind = several ? 'meshes-embed grant of several keys' : 'meshes-embed grant';
  return JSON.stringify([kind, sessionId, subject, workspaceId.toLowerCase(), expires]);
}

/**
 * Every key signs, and one known key is enough to verify. So replicas with different keys, as during a rolling deploy,
 * accept each other's grants as long as they have one key in common. If both sides have `grantKeys`, it has to be one of
 * these. So removing a grant key ends its grants.
 */
export function createGrants(keys: () => Promise<GrantKeys>, ttlSeconds: number, clock: Clock): Grants {
  return {
    async prepare() {
      await keys();
    },
    async sign(claim) {
      const expires = Math.floor(clock.now() / 1000) + ttlSeconds;
      const { own, given } = await keys();
      const signed = message(claim, expires, given.length > 0);
      const macs = await Promise.all([own, ...given].map((key) => (key === null ? '' : key.sign(signed))));
      return [expires, ...macs].join('.');
    },
    async verify(grant, claim) {
      // The defaults of `others` and of the whole may be anything: what is no grant is refused right after.
      const [, seconds, own = '', others = ''] = (typeof grant === 'string' && grantPattern.exec(grant)) || [];
      // Stryker disable next-line ConditionalExpression: without it nothing is proven either; this saves the keys and the work.
      if (seconds === undefined) return false;
      const given = others.split('.').slice(1);
      const known = await keys();
      const several = given.length > 0 && known.given.length > 0;
      const signed = message(claim, Number(seconds), given.length > 0);
      const proven = await anyProves(several ? given : [own], several ? known.given : [known.own], signed);
      return proven && Number(seconds) * 1000 > clock.now();
    },
  };
}

async function anyProves(macs: readonly string[], keys: readonly (MacKey | null)[], signed: string): Promise<boolean> {
  // Stryker disable next-line all: a signature of nothing is no proof either; this saves the work.
  const texts = macs.filter((text) => text !== '');
  // Stryker disable next-line ArrayDeclaration: anything but `true` is no proof.
  const verdicts = texts.flatMap((mac) => keys.flatMap((key) => (key === null ? [] : key.verify(mac, signed))));
  return (await Promise.all(verdicts)).includes(true);
}
