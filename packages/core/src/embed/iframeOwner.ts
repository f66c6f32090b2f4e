import type { SeenProblem } from '../problem/problem.ts';
import type { Recorder } from '../inspect/recorder.ts';
import type { HostEvent } from '../machine/events.ts';
import type { AuthMessage, NavigateMessage } from '../protocol/messages.ts';
import { isBusy, type EmbedStatus, type EmbedView } from '../view/view.ts';
import { hasFocus } from './focus.ts';
import { openIframe, type EmbedIframe } from './embedIframe.ts';
import { moveInto } from './canMove.ts';
import { connectAhead, rememberOrigin } from './connectAhead.ts';
import { createAnimationQueue } from './animationQueue.ts';
import { acceptMessage } from './gate.ts';
import type { LaunchUrl } from '../session/launchUrl.ts';
import { layOut } from './layOut.ts';
import { strayMessages } from './messageHub.ts';
import { createMessageTaker } from './messageTaker.ts';
import type { MeshesEmbedOptions } from './options.ts';
import { createPageFollower, listenToPage } from './pageEvents.ts';
import { watchBlocks } from './watchBlocks.ts';
import { watchPlace } from './watchPlace.ts';
import { whyUnresponsive } from './whyUnresponsive.ts';

export interface IframeOwnerOptions {
  readonly options: () => MeshesEmbedOptions;
  /** Where a session was asked for last; undefined before. */
  readonly endpoint: () => string | undefined;
  readonly recorder: Recorder;
  readonly send: (event: HostEvent) => void;
  readonly onNavigate: (message: NavigateMessage) => void;
  /** The container is no longer in the page; its framework is about to take it out, or to put it back, unless it is gone for good. */
  readonly onGone: (forGood: boolean) => void;
  /** The container is in the page again. */
  readonly onBack: () => void;
  /** The page that this code runs in is left for good. */
  readonly onLeave: () => void;
}

/** The only module that touches the page: the container, the iframes in it, and the listeners around it. */
export interface IframeOwner {
  readonly container: HTMLElement | null;
  /** The iframe that is on screen, else the one on its way there. */
  readonly frame: HTMLIFrameElement | undefined;
  /**
   * Takes a container, and listens to its page.
   *
   * @param place - where the iframe goes: the container itself, or its shadow root or something in there
   */
  attach(container: HTMLElement, place: Element | ShadowRoot): void;
  /**
   * Takes what is in use to another place of the same document, without loading it again. Whether that could be done:
   * nothing has changed if not.
   */
  moveTo(container: HTMLElement, place: Element | ShadowRoot): boolean;
  /** How many messages came to the page, since it has the container, that were no embed's. */
  readonly strays: number;
  /** Lets go of the container and of everything that was listened to. */
  detach(): void;
  /** Has the browser connect to where the iframe will come from. */
  connect(): void;
  /** Launches an iframe, behind the kept one where there is one. */
  show(launchUrl: LaunchUrl): void;
  /** Keeps what is on screen, to be looked at only, while another one is launched; what was being launched goes. */
  keep(): void;
  /** The launched iframe takes the place of the kept one, and its height and focus. */
  swap(): void;
  /** The kept iframe is used again, and what was being launched goes. Whether it said something that was not answered. */
  restore(): boolean;
  /** Removes what is being launched or in use, and leaves the kept one. */
  drop(): void;
  /** Removes every iframe. */
  remove(): void;
  post(message: AuthMessage): void;
  /** Applies the options that need no new iframe. */
  restyle(): void;
  /** What can be seen of why the document that loaded does not say ready. */
  whyUnresponsive(): SeenProblem;
  /** Shows the view's status on the container, its height on the iframe (CSS px), and the iframe once an embed is in it. */
  reflect(view: EmbedView, height: number): void;
}

