import { createMachine } from 'xstate';
import type { ProblemCode } from '../diagnostics/problems.ts';
import type { HostContext, HostInput, LaunchReason, RefreshReason } from './context.ts';
import type { HostEvent } from './events.ts';
import { hostActions, initialContext } from './hostActions.ts';
import { hostGuards } from './hostGuards.ts';
import { longestDelay, slowAfter, takenOutGrace } from './limits.ts';

type Seen = (context: HostContext) => string;
type Action = string | { readonly type: string; readonly params: object };

const note = (code: ProblemCode, seen?: Seen): Action => ({ type: 'noteProblem', params: { code, seen } });
/** A problem that the embed outlives: told, and not shown. */
const report = (code: ProblemCode): Action => ({ type: 'reportProblem', params: { code } });
const thisPage: Seen = ({ hostOrigin }) => `this page is ${hostOrigin}`;
const setLaunch = (reason: LaunchReason): Action => ({ type: 'setLaunch', params: { reason } });

/**
 * Into a launch that the host or its user asked for: never refused, and never held against it. A host that loops is
 * told so, and has to wait.
 */
const launch = (reason: LaunchReason, ...before: Action[]) => [
  { guard: 'hostLoops', target: '#embed.recovering', reenter: true, actions: ['countStep', ...before, setLaunch(reason), report('host-loops'), 'pace'] },
  { target: '#embed.minting', reenter: true, actions: ['countStep', ...before, setLaunch(reason)] },
];

/** No launch or refresh is left that no one asked for: it is told, and goes on when the ten minutes allow. */
const limited = { target: '#embed.recovering', reenter: true, actions: [note('calls-spent'), 'waitForWindow'] };

const refreshNow = (reason: RefreshReason, ...before: Action[]) => ({
  guard: 'refreshesLeft',
  target: '#embed.refreshing',
  actions: [...before, { type: 'setRefresh', params: { reason } }],
});

/** Into a refresh that the host did not ask for; where none is left, the token is used to its end. */
const refresh = (reason: RefreshReason, ...before: Action[]) => [
  refreshNow(reason, ...before),
  { guard: 'tokenAlive', target: '#embed.live', reenter: true, actions: 'deferToWindow' },
  limited,
];

/**
 * Into a refresh that the embed asked for: the more hasty asks, the later. An ask long before the token's end is a
 * refused token's (contract §8, stale-token 401): it is told, and served as any.
 */
const asked = (reason: RefreshReason) => [
  { guard: 'hidden', actions: 'missRefresh' },
  { guard: 'askTooSoon', target: '#embed.live', reenter: true, actions: 'deferAsk' },
  { ...refreshNow(reason, 'countAsk', report('token-stale')), guard: 'askedEarly' },
  ...refresh(reason, 'countAsk'),
];

/** Each ready gets the token (contract §5); one that has ended is not sent, but renewed. */
const ready = (target?: string, ...before: Action[]) => [
  { guard: 'tokenAlive', target, actions: ['heardReady', ...before, 'postAuth'] },
  refreshNow('expired', 'heardReady', ...before),
  limited,
];

/** The embed that is still on screen stays, and the problem is told. */
const stayInFront = (told: Action) => ({ target: '#embed.live', actions: [told, 'restoreFront', 'retreat', 'stayAtPage'] });

/** Into another try after a launch that came to nothing, as long as tries are left; else the end, with a code of its own. */
const tryAgain = (code: ProblemCode, wait: Action, seen?: Seen, before: Action[] = [], atLast = code) => [
  { guard: 'triesLeft', target: '#embed.recovering', actions: [note(code, seen), wait, ...before] },
  { guard: 'frontAlive', ...stayInFront(report(atLast)) },
  { target: '#embed.failed', actions: note(atLast, seen) },
];

/** The state's one deadline; `WAKE` looks at it too, since timers sleep with the page. */
const deadline = { due: { actions: 'sayDue' } };
/** A deadline while the user waits. */
const waiting = { ...deadline, slow: { actions: 'noteSlow' } };

