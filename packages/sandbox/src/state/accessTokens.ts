import { compactVerify, SignJWT } from 'jose';
import type { Session, Sessions } from './sessions.ts';

/**
 * Why an access token is not good. `missing` if there is no token, `malformed` if it is not one of ours, `forgotten` where
 * it is from before a reset.
 */
export type TokenRefusal = 'missing' | 'malformed' | 'forgotten' | 'stale' | 'expired' | 'revoked';

/** What an access token turned out to be; the session is known of one that was good once. */
export type TokenCheck =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly reason: TokenRefusal; readonly session?: Session };

/** Makes and checks access tokens: JWTs signed by a key that no one else knows. */
export class AccessTokens {
  readonly #key = crypto.getRandomValues(new Uint8Array(32));
  readonly #sessions: Sessions;
  #resets = 0;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  /** The access token of the session's current generation. */
  issue(session: Session): Promise<string> {
    return new SignJWT({ sid: session.id, gen: session.generation, resets: this.#resets })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer('urn:meshes:embed')
      .setJti(crypto.randomUUID())
      .setIssuedAt(session.issuedAt)
      .setExpirationTime(session.issuedAt + session.grant.ttlSeconds)
      .sign(this.#key);
  }

  /** Good is only a token of the newest generation of a session that is neither revoked nor expired (contract §6). */
  async check(token: string | undefined): Promise<TokenCheck> {
    if (token === undefined) return { ok: false, reason: 'missing' };
    const claims = await this.#read(token);
    if (claims !== null && claims.resets !== this.#resets) return { ok: false, reason: 'forgotten' };
    const session = claims && this.#sessions.find(claims.sid);
    if (claims === null || session === null || session === undefined) return { ok: false, reason: 'malformed' };
    if (session.revoked) return { ok: false, reason: 'revoked', session };
    if (claims.gen !== session.generation) return { ok: false, reason: 'stale', session };
    if (this.#sessions.isExpired(session)) return { ok: false, reason: 'expired', session };
    return { ok: true, session };
  }

  /** All tokens so far are of sessions that are no more. */
  forget(): void {
    this.#resets += 1;
  }

  async #read(token: string): Promise<{ readonly sid: string; readonly gen: number; readonly resets: number } | null> {
    try {
      const { payload } = await compactVerify(token, this.#key, { algorithms: ['HS256'] });
      return JSON.parse(new TextDecoder().decode(payload));
    } catch {
      return null;
    }
  }
}
