import { createMachine } from 'xstate';
import type { ProblemCode } from '../diagnostics/problems.ts';
import type { EmbedContext, EmbedInput, LaunchReason, RefreshReason } from './context.ts';
import { embedActions, initialContext } from './embedActions.ts';
import { embedGuards } from './embedGuards.ts';
import type { EmbedEvent } from './events.ts';
import { longestDelay } from './limits.ts';

type Seen = (context: EmbedContext) => string;

const note = (code: ProblemCode, seen?: Seen) => ({ type: 'noteProblem', params: { code, seen } });
/** A problem that the embed outlives: told, and not shown. */
const report = (code: ProblemCode) => ({ type: 'reportProblem', params: { code } });
const thisPage: Seen = ({ hostOrigin }) => `this page is ${hostOrigin}`;
const spent = { target: '#embed.failed', reenter: true, actions: note('calls-spent') };

/** Into a fresh launch, as long as calls are left. */
const mint = (reason?: LaunchReason) => [
  { guard: 'callsLeft', target: '#embed.minting', reenter: true, actions: { type: 'setLaunch', params: { reason } } },
  spent,
];

const refreshNow = (reason: RefreshReason, ...before: (string | ReturnType<typeof report>)[]) => ({
  guard: 'callsLeft',
  target: '#embed.refreshing',
  actions: [...before, { type: 'setRefresh', params: { reason } }],
});

/** Into a refresh, as long as calls are left; where none are, the token is used to its end. */
const refresh = (reason: RefreshReason, ...before: string[]) => [
  refreshNow(reason, ...before),
  { guard: 'tokenAlive', target: '#embed.live', reenter: true, actions: 'deferToWindow' },
  spent,
];

/**
 * Into a refresh that the embed asked for: the more hasty asks, the later. An ask long before the token's end is a
 * refused token's (contract §8, stale-token 401): it is told, and served as any.
 */
const asked = (reason: RefreshReason) => [
  { guard: 'askTooSoon', target: '#embed.live', reenter: true, actions: 'deferAsk' },
  { ...refreshNow(reason, 'countAsk', report('token-stale')), guard: 'askedEarly' },
  ...refresh(reason, 'countAsk'),
];

/** Each ready gets the token (contract §5); one that has ended is not sent, but renewed. */
const ready = (target?: string) => [
  { guard: 'tokenAlive', target, actions: ['heardReady', 'postAuth'] },
  refreshNow('expired', 'heardReady'),
  spent,
];

/** Into another try after a problem, as long as tries are left: few where the iframe is silent, more where the backend is. */
const recover = (silent: boolean, noted: string | ReturnType<typeof note>) => [
  { guard: { type: 'triesLeft', params: { silent } }, target: '#embed.recovering', actions: noted },
  { target: '#embed.failed', actions: noted },
];

/** The state's one deadline; `WAKE` looks at it too, since timers sleep with the page. */
const deadline = { due: { actions: 'sayDue' } };

/** What the iframe may say at any time while it is shown. */
const content = { NAVIGATE: { actions: 'takePage' }, RESIZE: { actions: 'takeHeight' } };

/**
 * The host's side of the embed's lifecycle. Its top states are the statuses of the view.
 *
 * It decides everything and touches nothing. Whoever runs it provides the actors `fetchSession` and `refreshSession`
 * (a promise of {@link SessionFacts}, rejecting with a {@link Failure}) and the actions `showFrame`, `removeFrame`,
 * `postAuth`, `reportProblem` and `reportFailure`. No token and no launch URL is ever inside: they stay with the provider, who finds
 * them by the very object in `context.session`.
 */