/** What the iframe may say at any time while it is shown. */
const content = { NAVIGATE: { actions: 'takePage' }, RESIZE: { actions: 'takeHeight' } };

/** The document of the launch before, which was waited for in vain, says ready after all. */
const lateReady = { READY: { guard: 'maySpeak', target: '#embed.live', actions: ['heardReady', 'arrive', 'postAuth'] } };

/** An iframe that goes away where none is needed is missed by no one. */
const noFrame = { LOST: { actions: ['dropFrame', 'loseDocument'] }, MOVED: { actions: ['dropFrame', 'loseDocument'] } };

/** However the backend answers. */
const answered = (target: string): {} => ({ 'xstate.done.actor.*': target, 'xstate.error.actor.*': target });

/**
 * The host's side of the embed's lifecycle. Its top states are the statuses of the view; a state with the tag `out` has
 * the status `idle`.
 *
 * 1. `idle`: MOUNT brings a container. 2. `minting`: the backend is asked for a session. 3. `launching`: the iframe gets
 * the launch URL, once; READY has to come. 4. `live`: the token was posted; each further READY is answered. 5.
 * `refreshing`: a newer token is fetched in place, and posted. 6. `recovering`: something went wrong; a fresh launch
 * follows at `dueAt`. 7. `failed`: only a step of the host or its user helps.
 *
 * Who takes a step counts: a launch of the host or its user is never refused (`launch`), those that the embed makes by
 * itself are limited (`recoveriesLeft`, `refreshesLeft`). An embed in use stays on screen while another one is launched
 * (`keepFront`), until that one is ready (`arrive`) or came to nothing (`restoreFront`).
 *
 * It decides everything and touches nothing. Whoever runs it provides the actors `fetchSession` and `refreshSession`
 * (a promise of {@link SessionFacts}, rejecting with a {@link Failure}) and the actions `showFrame`, `makeRoom`,
 * `swapFrame`, `retreat`, `dropFrame`, `removeFrame`, `revokeSession`, `postAuth`, `reportProblem` and `reportFailure`. No token and
 * no launch URL is ever inside: they stay with the provider, who finds them by the very object in `context.session`.
 */
