import type { LaunchPage, SessionRole, SessionType } from '@meshes-embed/core/protocol';
import type { Clock } from './clock.ts';
import { randomText } from './randomText.ts';

/** What a mint grants (contract §2), checked. */
export interface Grant {
  readonly workspaceId: string;
  readonly role: SessionRole;
  readonly sessionType: SessionType;
  readonly externalUserId?: string;
  readonly resource?: string;
  readonly resourceId?: string;
  readonly scopes: readonly string[];
  /** Who may frame the embed and talk to it; empty if the mint named no one. */
  readonly allowedOrigins: readonly string[];
  readonly launchPage: LaunchPage;
  readonly ttlSeconds: number;
  readonly launchTtlSeconds: number;
}

/** A logical session. It outlives its access tokens: each refresh makes the next generation of them (contract §6). */
export interface Session {
  readonly id: string;
  readonly grant: Grant;
  /** Position in the order of minting; newer is larger. */
  readonly sequence: number;
  /** ms since epoch. */
  readonly createdAt: number;
  readonly launchToken: string;
  /** ms since epoch. */
  readonly launchExpiresAt: number;
  launchSpent: boolean;
  /** Tokens of any other generation are stale. */
  generation: number;
  /** When the current access token was made. Whole s since epoch. */
  issuedAt: number;
  /** When the current access token ends. ms since epoch */
  expiresAt: number;
  revoked: boolean;
}

/** All sessions of the sandbox. */
export class Sessions {
  readonly #clock: Clock;
  readonly #byId = new Map<string, Session>();
  readonly #byLaunchToken = new Map<string, Session>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Makes a session with its first access token's life and a launch token. */
  mint(grant: Grant): Session {
    const now = this.#clock.now();
    const session: Session = {
      id: crypto.randomUUID(),
      grant,
      sequence: this.#byId.size + 1,
      createdAt: now,
      launchToken: randomText(32),
      launchExpiresAt: now + grant.launchTtlSeconds * 1000,
      launchSpent: false,
      generation: 0,
      issuedAt: 0,
      expiresAt: 0,
      revoked: false,
    };
    this.renew(session);
    this.#byId.set(session.id, session);
    this.#byLaunchToken.set(session.launchToken, session);
    return session;
  }

  /** Starts the next generation of access tokens; all earlier ones are stale from now on (contract §6). */
  renew(session: Session): void {
    session.generation += 1;
    session.issuedAt = this.#clock.seconds();
    session.expiresAt = (session.issuedAt + session.grant.ttlSeconds) * 1000;
  }

  /** Ends the current access token; the session can still be refreshed. */
  expire(session: Session): void {
    session.expiresAt = Math.min(session.expiresAt, this.#clock.now());
  }

  /** Ends the session for good: no launch, no refresh, and its tokens fail (contract §6). */
  revoke(session: Session): void {
    session.revoked = true;
  }

  isExpired(session: Session): boolean {
    return session.expiresAt <= this.#clock.now();
  }

  find(id: string): Session | undefined {
    return this.#byId.get(id.toLowerCase());
  }

  /** The session that this launch token was minted for, whatever became of it. */
  findByLaunchToken(token: string): Session | undefined {
    return this.#byLaunchToken.get(token);
  }

  /** All sessions of a workspace, the newest first. */
  ofWorkspace(workspaceId: string): readonly Session[] {
    return [...this.#byId.values()].filter((session) => session.grant.workspaceId === workspaceId).reverse();
  }

  /** Forgets all. */
  clear(): void {
    this.#byId.clear();
    this.#byLaunchToken.clear();
  }
}
