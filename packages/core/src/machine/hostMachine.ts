import { createMachine } from 'xstate';
import type { HostContext, HostInput } from './context.ts';
import type { HostEvent } from './events.ts';
import * as does from './hostActions.ts';
import { hostDelays } from './hostDelays.ts';
import * as is from './hostGuards.ts';
import {
  answered,
  refreshRequested,
  content,
  deadline,
  giveUp,
  go,
  lateReady,
  launch,
  limited,
  discardDocument,
  frameGone,
  note,
  ready,
  refresh,
  report,
  setLaunch,
  setRefresh,
  stay,
  stayInFront,
  tryAgain,
  waiting,
  when,
} from './hostRows.ts';
import { initialContext } from './initialContext.ts';

/**
 * The host's side of the embed's lifecycle. Its top states are the statuses of the view; a state with the tag `out` has
 * the status `idle`.
 *
 * 1. `idle`: MOUNT brings a container. 2. `minting`: the backend is asked for a session. 3. `launching`: the iframe gets
 * the launch URL, once; READY has to come. 4. `live`: the token was posted; each further READY is answered. 5.
 * `refreshing`: a newer token is fetched in place, and posted. 6. `recovering`: something went wrong; a fresh launch
 * follows at `deadlineAt`. 7. `failed`: only a step of the host or its user helps.
 *
 * Who takes a step counts: a launch of the host or its user is never refused (`launch`), those that the embed makes by
 * itself are limited (`recoveriesLeft`, `refreshesLeft`). An embed in use stays on screen while another one is launched
 * (`keepFront`), until that one is ready (`arrive`) or came to nothing (`restoreFront`).
 *
 * It decides everything and touches nothing. Whoever runs it provides the actors `fetchSession` and `refreshSession`
 * (a promise of {@link SessionFacts}, rejecting with a {@link Failure}) and the actions `showFrame`, `makeRoom`,
 * `swapFrame`, `retreat`, `dropFrame`, `removeFrame`, `postAuth`, `reportProblem`, `reportUnresponsive` and `reportFailure`: those
 * are strings in the table, its own are functions. No token and no launch URL is ever inside: they stay with the provider, who finds them by the very object in `context.session`.
 */