export const hostMachine = createMachine(
  {
    id: 'embed',
    types: {} as { context: HostContext; events: HostEvent; input: HostInput },
    context: ({ input }) => initialContext(input),
    initial: 'idle',
    on: {
      UNMOUNT: '.idle',
      DESTROY: '.closed',
      HIDE: { actions: 'hide' },
      SHOW: [
        { guard: 'refreshMissed', actions: ['show', 'sayDue'] },
        { guard: 'due', actions: ['show', 'sayDue'] },
        { actions: 'show' },
      ],
      // The page that is wanted may be the one that is there, or on its way without a problem.
      PAGE: [{ guard: 'samePage' }, ...launch('page')],
      RELAUNCH: launch('relaunch'),
      IDENTITY: [
        { guard: 'hidden', target: '.idle', actions: ['revokeSession', setLaunch('identity')] },
        ...launch('identity', 'revokeSession', 'removeFrame', 'loseFront', 'loseDocument'),
      ],
      BOUNDS: { actions: 'takeBounds' },
      MOVED: [{ guard: 'hidden', target: '.idle' }, ...launch('mount', 'dropFrame', 'loseDocument')],
      LOST: [{ guard: 'hidden', target: '.idle' }, ...tryAgain('frame-removed', 'retryAtOnce', undefined, ['dropFrame', 'loseDocument'])],
      FRONT_LOST: { actions: 'loseFront' },
      HEARD: [{ guard: 'due', actions: ['confirm', 'sayDue'] }, { actions: 'confirm' }],
      WAKE: { guard: 'due', actions: 'sayDue' },
      ONLINE: { guard: 'due', actions: 'sayDue' },
      BROKEN: { target: '.failed', reenter: true, actions: note('internal') },
    },
    states: {
      idle: {
        entry: ['removeFrame', 'forget'],
        on: {
          MOUNT: launch('mount'),
          SHOW: launch('mount'),
          PAGE: { actions: setLaunch('page') },
          RELAUNCH: { actions: setLaunch('relaunch') },
          IDENTITY: { actions: setLaunch('identity') },
        },
      },
      minting: {
        entry: ['keepFront', 'makeRoom', 'dueByCall', 'startWaiting'],
        invoke: {
          src: 'fetchSession',
          input: ({ context: { page, launchReason } }) => ({ page, reason: launchReason }),
          onDone: [
            { guard: 'launchable', target: 'launching', actions: ['countRecovery', 'takeSession'] },
            ...tryAgain('launch-url-expired', 'retryAtOnce', undefined, ['countRecovery']),
          ],
          onError: [
            { guard: 'otherPageLeft', target: 'minting', reenter: true, actions: ['noteFailure', 'setFirstPage'] },
            { guard: 'finalInFront', ...stayInFront('reportFailure') },
            { guard: 'final', target: 'failed', actions: 'noteFailure' },
            { target: 'recovering', actions: ['noteFailure', 'backOff'] },
          ],
        },
        after: waiting,
        on: { DUE: { target: 'recovering', actions: [note('backend-timeout'), 'backOff'] }, ...lateReady, ...noFrame },
        initial: 'asking',
        states: {
          asking: { on: { UNMOUNT: 'takenOut' } },
          // Put back before the answer, it goes on with the same request.
          takenOut: {
            tags: 'out',
            entry: ['removeFrame', 'loseFront', 'loseDocument'],
            after: { takenOutGrace: '#embed.idle' },
            on: {
              MOUNT: [{ guard: 'otherPage', target: '#embed.minting', reenter: true, actions: setLaunch('mount') }, { target: 'asking' }],
              PAGE: { target: '#embed.idle', actions: setLaunch('page') },
              RELAUNCH: { target: '#embed.idle', actions: setLaunch('relaunch') },
              IDENTITY: { target: '#embed.idle', actions: setLaunch('identity') },
              ...answered('#embed.idle'),
            },
          },
        },
      },
      launching: {
        initial: 'opening',
        after: { slow: waiting.slow },
        on: {
          ...content,
          READY: ready('#embed.live', 'arrive', 'swapFrame'),
          BLOCKED: [{ guard: 'frontAlive', ...stayInFront(report('launch-blocked')) }, { target: '#embed.failed', actions: note('launch-blocked') }],
        },
        states: {
          // The launch URL is being used; what may take long is the way of the document.
          opening: {
            entry: ['dueByLoad', 'showFrame'],
            after: deadline,
            on: {
              DUE: tryAgain('ready-missing', 'waitForLateReady', thisPage),
              LOADED: [{ guard: 'launchedDocument', target: 'loaded', actions: 'sawLoad' }, { target: 'reloaded', actions: 'silence' }],
            },
          },
          // It loaded, and has to say ready. A further load is that of a launch page that moved on.
          loaded: {
            entry: 'dueByReady',
            after: deadline,
            on: {
              DUE: tryAgain('ready-missing', 'waitForLateReady', thisPage, [], 'embed-blocked'),
              LOADED: [{ guard: 'launchedDocument', target: 'loaded', reenter: true, actions: 'sawLoad' }, { target: 'reloaded', actions: 'silence' }],
            },
          },
          // Another document than the one that had the token. One that says anything is the embed's all the same.
          reloaded: {
            entry: 'dueByReload',
            after: deadline,
            on: {
              DUE: tryAgain('frame-reloaded', 'retryAtOnce', undefined, ['dropFrame', 'loseDocument']),
              LOADED: { target: 'reloaded', reenter: true, actions: 'silence' },
              HEARD: { guard: 'tokenAlive', target: '#embed.live', actions: 'heardAgain' },
            },
          },
        },
      },
      live: {
        entry: ['settle', 'dueByRefresh'],
        after: deadline,
        on: {
          ...content,
          DUE: [
            { guard: 'signMissingAgain', target: 'live', reenter: true, actions: [report('embed-silent'), 'confirm'] },
            { guard: 'signMissing', target: 'recovering', actions: [note('embed-silent'), 'retryAtOnce', 'dropFrame', 'loseDocument'] },
            { guard: 'hiddenInUse', target: 'live', reenter: true, actions: 'missRefresh' },
            { guard: 'hidden', target: 'idle' },
            { guard: 'refreshNotDue', target: 'live', reenter: true },
            ...refresh('timer'),
          ],
          REFRESH: { target: 'refreshing', actions: { type: 'setRefresh', params: { reason: 'call' } } },
          TOKEN_REFRESH: asked('asked'),
          TOKEN_EXPIRED: asked('expired'),
          READY: ready(),
          LOADED: [{ guard: 'spoken', target: 'live', reenter: true, actions: 'sawLoad' }, { target: 'launching.reloaded', actions: 'silence' }],
          ONLINE: [
            { guard: 'refreshFailing', target: 'live', reenter: true, actions: 'hurry' },
            { guard: 'due', actions: 'sayDue' },
          ],
        },
      },
      refreshing: {
        entry: 'dueByCall',
        invoke: {
          src: 'refreshSession',
          input: ({ context: { session, refreshReason } }) => ({ session, reason: refreshReason }),
          onDone: [
            { guard: 'otherSession', target: 'recovering', actions: [note('session-differs'), 'retryAtOnce'] },
            { guard: 'spokenBefore', target: 'live', actions: ['takeToken', 'postAuth'] },
            { target: 'launching.reloaded', actions: 'takeToken' },
          ],
          onError: [
            // What refuses a newer token may well give a fresh session: a grant ends, a laptop sleeps over a weekend.
            { guard: 'refreshRefused', target: 'recovering', actions: ['noteFailure', 'refuse', 'retryAtOnce'] },
            { guard: 'final', target: 'failed', actions: 'noteFailure' },
            { guard: 'inUse', target: 'live', actions: ['reportFailure', 'deferRefresh'] },
            { target: 'recovering', actions: ['noteFailure', 'backOff'] },
          ],
        },
        after: deadline,
        on: {
          ...content,
          DUE: [
            { guard: 'inUse', target: 'live', actions: [report('backend-timeout'), 'deferRefresh'] },
            { target: 'recovering', actions: [note('backend-timeout'), 'backOff'] },
          ],
          READY: [{ guard: 'tokenAlive', actions: ['heardReady', 'postAuth'] }, { actions: 'heardReady' }],
          LOADED: [{ guard: 'spoken', actions: 'sawLoad' }, { actions: 'silence' }],
        },
      },
      recovering: {
        entry: ['restoreFront', 'retreat', 'startWaiting'],
        after: waiting,
        on: {
          ...content,
          DUE: [
            { guard: 'hidden' },
            { guard: 'paced', target: 'minting', actions: 'unpace' },
            { guard: 'recoveriesLeft', target: 'minting', actions: setLaunch('recovery') },
            limited,
          ],
          ONLINE: { target: 'recovering', reenter: true, actions: 'hurry' },
          ...lateReady,
          ...noFrame,
        },
      },
      failed: { entry: ['removeFrame', 'loseFront', 'loseDocument', 'endWaiting'] },
      closed: { type: 'final', entry: ['removeFrame', 'forget'] },
    },
  },
  // Typed by their own files; that the table names no other is held by a test, as the typed `setup` costs 1.2 kB.
  { actions: hostActions, guards: hostGuards, delays: { due: untilDue, slow: untilSlow, takenOutGrace } } as never,
);

/** A timer's delay: never below zero, and never so long that it fires at once. ms */
function timer(delay: number): number {
  return Math.min(Math.max(0, delay), longestDelay);
}

/** What is left until the deadline. ms */
function untilDue({ context: { dueAt, now } }: { context: HostContext }): number {
  return timer(dueAt - now());
}

/** What is left until the wait is a long one; nothing more is to come once it is. ms */
function untilSlow({ context: { waitingSince, slow, now } }: { context: HostContext }): number {
  return timer(slow || waitingSince === null ? longestDelay : waitingSince + slowAfter - now());
}