export const embedMachine = createMachine(
  {
    id: 'embed',
    types: {} as { context: EmbedContext; events: EmbedEvent; input: EmbedInput },
    context: ({ input }) => initialContext(input),
    initial: 'idle',
    on: {
      UNMOUNT: '.idle',
      DESTROY: '.closed',
      RELAUNCH: mint(),
      BOUNDS: { actions: 'takeBounds' },
      WAKE: { guard: 'due', actions: 'sayDue' },
    },
    states: {
      idle: {
        entry: ['removeFrame', 'forget'],
        on: { MOUNT: mint('mount'), RELAUNCH: { actions: 'setPage' } },
      },
      minting: {
        entry: ['removeFrame', 'countCall', 'dueByCall'],
        invoke: {
          src: 'fetchSession',
          input: ({ context: { page, launchReason } }) => ({ page, reason: launchReason }),
          onDone: [
            { guard: 'launchable', target: 'launching', actions: 'takeSession' },
            ...recover(true, note('launch-url-expired')),
          ],
          onError: [
            { guard: 'otherPageLeft', target: 'minting', reenter: true, actions: ['noteFailure', 'setFirstPage'] },
            { guard: 'final', target: 'failed', actions: 'noteFailure' },
            ...recover(false, 'noteFailure'),
          ],
        },
        after: deadline,
        on: { DUE: recover(false, note('backend-timeout')) },
      },
      launching: {
        initial: 'opening',
        on: {
          ...content,
          READY: ready('#embed.live'),
        },
        states: {
          opening: {
            entry: ['dueByReady', 'showFrame'],
            after: deadline,
            on: {
              DUE: [
                { guard: 'blockedEachTime', target: '#embed.failed', actions: note('embed-blocked', thisPage) },
                ...recover(true, note('ready-missing', thisPage)),
              ],
              BLOCKED: { target: '#embed.failed', actions: note('launch-blocked') },
              LOADED: [{ guard: 'launchedDocument', actions: 'sawLoad' }, { target: 'reloaded', actions: 'silence' }],
            },
          },
          reloaded: {
            entry: 'dueByReload',
            after: deadline,
            on: { DUE: recover(true, note('frame-reloaded')), LOADED: { actions: 'silence' } },
          },
        },
      },
      live: {
        entry: ['settle', 'dueByRefresh'],
        after: deadline,
        on: {
          ...content,
          DUE: refresh('timer'),
          REFRESH: refresh('call'),
          TOKEN_REFRESH: asked('asked'),
          TOKEN_EXPIRED: asked('expired'),
          READY: ready(),
          LOADED: [{ guard: 'spoken', actions: 'sawLoad' }, { target: 'launching.reloaded', actions: 'silence' }],
          ONLINE: { guard: 'refreshFailing', target: 'live', reenter: true, actions: 'hurry' },
        },
      },
      refreshing: {
        entry: ['countCall', 'dueByCall'],
        invoke: {
          src: 'refreshSession',
          input: ({ context: { session, refreshReason } }) => ({ session, reason: refreshReason }),
          onDone: [
            { guard: 'otherSession', target: 'recovering', actions: note('session-differs') },
            { guard: 'spokenBefore', target: 'live', actions: ['takeToken', 'postAuth'] },
            { target: 'launching.reloaded', actions: 'takeToken' },
          ],
          onError: [
            { guard: 'final', target: 'failed', actions: 'noteFailure' },
            { guard: 'inUse', target: 'live', actions: ['reportFailure', 'deferRefresh'] },
            ...recover(false, 'noteFailure'),
          ],
        },
        after: deadline,
        on: {
          ...content,
          DUE: [
            { guard: 'inUse', target: 'live', actions: [report('backend-timeout'), 'deferRefresh'] },
            ...recover(false, note('backend-timeout')),
          ],
          READY: [{ guard: 'tokenAlive', actions: ['heardReady', 'postAuth'] }, { actions: 'heardReady' }],
          LOADED: [{ guard: 'spoken', actions: 'sawLoad' }, { actions: 'silence' }],
        },
      },
      recovering: {
        entry: 'removeFrame',
        after: deadline,
        on: { DUE: mint('recovery'), ONLINE: { target: 'recovering', reenter: true, actions: 'hurry' } },
      },
      failed: {
        entry: 'removeFrame',
        on: {
          ONLINE: {
            guard: 'mayResume',
            target: 'minting',
            actions: ['startOver', { type: 'setLaunch', params: { reason: 'recovery' } }],
          },
        },
      },
      closed: { type: 'final', entry: ['removeFrame', 'forget'] },
    },
  },
  // Typed by their own files; that the table names no other is held by a test, as the typed `setup` costs 1.2 kB.
  { actions: embedActions, guards: embedGuards, delays: { due: untilDue } } as never,
);

/** What is left until the deadline; never below zero, and never so long that a timer fires at once. ms */
function untilDue({ context: { dueAt, now } }: { context: EmbedContext }): number {
  return Math.min(Math.max(0, dueAt - now()), longestDelay);
}
