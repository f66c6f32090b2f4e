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
  park,
  ready,
  refresh,
  report,
  reportFailure,
  setLaunch,
  setRefresh,
  stay,
  stayInFront,
  tryAgain,
  waiting,
  when,
} from './hostRows.ts';
import type { HostAction, HostActor, HostDelay } from './hostTypes.ts';
import { initialContext } from './initialContext.ts';

/**
 * The host's side of the embed's lifecycle. Its top states are the statuses of the view; a state with the tag `out` has
 * the status `idle`.
 *
 * What it must keep:
 *
 * - The launch URL is used once, and never when it is too old (contract §1, §4): `launchable`, `showFrame`.
 * - Only `meshes:ready` counts, each one is answered, and `load` says nothing (§5): `ready`, `documentReady`.
 * - The token is posted after ready only, and again after each refresh; an older one never after a newer one (§5, §6):
 *   `postAuth`, `tokenAlive`.
 * - A refresh is in place: the same session, and the iframe stays (§6): `otherSession`.
 * - Every state has a way out: each wait has a deadline (`deadlineAt`), each actor an end for its failure.
 * - A step of the host or its user is never refused (`launch`); what the embed does by itself is limited
 *   (`recoveriesLeft`, `refreshesLeft`, `triesLeft`).
 * - An embed in use stays on screen while another one is launched (`keepFront`), until that one is ready
 *   (`commitLaunch`) or came to nothing (`restoreFront`).
 *
 * The steps:
 *
 * 1. `idle`. MOUNT brings a container; `launch` counts it and asks for a session.
 * 2. `minting`. `fetchSession` is invoked, with a deadline (`setCallDeadline`). A session goes on if `launchable`; a
 *    failure that is `final` ends it; any other waits and tries again (`backOff`). Taken out meanwhile, it waits for a
 *    while in `takenOut`, so that a double mount costs one session.
 * 3. `launching.opening`. `showFrame` spends the launch URL, and the document's `load` has to come (`setLoadDeadline`).
 * 4. `launching.loaded`. READY has to come (`setReadyDeadline`); it may come before the `load` as well.
 * 5. `live`. READY led here: `postAuth` answered it, and `commitLaunch` and `swapFrame` put its document in front. A
 *    further READY is answered in place.
 * 6. `refreshing`. The embed requests a newer token (`refreshRequested`), the timer is up or the page wakes
 *    (`raiseDeadline`), or the host calls (`setRefresh`). `refreshSession` is invoked, once at a time; `takeToken` and
 *    `postAuth` end it. Where it fails and the old token lives (`inUse`), the embed stays `live` (`deferRefresh`).
 * 7. `launching.reloaded`. A further `load` without READY is a hard reload, whose launch URL is spent (§4): it has to say
 *    something soon (`setReloadDeadline`).
 * 8. `recovering`. Something went wrong: the problem is noted, what was in front is used again (`restoreFront`,
 *    `retreat`), and a fresh launch follows at `deadlineAt`; back to 2.
 * 9. `parked`. Out of sight (`PARK`), or launched there before it is looked at (`PRELOAD`): the same steps are taken with
 *    `parked` set, and lead here in place of `live`. The token stays fresh; what goes wrong ends it, as no one waits for
 *    it (`idle`). SHOW makes it `live`. Where no iframe can be moved, a preloaded session waits in `parked.minted`.
 * 10. `failed`. Nothing is tried by itself any more; a step of the host leads back to 2. `closed` is the end.
 *
 * It decides everything and touches nothing. The code that runs it provides {@link HostImplementations}: those actions are names
 * in the table, its own are functions. No token and no launch URL is ever inside: they stay with the provider, who finds
 * them by the very object in `context.session`.
 */
