import { launchPagesByType, type LaunchPage, type SessionType } from '@meshes-embed/core/protocol';
import type { LaunchSession, RefreshedSession } from '@meshes-embed/core/session';
import { FakeMeshesError } from '../fakeMeshesError.ts';
import type { SessionBook } from './sessionBook.ts';

/** What the backend is asked for. */
export type FakeCallKind = 'launch' | 'refresh' | 'revoke';

/** One call that the backend got. Holds no token and no header. */
export interface FakeCall {
  readonly kind: FakeCallKind;
  /** The page of a launch. */
  readonly page?: LaunchPage;
  /** The session of a refresh or a revocation. */
  readonly sessionId?: string;
  /** Why it was asked, as `fetchSession` and `refreshSession` are told; the route is not told. */
  readonly reason?: string;
}

/** How a backend fails: with a status, with no network, or by taking too long. */
export type FakeBackendFailure = number | 'network' | 'timeout';

/** Which calls fail, and how often. */
export interface FakeFailOptions {
  /** Default all of them. */
  readonly calls?: FakeCallKind | undefined;
  /** So many calls fail, the next ones are answered again; default all until `recover`. */
  readonly times?: number | undefined;
  /** Sent as `Retry-After`. ms */
  readonly retryAfterMs?: number | undefined;
}

/** The backend's side of the fake, for your tests. */
export interface FakeBackend {
  /** From now on calls fail so. A later one for the same calls takes its place. */
  fail(how: FakeBackendFailure, options?: FakeFailOptions): void;
  /** From now on calls wait for their answer, until {@link FakeBackend.answer}; so a loading display stays. */
  hold(): void;
  /** Answers what waits, and what comes. */
  answer(): Promise<void>;
  /** Calls are answered again. */
  recover(): void;
  /** How many calls wait for their answer. */
  readonly waiting: number;
}

/** How a call was answered. */
export type BackendAnswer =
  | { readonly kind: 'session'; readonly session: LaunchSession | RefreshedSession }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly retryAfterMs?: number }
  | { readonly kind: 'page'; readonly text: string }
  | { readonly kind: 'network' }
  | { readonly kind: 'timeout' };

/** What is done to the answers of launches, beyond failing. */
export type SpoilAnswer = (session: LaunchSession) => BackendAnswer;

/** The backend, as the rest of the fake uses it. */
export interface BackendInside {
  readonly calls: readonly FakeCall[];
  readonly waiting: number;
  /** @throws the signal's reason, where the caller gave up while it waited */
  ask(call: FakeCall, signal?: AbortSignal | null): Promise<BackendAnswer>;
  fail: FakeBackend['fail'];
  hold(): void;
  release(): void;
  recover(): void;
  spoilLaunches(spoil: SpoilAnswer): void;
}

/** What our own handler calls its refusals. */
const codes: Readonly<Record<number, string>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'unknown-session',
  409: 'revoked',
};

/** Refuses with a status. */
export function refused(
  status: number,
  retryAfterMs?: number,
  code = codes[status] ?? `status-${status}`,
): BackendAnswer {
  return { kind: 'refused', status, code, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

/** Makes the backend over a book of sessions. @param onMinted - a launch is about to be answered with this session */
export function createFakeBackend(
  book: SessionBook,
  sessionType: SessionType,
  onMinted: (session: LaunchSession, page: LaunchPage) => void,
): BackendInside {
  const calls: FakeCall[] = [];
  const failures = new Map<
    FakeCallKind | 'all',
    { readonly how: FakeBackendFailure; left: number; readonly retryAfterMs: number | undefined }
  >();
  let spoil: SpoilAnswer | null = null;
  let gate: Promise<void> | null = null;
  let open = (): void => {};
  let waiting = 0;

  function failing(kind: FakeCallKind): BackendAnswer | null {
    for (const name of [kind, 'all'] as const) {
      const failure = failures.get(name);
      if (!failure || failure.left <= 0) continue;
      failure.left -= 1;
      const { how, retryAfterMs } = failure;
      return typeof how === 'number' ? refused(how, retryAfterMs) : { kind: how };
    }
    return null;
  }
  function answer({ kind, page = 'dashboard', sessionId = '' }: FakeCall): BackendAnswer {
    const failure = failing(kind);
    if (failure) return failure;
    if (kind === 'revoke') {
      book.revoke(sessionId);
      return { kind: 'done' };
    }
    if (kind === 'refresh') {
      const session = book.refresh(sessionId);
      return typeof session === 'number' ? refused(session) : { kind: 'session', session };
    }
    if (!launchPagesByType[sessionType].includes(page)) return refused(400, undefined, 'bad-page');
    const session = book.mint(page);
    if (spoil) return spoil(session);
    onMinted(session, page);
    return { kind: 'session', session };
  }
  async function held(signal: AbortSignal | null | undefined): Promise<void> {
    if (!gate) return;
    waiting += 1;
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    try {
      await Promise.race([gate, aborted]);
    } finally {
      waiting -= 1;
    }
  }
  function release(): void {
    gate = null;
    open();
  }

  return {
    calls,
    get waiting() {
      return waiting;
    },
    async ask(call, signal) {
      calls.push(call);
      await held(signal);
      signal?.throwIfAborted();
      return answer(call);
    },
    fail(how, { calls: which, times = Infinity, retryAfterMs } = {}) {
      const sensible =
        typeof how === 'number'
          ? Number.isInteger(how) && how >= 300 && how <= 599
          : ['network', 'timeout'].includes(how);
      if (!sensible)
        throw new FakeMeshesError(
          'bad-option',
          `backend.fail: expected a status from 300 to 599, 'network' or 'timeout', got ${String(how).slice(0, 40)}`,
        );
      failures.set(which ?? 'all', { how, left: times, retryAfterMs });
    },
    hold() {
      gate ??= new Promise((resolve) => {
        open = resolve;
      });
    },
    release,
    recover() {
      failures.clear();
      spoil = null;
      release();
    },
    spoilLaunches(how) {
      spoil = how;
    },
  };
}
