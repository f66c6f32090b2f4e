import type { FetchSessionContext, RefreshSessionContext } from '@meshes-embed/core';
import type { LaunchSession, RefreshedSession } from '@meshes-embed/core/session';
import type { BackendAnswer, BackendInside } from './fakeBackend.ts';

/** The functions that a component takes its sessions from. */
export interface FakeSessionFunctions {
  readonly fetchSession: (context: FetchSessionContext) => Promise<LaunchSession>;
  readonly refreshSession: (context: RefreshSessionContext) => Promise<RefreshedSession>;
  readonly revokeSession: (context: { readonly sessionId: string }) => Promise<void>;
}

/** The backend as functions. */
export function sessionFunctions({ ask }: Pick<BackendInside, 'ask'>): FakeSessionFunctions {
  return {
    fetchSession: async ({ page, reason, signal }) =>
      sessionOf(await ask({ kind: 'launch', page, reason }, signal)) as LaunchSession,
    refreshSession: async ({ sessionId, reason, signal }) =>
      sessionOf(await ask({ kind: 'refresh', sessionId, reason }, signal)),
    revokeSession: async ({ sessionId }) => void (await ask({ kind: 'revoke', sessionId })),
  };
}

/** Rejects as the usual clients do. */
function sessionOf(answer: BackendAnswer): RefreshedSession {
  switch (answer.kind) {
    case 'session':
      return answer.session;
    case 'refused': {
      const { status, code, retryAfterMs } = answer;
      throw Object.assign(new Error(`The fake backend answered ${status}.`), { status, code, retryAfterMs });
    }
    case 'network':
      throw networkFailure();
    case 'timeout':
      throw timedOut();
    default:
      throw new SyntaxError(`Unexpected token '<' in JSON at position 0`);
  }
}

/** As `fetch` rejects. */
export function networkFailure(): Error {
  return new TypeError('Failed to fetch');
}

/** As `fetch` rejects with a signal of `AbortSignal.timeout`. */
export function timedOut(): Error {
  return Object.assign(new Error('The operation timed out.'), { name: 'TimeoutError' });
}
