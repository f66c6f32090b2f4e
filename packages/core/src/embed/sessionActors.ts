import { fromPromise, type PromiseActorLogic } from 'xstate';
import type { SessionFacts } from '../machine/context.ts';
import type { FetchInput, RefreshInput } from '../machine/hostTypes.ts';
import { parseLaunchSession, parseRefreshedSession } from '../session/parseSession.ts';
import { readLaunchUrl, type LaunchUrl } from '../session/launchUrl.ts';
import { report } from '../shared/report.ts';
import { failureOf } from './failure.ts';
import { createHeldSessions, type HeldSessions } from './heldSessions.ts';
import { EndpointError } from './rejection.ts';
import { sessionFacts } from './sessionFacts.ts';
import type { CurrentSource } from './sessionSource.ts';

/** What must never be in a state, a view or a trace. */
export interface SessionSecrets {
  readonly token: string;
  readonly launchUrl: LaunchUrl | null;
}

/** The machine's actors, and the secrets of the sessions that they brought. */
export interface SessionActors {
  readonly fetchSession: PromiseActorLogic<SessionFacts, FetchInput>;
  readonly refreshSession: PromiseActorLogic<SessionFacts, RefreshInput>;
  /**
   * The secrets of a session, found by the very object that the machine holds. An answer that the machine did not take
   * is nowhere to be found: one that comes too late, or after a newer one, cannot be used by mistake.
   */
  secretsOf(session: SessionFacts): SessionSecrets;
  /** The sessions that came, and have not been ended. */
  readonly held: HeldSessions;
}

/** Notes what the backend is asked for, and why. */
type NoteAsk = (
  what: 'fetch-session' | 'refresh-session' | 'revoke-session',
  data: { readonly reason?: string; readonly page?: string },
) => void;

/**
 * @param source - asked at each call, so that a changed option counts from the next call on
 * @param now - ms
 */
export function createSessionActors(source: () => CurrentSource, now: () => number, note: NoteAsk): SessionActors {
  const secretsBySession = new WeakMap<SessionFacts, SessionSecrets>();
  let lastLaunchUrl: string | undefined;

  const held = createHeldSessions(async (sessionId) => {
    const { revokeSession } = source();
    if (!revokeSession) return;
    note('revoke-session', {});
    await revokeSession({ sessionId });
  });

  /** Every way to fail, a throwing host function included, ends as the one {@link Failure} that the machine reads. */
  const actor = <Input>(refreshing: boolean, work: (input: Input, signal: AbortSignal) => Promise<SessionFacts>) =>
    fromPromise<SessionFacts, Input>(({ input, signal }) =>
      work(input, signal).catch((error: unknown) => {
        const failure = failureOf(error, refreshing);
        // A mistake in the page's own code shows on the console as any other does.
        if (failure.final && failure.problem.cause) report(failure.problem.cause);
        throw failure;
      }),
    );

  return {
    fetchSession: actor(false, async (input, signal) => {
      note('fetch-session', input);
      const started = now();
      const session = parseLaunchSession(await source().fetchSession({ ...input, signal }));
      const launchUrl = readLaunchUrl(session.launch_url, source().allowInsecureLocalhost);
      if (typeof launchUrl === 'string') throw new EndpointError('launch-url-refused', { seen: launchUrl });
      // One that came before has been used (contract §4).
      if (launchUrl.href === lastLaunchUrl) throw new EndpointError('launch-url-reused');
      lastLaunchUrl = launchUrl.href;
      // No one waits for it any more.
      if (signal.aborted) held.endNow(session.session_id);
      const facts = sessionFacts(session, now() - started);
      secretsBySession.set(facts, { token: session.access_token, launchUrl });
      return facts;
    }),
    refreshSession: actor(true, async ({ session: before, reason }, signal) => {
      note('refresh-session', { reason });
      const session = parseRefreshedSession(
        await source().refreshSession({ sessionId: before.sessionId, reason, signal }),
      );
      // A refresh gives a new token (contract §2); the one that is there already is of no use.
      if (session.access_token === secretsBySession.get(before)?.token) throw new EndpointError('token-unchanged');
      const facts = sessionFacts(session, 0, before);
      secretsBySession.set(facts, { token: session.access_token, launchUrl: null });
      return facts;
    }),
    held,
    secretsOf: (session) => secretsBySession.get(session) as SessionSecrets,
  };
}
