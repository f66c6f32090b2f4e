/** What the sandbox has counted for one session. */
export interface SessionCounts {
  readonly refreshes: number;
  readonly launches: number;
  /** Tokens that the embed's page has taken. */
  readonly authsReceived: number;
  /** Calls of the embed's own API that were answered 401. */
  readonly apiUnauthorized: number;
}

/** What the sandbox has counted since its start or its last reset. */
export interface SandboxStats {
  /** Mints that succeeded, and all that were tried. */
  readonly mints: number;
  readonly mintAttempts: number;
  /** Refreshes that succeeded, and all that were tried. */
  readonly refreshes: number;
  readonly refreshAttempts: number;
  /** Revoking calls of the management API that were answered 200. */
  readonly revokes: number;
  readonly launches: number;
  readonly launchesRefused: number;
  readonly authsReceived: number;
  readonly apiCalls: number;
  readonly apiUnauthorized: number;
  /** What the embed's pages have sent to their hosts, by message type. */
  readonly messagesSent: Readonly<Record<string, number>>;
  /** By session id. */
  readonly sessions: Readonly<Record<string, SessionCounts>>;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type CountName = Exclude<keyof SandboxStats, 'messagesSent' | 'sessions'>;

/** The counters behind `GET /__sandbox/stats`. */
export class Counters {
  #counts = noCounts();
  #messagesSent = new Map<string, number>();
  #sessions = new Map<string, Writable<SessionCounts>>();

  /** Counts one more, or `by` more, in total and for the session where one is named. */
  count(name: CountName, sessionId?: string, by = 1): void {
    this.#counts[name] += by;
    if (sessionId === undefined) return;
    const counts = this.#sessions.get(sessionId) ?? { refreshes: 0, launches: 0, authsReceived: 0, apiUnauthorized: 0 };
    if (Object.hasOwn(counts, name)) counts[name as keyof SessionCounts] += by;
    this.#sessions.set(sessionId, counts);
  }

  /** Counts messages that a page has sent to its host. */
  countMessages(type: string, by: number): void {
    this.#messagesSent.set(type, (this.#messagesSent.get(type) ?? 0) + by);
  }

  /** A copy that does not change any more. */
  read(): SandboxStats {
    return structuredClone({
      ...this.#counts,
      messagesSent: Object.fromEntries(this.#messagesSent),
      sessions: Object.fromEntries(this.#sessions),
    });
  }

  reset(): void {
    this.#counts = noCounts();
    this.#messagesSent = new Map();
    this.#sessions = new Map();
  }
}

function noCounts(): Record<CountName, number> {
  return {
    mints: 0,
    mintAttempts: 0,
    refreshes: 0,
    refreshAttempts: 0,
    revokes: 0,
    launches: 0,
    launchesRefused: 0,
    authsReceived: 0,
    apiCalls: 0,
    apiUnauthorized: 0,
  };
}