/** Makes the owner; it holds nothing until it is given a container. */
export function createIframeOwner({
  options,
  endpoint,
  recorder,
  send,
  onNavigate,
  onGone,
  onBack,
  onLeave,
}: IframeOwnerOptions): IframeOwner {
  let container: HTMLElement | null = null;
  let place: Element | ShadowRoot | null = null;
  let current: EmbedIframe | null = null;
  let kept: EmbedIframe | null = null;
  let keptHasMessages = false;
  let gone = false;
  let focused = false;
  let unwatch = (): void => {};
  let straysBefore = 0;
  /** Takes the hint to connect out of the page. */
  let disconnect = (): void => {};
  let reflected: { readonly [attribute: string]: string } = {};
  /** As reflected last; NaN before that. CSS px */
  let height = NaN;
  const listenTo = createPageFollower((view) => [
    listenToPage(view, {
      onWake: () => send({ type: 'WAKE' }),
      onOnline: () => send({ type: 'ONLINE' }),
      onLeave: (itself) => (itself ? onLeave() : setTimeout(leaveEnded)),
    }),
    watchBlocks(view, { frame: () => current?.origin, endpoint, send }),
  ]);
  const queue = createAnimationQueue(() => container?.ownerDocument.defaultView);
  const takeMessage = createMessageTaker({ queue, recorder, send, onNavigate });

  function onMessage(frame: EmbedIframe, event: MessageEvent): void {
    if (frame === kept) {
      // What may only be looked at is not listened to; it asks again once it is used again.
      keptHasMessages = true;
      recorder.count('drop', 'kept');
      return;
    }
    const accepted = acceptMessage(event, current);
    if (accepted.refused) recorder.note('drop', accepted.refused);
    else takeMessage(accepted.message);
  }

  /** Its page has ended, unless the container was taken elsewhere in time. */
  function leaveEnded(): void {
    if (container && !container.ownerDocument.defaultView) onGone(true);
  }

  /** Whether our iframes are where they were put. A container that is out of the page is its owner's business. */
  function lookAfter(): void {
    if (!container?.isConnected) {
      gone = true;
      return onGone(false);
    }
    if (gone) onBack();
    gone = false;
    listenTo(container.ownerDocument);
    if (kept && kept.whereabouts() !== 'kept') loseKept();
    const where = current?.whereabouts() ?? 'kept';
    if (where !== 'kept') send({ type: where === 'lost' ? 'LOST' : 'MOVED' });
  }

  function loseKept(): void {
    discard(kept);
    kept = null;
    send({ type: 'FRONT_LOST' });
  }

  function onLoad(frame: EmbedIframe, foreign: boolean): void {
    if (frame === kept) return loseKept();
    if (frame !== current) return;
    if (frame.whereabouts() === 'moved') return send({ type: 'MOVED' });
    recorder.note('in', 'load', { foreign });
    send({ type: 'LOADED', foreign });
  }

  /** The focus that went with a former iframe is given back; one that has moved on stays where it is. */
  function giveFocus(): void {
    if (focused) current?.focus();
    focused = false;
  }

  function discard(frame: EmbedIframe | null): void {
    if (!frame) return;
    focused ||= hasFocus(frame.element);
    frame.remove();
    recorder.note('effect', 'remove-frame');
  }

  /** Of a burst of events most change nothing of it. */
  function showStatus(status: EmbedStatus): void {
    if (status === reflected['data-meshes-status']) return;
    reflected = { 'data-meshes-status': status, 'aria-busy': String(isBusy(status)) };
    writeAttributes();
  }

  function leave(): void {
    unwatch();
    queue.clear();
    container?.style.removeProperty('min-height');
  }

  function writeAttributes(): void {
    for (const [name, value] of Object.entries(reflected)) {
      if (container?.getAttribute(name) !== value) container?.setAttribute(name, value);
    }
  }

  /** Applies what needs no new iframe. */
  function restyle(): void {
    if (container) layOut(container, kept, current, height, options());
  }

  function drop(): void {
    const frame = current;
    current = null;
    disconnect();
    queue.clear();
    discard(frame);
  }

  function strays(): number {
    const view = container?.ownerDocument.defaultView;
    return view ? strayMessages(view) : straysBefore;
  }

  function attach(given: HTMLElement, where: Element | ShadowRoot): void {
    container = given;
    place = where;
    reflected = {};
    gone = false;
    height = NaN;
    straysBefore = strays();
    listenTo(given.ownerDocument);
    unwatch = watchPlace(given, where, ['data-meshes-status', 'aria-busy'], {
      onMoved: lookAfter,
      onAttribute: () => queue.later('attributes', writeAttributes),
    });
  }

  return {
    get container() {
      return container;
    },
    get strays() {
      return strays() - straysBefore;
    },
    get frame() {
      return (kept ?? current)?.element;
    },
    attach,
    moveTo(given, where) {
      const hadFocus = focused || (current !== null && hasFocus(current.element));
      if (current && !moveInto(where, current.element)) return false;
      if (given.inert) current?.element.blur();
      showStatus('idle');
      leave();
      attach(given, where);
      focused = hadFocus;
      restyle();
      if (!given.inert) giveFocus();
      recorder.note('effect', 'move-frame');
      return true;
    },
    detach() {
      listenTo(null);
      leave();
      focused = false;
      container = null;
      place = null;
    },
    connect() {
      disconnect();
      if (container) disconnect = connectAhead(container.ownerDocument, options().allowInsecureLocalhost === true);
    },
    show(launchUrl) {
      if (!place) return;
      drop();
      rememberOrigin(launchUrl.origin);
      const { allow = 'clipboard-write', sandbox } = options();
      const behind = kept && kept.element.clientWidth;
      const frame = openIframe({
        place,
        launchUrl,
        allow,
        sandbox,
        behind,
        onMessage: (event) => onMessage(frame, event),
        onLoad: (foreign) => onLoad(frame, foreign),
      });
      current = frame;
      restyle();
      if (!kept) giveFocus();
      // Reported last, as a listener may end the embed.
      recorder.note('effect', 'show-frame');
    },
    keep() {
      if (kept) return drop();
      if (!current) return;
      kept = current;
      current = null;
      keptHasMessages = false;
      queue.clear();
      focused = hasFocus(kept.element);
      kept.element.inert = true;
      recorder.note('effect', 'keep-frame');
    },
    swap() {
      const former = kept;
      if (!former) return;
      kept = null;
      discard(former);
      current?.reveal();
      restyle();
      giveFocus();
      recorder.note('effect', 'swap-frame');
    },
    restore() {
      if (!kept) return false;
      drop();
      current = kept;
      kept = null;
      current.element.inert = false;
      giveFocus();
      recorder.note('effect', 'restore-frame');
      return keptHasMessages;
    },
    drop,
    remove() {
      drop();
      discard(kept);
      kept = null;
    },
    post: (message) => current?.post(message),
    restyle,
    whyUnresponsive: () => whyUnresponsive(container?.ownerDocument.defaultView ?? window),
    reflect({ status, onScreen }, latest) {
      if (!container) return;
      showStatus(status);
      current?.show(onScreen && !kept);
      if (height === latest) return;
      height = latest;
      restyle();
    },
  };
}