export const hostMachine = createMachine(
  {
    id: 'embed',
    types: {} as { context: HostContext; events: HostEvent; input: HostInput },
    context: ({ input }) => initialContext(input),
    initial: 'idle',
    on: {
      UNMOUNT: '.idle',
      SIGN_OUT: '.idle',
      DESTROY: '.closed',
      HIDE: go(stay, does.hide),
      SHOW: [
        when(is.refreshMissed, stay, does.show, does.raiseDeadline),
        when(is.deadlinePassed, stay, does.show, does.raiseDeadline),
        go(stay, does.show),
      ],
      // The page that is wanted may be the one that is there, or on its way without a problem.
      PAGE: [when(is.samePage, stay), ...launch('page')],
      RELAUNCH: launch('relaunch'),
      IDENTITY: [
        when(is.hidden, '.idle', setLaunch('identity')),
        ...launch('identity', 'removeFrame', does.clearSessions, does.clearDocument),
      ],
      BOUNDS: go(stay, does.takeBounds),
      CALM: go(stay, does.releaseHeight),
      MOVED: [when(is.hidden, '.idle'), ...launch('mount', ...discardDocument)],
      LOST: [
        when(is.hidden, '.idle'),
        ...tryAgain('frame-removed', 'frame-removed', does.retryAtOnce, ...discardDocument),
      ],
      FRONT_LOST: go(stay, does.clearFront),
      HEARD: [when(is.deadlinePassed, stay, does.confirmDocument, does.raiseDeadline), go(stay, does.confirmDocument)],
      WAKE: when(is.deadlinePassed, stay, does.raiseDeadline),
      ONLINE: when(is.deadlinePassed, stay, does.raiseDeadline),
      BROKEN: go('.failed', note('internal')),
    },
    states: {
      idle: {
        entry: ['removeFrame', does.reset],
        on: {
          MOUNT: launch('mount'),
          SHOW: launch('mount'),
          PAGE: go(stay, setLaunch('page')),
          RELAUNCH: go(stay, setLaunch('relaunch')),
          IDENTITY: go(stay, setLaunch('identity')),
        },
      },
      minting: {
        entry: [does.keepFront, 'makeRoom', does.setCallDeadline, does.startWaiting],
        invoke: {
          src: 'fetchSession',
          input: ({ context: { page, launchReason } }) => ({ page, reason: launchReason }),
          onDone: [
            when(is.launchable, 'launching', does.countRecovery, does.takeSession),
            ...tryAgain('launch-url-expired', 'launch-url-expired', does.retryAtOnce, does.countRecovery),
          ],
          onError: [
            when(is.otherPageLeft, 'minting', does.noteFailure, does.setFirstPage),
            stayInFront(is.finalInFront, 'reportFailure'),
            when(is.final, 'failed', does.noteFailure),
            go('recovering', does.noteFailure, does.backOff),
          ],
        },
        after: waiting,
        on: {
          DEADLINE: go('recovering', note('backend-timeout'), does.backOff),
          ...lateReady,
          ...frameGone,
          CALL_BLOCKED: giveUp('endpoint-blocked'),
        },
        initial: 'asking',
        states: {
          asking: { on: { UNMOUNT: 'takenOut' } },
          // Put back before the answer, it goes on with the same request.
          takenOut: {
            tags: 'out',
            entry: ['removeFrame', does.clearFront, does.clearDocument],
            after: { takenOutGrace: '#embed.idle' },
            on: {
              MOUNT: [when(is.otherPage, '#embed.minting', setLaunch('mount')), go('asking')],
              PAGE: go('#embed.idle', setLaunch('page')),
              RELAUNCH: go('#embed.idle', setLaunch('relaunch')),
              IDENTITY: go('#embed.idle', setLaunch('identity')),
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
          READY: ready('#embed.live', does.commitLaunch, 'swapFrame'),
          BLOCKED: giveUp('launch-blocked'),
          ISOLATED: giveUp('cross-origin-isolated'),
        },
        states: {
          // The launch URL is being used; what may take long is the way of the document.
          opening: {
            entry: [does.setLoadDeadline, 'showFrame'],
            after: deadline,
            on: {
              DEADLINE: tryAgain('embed-slow', 'embed-slow', does.waitForLateReady),
              LOADED: [when(is.launchedDocument, 'loaded', does.noteLoad), go('reloaded', does.markUnready)],
            },
          },
          // It loaded, and has to say ready. A further load is that of a launch page that moved on.
          loaded: {
            entry: does.setReadyDeadline,
            after: { ...deadline, unresponsive: go(stay, 'reportUnresponsive') },
            on: {
              DEADLINE: tryAgain('ready-missing', 'embed-blocked', does.waitForLateReady),
              LOADED: [when(is.launchedDocument, 'loaded', does.noteLoad), go('reloaded', does.markUnready)],
            },
          },
          // Another document than the one that had the token. One that says anything is the embed's all the same.
          reloaded: {
            entry: does.setReloadDeadline,
            after: deadline,
            on: {
              DEADLINE: tryAgain('frame-reloaded', 'frame-reloaded', does.retryAtOnce, ...discardDocument),
              LOADED: go('reloaded', does.markUnready),
              HEARD: when(is.tokenAlive, '#embed.live', does.confirmReady),
            },
          },
        },
      },
      live: {
        entry: [does.clearProblem, does.setRefreshDeadline],
        after: deadline,
        on: {
          ...content,
          DEADLINE: [
            when(is.unresponsiveAgain, 'live', report('embed-silent'), does.confirmDocument),
            // It may be the embed all the same, with nothing to say: it stays on screen until another one is ready.
            when(is.unresponsive, 'recovering', note('embed-silent'), does.markRefused, does.retryAtOnce),
            when(is.hiddenInUse, 'live', does.missRefresh),
            when(is.hidden, 'idle'),
            when(is.refreshNotDue, 'live'),
            ...refresh('timer'),
          ],
          REFRESH: go('refreshing', setRefresh('call')),
          TOKEN_REFRESH: refreshRequested('asked'),
          TOKEN_EXPIRED: refreshRequested('expired'),
          READY: ready(stay),
          LOADED: [when(is.readyAfterLoad, 'live', does.noteLoad), go('launching.reloaded', does.markUnready)],
          ONLINE: [when(is.refreshFailing, 'live', does.retrySoon), when(is.deadlinePassed, stay, does.raiseDeadline)],
        },
      },
      refreshing: {
        entry: does.setCallDeadline,
        invoke: {
          src: 'refreshSession',
          input: ({ context: { session, refreshReason } }) => ({ session, reason: refreshReason }),
          onDone: [
            when(is.otherSession, 'recovering', note('session-differs'), does.retryAtOnce),
            when(is.documentReady, 'live', does.takeToken, 'postAuth'),
            go('launching.reloaded', does.takeToken),
          ],
          onError: [
            // What refuses a newer token may well give a fresh session: a grant ends, a laptop sleeps over a weekend.
            when(is.refreshRefused, 'recovering', does.noteFailure, does.markRefused, does.retryAtOnce),
            when(is.final, 'failed', does.noteFailure),
            when(is.inUse, 'live', 'reportFailure', does.deferRefresh),
            go('recovering', does.noteFailure, does.backOff),
          ],
        },
        after: deadline,
        on: {
          ...content,
          DEADLINE: [
            when(is.inUse, 'live', report('backend-timeout'), does.deferRefresh),
            go('recovering', note('backend-timeout'), does.backOff),
          ],
          READY: [when(is.tokenAlive, stay, does.markReady, 'postAuth'), go(stay, does.markReady)],
          LOADED: [when(is.readyAfterLoad, stay, does.noteLoad), go(stay, does.markUnready)],
        },
      },
      recovering: {
        entry: [does.restoreFront, 'retreat', does.startWaiting],
        after: waiting,
        on: {
          ...content,
          DEADLINE: [
            when(is.hidden, stay),
            when(is.throttled, 'minting', does.endThrottle),
            when(is.recoveriesLeft, 'minting', setLaunch('recovery')),
            limited,
          ],
          ONLINE: go('recovering', does.retrySoon),
          ...lateReady,
          ...frameGone,
          CALL_BLOCKED: [when(is.inUse, 'live', report('endpoint-blocked')), go('failed', note('endpoint-blocked'))],
        },
      },
      failed: { entry: ['removeFrame', does.clearFront, does.clearDocument, does.endWaiting] },
      closed: { type: 'final', entry: ['removeFrame', does.reset] },
    },
  },
  {
    actions: { noteProblem: does.noteProblem, setLaunch: does.setLaunch, setRefresh: does.setRefresh },
    delays: hostDelays,
  } as never,
);
