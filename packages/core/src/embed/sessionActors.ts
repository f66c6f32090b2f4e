import { fromPromise, type PromiseActorLogic } from 'xstate';
import type { LaunchReason, RefreshReason, SessionFacts } from '../machine/context.ts';
import type { LaunchPage } from '../protocol/pages.ts';
import { parseLaunchSession, parseRefreshedSession } from '../session/parseSession.ts';
import { failureOf } from './failure.ts';
import { parseLaunchUrl, type LaunchUrl } from './launchUrl.ts';
import { sessionFacts } from './sessionFacts.ts';
import type { CurrentSource } from './sessionSource.ts';

/** What must never be in a state, a view or a trace. */
export interface SessionSecrets {
  readonly token: string;
  readonly launchUrl: LaunchUrl | null;
}

/** The machine's actors, and the secrets of the sessions that they brought. */
export interface SessionActors {
  readonly fetchSession: PromiseActorLogic<SessionFacts, { page: LaunchPage; reason: LaunchReason }>;
  readonly refreshSession: PromiseActorLogic<SessionFacts, { session: SessionFacts; reason: RefreshReason }>;
  /**
   * The secrets of a session, found by the very object that the machine holds. An answer that the machine did not take
   * is nowhere to be found: one that comes too late, or after a newer one, cannot be used by mistake.
   */
  secretsOf(session: SessionFacts): SessionSecrets;
  /** Ends a session, best effort. */
  revoke(session: SessionFacts): void;
}

/** Notes what the backend is asked for, and why. */
type NoteAsk = (what: 'fetch-session' | 'refresh-session' | 'revoke-session', data: { readonly reason?: string; readonly page?: string }) => void;

/**
 * @param source - asked at each call, so that a changed option counts from the next call on
 * @param now - ms
 */
export function createSessionActors(source: () => CurrentSource, now: () => number, note: NoteAsk): SessionActors {
  const drawer = new WeakMap<SessionFacts, SessionSecrets>();

  /** Every way to fail, a throwing host function included, ends as the one {@link Failure} that the machine reads. */
  const actor = <Input>(refreshing: boolean, work: (input: Input, signal: AbortSignal) => Promise<SessionFacts>) =>
    fromPromise<SessionFacts, Input>(({ input, signal }) =>
      work(input, signal).catch((error: unknown) => {
        throw failureOf(error, refreshing);
      }),
    );

  return {
    fetchSession: actor(false, async (input, signal) => {
      note('fetch-session', input);
      const started = now();
      const { fetchSession, allowInsecureLocalhost } = source();
      const session = parseLaunchSession(await fetchSession({ ...input, signal }));
      const launchUrl = parseLaunchUrl(session.launch_url, allowInsecureLocalhost);
      const facts = sessionFacts(session, now() - started);
      drawer.set(facts, { token: session.access_token, launchUrl });
      return facts;
    }),
    refreshSession: actor(true, async ({ session: before, reason }, signal) => {
      note('refresh-session', { reason });
      const session = parseRefreshedSession(
        await source().refreshSession({ sessionId: before.sessionId, reason, signal }),
      );
      const facts = sessionFacts(session, 0, before);
      drawer.set(facts, { token: session.access_token, launchUrl: null });
      return facts;
    }),
    revoke({ sessionId }) {
      note('revoke-session', {});
      void (async () => source().revokeSession({ sessionId }))().catch(() => {});
    },
    secretsOf: (session) => drawer.get(session) as SessionSecrets,
  };
}