export const hostMachine = createMachine(
  {
    id: 'embed',
    types: {} as {
      context: HostContext;
      events: HostEvent;
      input: HostInput;
      actors: HostActor;
      actions: HostAction;
      delays: HostDelay;
      tags: 'out';
    },
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
      // The page that is wanted may be the one that is there, or on its way without a problem, or still on screen.
      PAGE: [when(is.samePage, stay), stayInFront(is.pageInFront), ...launch('page')],
      RELAUNCH: launch('relaunch'),
      IDENTITY: [
        when(is.outOfSight, '.idle', setLaunch('identity')),
        ...launch('identity', 'removeFrame', does.clearSessions, does.clearDocument),
      ],
      BOUNDS: go(stay, does.takeBounds),
      CALM: go(stay, does.releaseHeight),
      MOVED: [when(is.outOfSight, '.idle'), ...launch('mount', ...discardDocument)],
      LOST: [
        when(is.outOfSight, '.idle'),
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
          PRELOAD: launch('preload', does.park),
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
            when(is.awaitsContainer, 'parked.minted', does.countRecovery, does.takeSession),
            when(is.launchable, 'launching', does.countRecovery, does.takeSession),
            when(is.triesLeft, 'recovering', note('launch-url-expired'), does.retryAtOnce, does.countRecovery),
            ...giveUp('launch-url-expired', does.countRecovery),
          ],
          onError: [
            when(is.otherPageLeft, 'minting', does.noteFailure, does.setFirstPage),
            stayInFront(is.finalInFront, reportFailure),
            when(is.final, 'failed', does.noteFailure),
            go('recovering', does.noteFailure, does.backOff),
          ],
        },
        after: waiting,
        on: {
          DEADLINE: go('recovering', note('backend-timeout'), does.backOff),
          ...lateReady,
          ...frameGone,
          ...park,
          CALL_BLOCKED: giveUp('endpoint-blocked'),
        },
        initial: 'asking',
        states: {
          asking: { on: { UNMOUNT: [when(is.parked, '#embed.idle'), go('takenOut')] } },
          // Put back before the answer, it goes on with the same request.
          takenOut: {
            tags: 'out',
            entry: ['removeFrame', does.clearFront, does.clearDocument, does.show],
            after: { takenOutGrace: '#embed.idle' },
            on: {
              MOUNT: [when(is.otherPage, '#embed.minting', setLaunch('mount')), go('asking')],
              PAGE: go('#embed.idle', setLaunch('page')),
              RELAUNCH: go('#embed.idle', setLaunch('relaunch')),
              IDENTITY: go('#embed.idle', setLaunch('identity')),
              DEADLINE: '#embed.idle',
              CALL_BLOCKED: '#embed.idle',
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
          ...park,
          READY: ready('#embed.live', does.commitLaunch, 'swapFrame'),
          BLOCKED: giveUp('launch-blocked'),
          ISOLATED: giveUp('cross-origin-isolated'),
        },
        states: {
          // The launch URL is being used; what may take long is the way of the document.
          opening: {
            entry: [does.setLoadDeadline, 'showFrame'],
            after: { ...deadline, unresponsive: go(stay, 'reportIsolated') },
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
              // A newer token may have come meanwhile.
              HEARD: when(is.hadToken, '#embed.live', does.confirmReady, 'postAuth'),
            },
          },
        },
      },
      live: {
        entry: [does.clearProblem, does.setRefreshDeadline],
        always: when(is.parked, 'parked'),
        after: deadline,
        on: {
          ...content,
          PARK: when(is.mayBeParked, 'parked', does.park),
          DEADLINE: [
            when(is.unresponsiveAgain, 'live', report('embed-silent'), does.confirmDocument),
            // It may be the embed all the same, with nothing to say: it stays on screen until another one is ready.
            when(
              is.unresponsive,
              'recovering',
              note('embed-silent'),
              does.noteSilence,
              does.markRefused,
              does.retryAtOnce,
            ),
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
          input: ({ context: { session, refreshReason } }) => ({ session: session!, reason: refreshReason }),
          onDone: [
            when(is.otherSession, 'recovering', note('session-differs'), does.retryAtOnce),
            when(is.documentReady, 'live', does.takeToken, 'postAuth'),
            go('launching.reloaded', does.takeToken),
          ],
          onError: [
            // What refuses a newer token may well give a fresh session: a grant ends, a laptop sleeps over a weekend.
            when(is.refreshRefused, 'recovering', does.noteFailure, does.markRefused, does.retryAtOnce),
            when(is.final, 'failed', does.noteFailure),
            when(is.inUse, 'live', reportFailure, does.deferRefresh),
            go('recovering', does.noteFailure, does.backOff),
          ],
        },
        after: deadline,
        on: {
          ...content,
          ...park,
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
        always: when(is.parked, 'idle'),
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
      parked: {
        tags: 'out',
        initial: 'ready',
        on: {
          PAGE: [when(is.samePage, stay), go('idle', setLaunch('page'))],
          RELAUNCH: go('idle', setLaunch('relaunch')),
        },
        states: {
          // In use, but for who could use it.
          ready: {
            entry: does.setParkDeadline,
            after: deadline,
            on: {
              ...content,
              DEADLINE: [when(is.parkedTooLong, '#embed.idle'), ...refresh('timer')],
              TOKEN_REFRESH: refreshRequested('asked'),
              TOKEN_EXPIRED: refreshRequested('expired'),
              READY: ready(stay),
              LOADED: [when(is.readyAfterLoad, stay, does.noteLoad), go('#embed.idle')],
              SHOW: go('#embed.live', does.show),
            },
          },
          // A session whose launch URL has not been used: its life is short (contract §1).
          minted: {
            entry: does.setLaunchDeadline,
            after: deadline,
            on: {
              DEADLINE: '#embed.idle',
              SHOW: [
                when(is.stillLaunchable, '#embed.launching', does.show),
                go('#embed.minting', does.show, setLaunch('mount')),
              ],
            },
          },
        },
      },
      failed: {
        entry: ['removeFrame', does.clearFront, does.clearDocument, does.endWaiting],
        always: when(is.parked, 'idle'),
      },
      closed: { type: 'final', entry: ['removeFrame', does.reset] },
    },
  },
  {
    actions: { noteProblem: does.noteProblem, setLaunch: does.setLaunch, setRefresh: does.setRefresh },
    delays: hostDelays,
  },
);
