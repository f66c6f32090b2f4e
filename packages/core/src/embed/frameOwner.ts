import type { PageFacts } from '../diagnostics/diagnose.ts';
import { textsOf } from '../diagnostics/texts.ts';
import type { Recorder } from '../inspect/recorder.ts';
import type { HostEvent } from '../machine/events.ts';
import type { AuthMessage, EmbedMessage } from '../protocol/messages.ts';
import { isBusy, type EmbedView } from '../view/view.ts';
import { openFrame, type Frame } from './frame.ts';
import { createFrameQueue } from './frameQueue.ts';
import { judge } from './gate.ts';
import type { LaunchUrl } from './launchUrl.ts';
import type { MeshesEmbedOptions } from './options.ts';
import { listenToPage } from './pageEvents.ts';
import { watchPlace } from './watchPlace.ts';

/** The messages that carry nothing, as events of the machine. */
const plainEvents = {
  'meshes:ready': 'READY',
  'meshes:token-refresh': 'TOKEN_REFRESH',
  'meshes:token-expired': 'TOKEN_EXPIRED',
} as const;

/** What the owner of the iframe works with. */
export interface FrameOwnerOptions {
  readonly options: () => MeshesEmbedOptions;
  readonly recorder: Recorder;
  readonly send: (event: HostEvent) => void;
  readonly onNavigate: (message: Extract<EmbedMessage, { type: 'meshes:navigate' }>) => void;
  /** The container is no longer in the page; whoever put it in is about to take it out, or to put it back. */
  readonly onGone: () => void;
}

/** The only module that touches the page: the container, the iframes in it, and the listeners around it. */
export interface FrameOwner {
  readonly container: HTMLElement | null;
  /** Whether an iframe is there, in use or on its way. */
  readonly hasFrame: boolean;
  /**
   * Takes a container, and listens to its page.
   *
   * @param place - where the iframe goes: the container itself, or its shadow root or something in there
   */
  attach(container: HTMLElement, place: Element | ShadowRoot): void;
  /** Lets go of the container and of everything that was listened to. */
  detach(): void;
  /** Launches an iframe, behind the kept one where there is one. @param height - CSS px */
  show(launchUrl: LaunchUrl, height: number): void;
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
  /** What the page does with the container and the iframe; null without a container. */
  look(): PageFacts | null;
  /** Shows the view's status on the container, and its height on the iframe. CSS px */
  reflect(view: EmbedView, height: number): void;
}

