import type { Clock } from './clock.ts';
import { randomText } from './randomText.ts';
import type { Session } from './sessions.ts';

/** A connection that waits for the provider's consent (contract §7). */
export interface OauthRequest {
  readonly session: Session;
  readonly providerId: string;
  readonly name: string;
}

/** How long the person has to decide. ms */
const patience = 600_000;

/** The consents under way, each known by a one-time state. */
export class OauthRequests {
  readonly #clock: Clock;
  readonly #byState = new Map<string, OauthRequest & { readonly expiresAt: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Starts one; the result is its state. */
  start(request: OauthRequest): string {
    const state = randomText(24);
    this.#byState.set(state, { ...request, expiresAt: this.#clock.now() + patience });
    return state;
  }

  /** The request of this state, unless it is over or its session was revoked. */
  find(state: string): OauthRequest | undefined {
    const request = this.#byState.get(state);
    return request && !request.session.revoked && request.expiresAt > this.#clock.now() ? request : undefined;
  }

  /** As {@link find}, and ends it. */
  take(state: string): OauthRequest | undefined {
    const request = this.find(state);
    this.#byState.delete(state);
    return request;
  }

  /** Forgets all. */
  clear(): void {
    this.#byState.clear();
  }
}
