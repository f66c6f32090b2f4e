import type { PageFacts } from '../diagnostics/report.ts';
import { textsOf } from '../diagnostics/texts.ts';
import type { Recorder } from '../inspect/recorder.ts';
import type { HostEvent } from '../machine/events.ts';
import type { AuthMessage, NavigateMessage } from '../protocol/messages.ts';
import { isBusy, type EmbedView } from '../view/view.ts';
import { focusedIn } from './focus.ts';
import { openFrame, type Frame } from './frame.ts';
import { createFrameQueue } from './frameQueue.ts';
import { judge } from './gate.ts';
import type { LaunchUrl } from './launchUrl.ts';
import { lookAt } from './lookAt.ts';
import { createMessageTaker } from './messageTaker.ts';
import type { MeshesEmbedOptions } from './options.ts';
import { createPageListener } from './pageEvents.ts';
import { watchPlace } from './watchPlace.ts';

/** What the owner of the iframe works with. */
export interface FrameOwnerOptions {
  readonly options: () => MeshesEmbedOptions;
  readonly recorder: Recorder;
  readonly send: (event: HostEvent) => void;
  readonly onNavigate: (message: NavigateMessage) => void;
  /** The container is no longer in the page; whoever put it in is about to take it out, or to put it back, unless it is gone for good. */
  readonly onGone: (forGood: boolean) => void;
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
  let unwatch = (): void => {};
  let reflected: { readonly [attribute: string]: string } = {};
  let appliedHeight = '';
  const listenTo = createPageListener({ onMessage, onBlocked, onWake: () => send({ type: 'WAKE' }), onOnline: () => send({ type: 'ONLINE' }), onEnd: () => setTimeout(leaveEnded) });
  const queue = createFrameQueue(() => container?.ownerDocument.defaultView);
  const takeMessage = createMessageTaker({ queue, recorder, send, onNavigate });

  function onMessage(event: MessageEvent): void {
    if (event.source && event.source === kept?.window) {
      // What may only be looked at is not listened to; it asks again once it is used again.
      keptSpoke = true;
      recorder.count('drop', 'kept');
      return;
    }
    const judgement = judge(event, current);
    if (!judgement.refused) return takeMessage(judgement.message);
    // Other windows talk to the page all day long; only what our own iframe says belongs to this embed's trace.
    recorder[current && event.source === current.window ? 'note' : 'count']('drop', judgement.refused);
  }

  function onBlocked({ blockedURI, effectiveDirective, disposition }: SecurityPolicyViolationEvent): void {
    const origin = URL.canParse(blockedURI) ? new URL(blockedURI).origin : null;
    if (current && origin === current.origin && effectiveDirective === 'frame-src' && disposition === 'enforce') send({ type: 'BLOCKED' });
  }

  /** Its page has ended, unless the container was taken elsewhere in time. */
  function leaveEnded(): void {
    if (container && !container.ownerDocument.defaultView) onGone(true);
  }

  /** Whether our iframes are where they were put. A container that is out of the page is its owner's business. */
  function lookAfter(): void {
    if (!container?.isConnected) return onGone(false);
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

  function onLoad(frame: Frame, foreign: boolean): void {
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

  function discard(frame: Frame | null): void {
    if (!frame) return;
    focused ||= hasFocus(frame);
    frame.element.remove();
    recorder.note('effect', 'remove-frame');
  }

  function writeAttributes(): void {
    for (const [name, value] of Object.entries(reflected)) {
      if (container?.getAttribute(name) !== value) container?.setAttribute(name, value);
    }
  }

  const hasFocus = ({ element }: Frame): boolean => focusedIn(element) === element;

  /** Applies what needs no new iframe. */
  function restyle(): void {
    const { title, texts, colorScheme = 'normal' } = options();
    for (const { element } of [kept, current].filter((frame) => frame !== null)) {
      element.title = title?.trim() || textsOf(texts).title;
      element.style.colorScheme = colorScheme;
      element.style.height = appliedHeight;
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
      listenTo(given.ownerDocument);
      unwatch = watchPlace(given, where, ['data-meshes-status', 'aria-busy'], { onMoved: lookAfter, onAttribute: () => queue.later('attributes', writeAttributes) });
    },
    detach() {
      listenTo(null);
      unwatch();
      queue.clear();
      focused = false;
      container?.style.removeProperty('min-height');
      container = null;
      place = null;
    },
    show(launchUrl) {
      if (!place) return;
      drop();
      const { allow, sandbox } = options();
      const behind = kept && kept.element.clientWidth;
      const frame = openFrame({ place, launchUrl, allow, sandbox, behind, onLoad: (foreign) => onLoad(frame, foreign) });
      current = frame;
      restyle();
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
      focused = hasFocus(kept);
      kept.element.inert = true;
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
      current.element.inert = false;
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
    restyle,
    look: () => lookAt(container, (kept ?? current)?.element),
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
      restyle();
    },
  };
}