/** Makes the owner; it holds nothing until it is given a container. */
export function createFrameOwner({ options, recorder, send, onNavigate, onGone }: FrameOwnerOptions): FrameOwner {
  let container: HTMLElement | null = null;
  let place: Element | ShadowRoot | null = null;
  let current: Frame | null = null;
  let kept: Frame | null = null;
  let keptSpoke = false;
  let focused = false;
  let stop = (): void => {};
  let reflected: { readonly [attribute: string]: string } = {};
  let appliedHeight = '';

  const queue = createFrameQueue(() => container?.ownerDocument.defaultView);
  const title = (): string => options().title?.trim() || textsOf(options().texts).title;

  function onMessage(event: MessageEvent): void {
    if (kept && event.source === kept.window) {
      // What may only be looked at is not listened to; it asks again once it is used again.
      keptSpoke = true;
      recorder.count('drop', 'kept');
      return;
    }
    const judgement = judge(event, current);
    if (judgement.refused) {
      // Other windows talk to the page all day long; only what our own iframe says belongs to this embed's trace.
      if (current && event.source === current.window) recorder.note('drop', judgement.refused);
      else recorder.count('drop', judgement.refused);
      return;
    }
    const { message } = judgement;
    send({ type: message.type === 'meshes:ready' ? 'WAKE' : 'HEARD' });
    if (message.type === 'meshes:resize') {
      const { height } = message;
      queue.later(message.type, () => {
        recorder.note('in', message.type, { height });
        send({ type: 'RESIZE', height });
      });
    } else if (message.type === 'meshes:navigate') {
      queue.now(message.type, () => {
        recorder.note('in', message.type);
        send({ type: 'NAVIGATE', page: message.page });
        onNavigate(message);
      });
    } else {
      recorder.note('in', message.type);
      send({ type: plainEvents[message.type] });
    }
  }

  function onBlocked({ blockedURI, effectiveDirective, disposition }: SecurityPolicyViolationEvent): void {
    const origin = URL.canParse(blockedURI) ? new URL(blockedURI).origin : null;
    if (current && origin === current.origin && effectiveDirective === 'frame-src' && disposition === 'enforce') send({ type: 'BLOCKED' });
  }

  /** Whether our iframes are where they were put. A container that is out of the page is its owner's business. */
  function lookAfter(): void {
    if (!container?.isConnected) return onGone();
    if (kept && kept.whereabouts() !== 'kept') loseKept();
    const where = current?.whereabouts() ?? 'kept';
    if (where !== 'kept') send({ type: where === 'lost' ? 'LOST' : 'MOVED' });
  }

  function loseKept(): void {
    discard(kept);
    kept = null;
    send({ type: 'FRONT_LOST' });
  }

  function onLoad(frame: Frame, foreign: boolean): void {
    if (frame === kept) return loseKept();
    if (frame !== current) return;
    if (frame.whereabouts() === 'moved') return send({ type: 'MOVED' });
    recorder.note('in', 'load', { foreign });
    send({ type: 'LOADED', foreign });
  }

  /** The focus that went with a former iframe is given back; one that has moved on is left alone. */
  function giveFocus(): void {
    if (focused) current?.focus();
    focused = false;
  }

  function discard(frame: Frame | null): void {
    if (!frame) return;
    focused ||= frame.focused();
    frame.remove();
    recorder.note('effect', 'remove-frame');
  }

  function writeAttributes(): void {
    for (const [name, value] of Object.entries(reflected)) {
      if (container?.getAttribute(name) !== value) container?.setAttribute(name, value);
    }
  }

  function drop(): void {
    const frame = current;
    current = null;
    queue.clear();
    discard(frame);
  }

  return {
    get container() {
      return container;
    },
    get hasFrame() {
      return (kept ?? current) !== null;
    },
    attach(given, where) {
      container = given;
      place = where;
      reflected = {};
      appliedHeight = '';
      const stopListening = listenToPage(given.ownerDocument.defaultView ?? window, {
        onMessage,
        onWake: () => send({ type: 'WAKE' }),
        onOnline: () => send({ type: 'ONLINE' }),
        onBlocked,
      });
      const stopWatching = watchPlace(given, where, ['data-meshes-status', 'aria-busy'], { onMoved: lookAfter, onAttribute: writeAttributes });
      stop = () => {
        stopListening();
        stopWatching();
      };
    },
    detach() {
      stop();
      queue.clear();
      focused = false;
      container?.style.removeProperty('min-height');
      container = null;
      place = null;
    },
    show(launchUrl, height) {
      if (!place) return;
      drop();
      const { allow, sandbox, colorScheme } = options();
      const frame = openFrame({
        place,
        launchUrl,
        title: title(),
        allow,
        sandbox,
        colorScheme,
        height,
        behind: kept && kept.element.clientWidth,
        onLoad: (foreign) => onLoad(frame, foreign),
      });
      current = frame;
      if (!kept) giveFocus();
      // Told last, as whoever listens may end the embed.
      recorder.note('effect', 'show-frame');
    },
    keep() {
      if (kept) return drop();
      if (!current) return;
      kept = current;
      current = null;
      keptSpoke = false;
      queue.clear();
      focused = kept.focused();
      kept.setInert(true);
      recorder.note('effect', 'keep-frame');
    },
    swap() {
      const former = kept;
      if (!former) return;
      kept = null;
      discard(former);
      current?.reveal();
      giveFocus();
      recorder.note('effect', 'swap-frame');
    },
    restore() {
      if (!kept) return false;
      drop();
      current = kept;
      kept = null;
      current.setInert(false);
      giveFocus();
      recorder.note('effect', 'restore-frame');
      return keptSpoke;
    },
    drop,
    remove() {
      drop();
      discard(kept);
      kept = null;
    },
    post: (message) => current?.post(message),
    restyle() {
      for (const frame of [kept, current]) {
        if (!frame) continue;
        frame.element.title = title();
        frame.element.style.colorScheme = options().colorScheme ?? 'normal';
      }
    },
    look() {
      const view = container?.ownerDocument.defaultView;
      if (!view || !container) return null;
      const { top, bottom } = container.getBoundingClientRect();
      const shown = container.getClientRects().length > 0;
      return {
        secure: view.isSecureContext,
        isolated: view.crossOriginIsolated,
        visible: shown && view.document.visibilityState === 'visible' && bottom > 0 && top < view.innerHeight,
        shown,
        width: container.clientWidth,
        height: (kept ?? current)?.element.offsetHeight ?? null,
      };
    },
    reflect({ status }, height) {
      if (!container) return;
      // Of a burst of events most change nothing of it.
      if (status !== reflected['data-meshes-status']) {
        reflected = { 'data-meshes-status': status, 'aria-busy': String(isBusy(status)) };
        writeAttributes();
      }
      if (appliedHeight === `${height}px`) return;
      appliedHeight = `${height}px`;
      // Keeps its place in the layout while there is no iframe in it.
      container.style.minHeight = appliedHeight;
      (kept ?? current)?.setHeight(height);
      current?.setHeight(height);
    },
  };
}
