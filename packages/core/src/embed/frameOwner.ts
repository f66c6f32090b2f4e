import type { PageFacts } from '../diagnostics/diagnose.ts';
import { textsOf } from '../diagnostics/texts.ts';
import type { Recorder } from '../inspect/recorder.ts';
import type { EmbedEvent } from '../machine/events.ts';
import type { AuthMessage, EmbedMessage } from '../protocol/messages.ts';
import type { EmbedView } from '../view/view.ts';
import { openFrame, type Frame } from './frame.ts';
import { judge } from './gate.ts';
import type { LaunchUrl } from './launchUrl.ts';
import type { MeshesEmbedOptions } from './options.ts';
import { listenToPage } from './pageEvents.ts';

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
  readonly send: (event: EmbedEvent) => void;
  readonly onNavigate: (message: Extract<EmbedMessage, { type: 'meshes:navigate' }>) => void;
}

/** The one who touches the page: the container, the iframe in it, and the listeners around it. */
export interface FrameOwner {
  readonly container: HTMLElement | null;
  /** Takes a container, and listens to its page. */
  attach(container: HTMLElement): void;
  /** Lets go of the container and of everything that was listened to. */
  detach(): void;
  /** @param height - CSS px */
  show(launchUrl: LaunchUrl, height: number): void;
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
export function createFrameOwner({ options, recorder, send, onNavigate }: FrameOwnerOptions): FrameOwner {
  let container: HTMLElement | null = null;
  let frame: Frame | null = null;
  let focused = false;
  let stopListening = (): void => {};
  let drawing: number | undefined;
  let reported = 0;
  let reflected = '';

  const title = (): string => options().title?.trim() || textsOf(options().texts).title;

  /** A burst of heights costs one event and one write, for the last of them, when the next frame is drawn. */
  function resize(height: number): void {
    reported = height;
    drawing ??= container?.ownerDocument.defaultView?.requestAnimationFrame(() => {
      drawing = undefined;
      recorder.note('in', 'meshes:resize', { height: reported });
      send({ type: 'RESIZE', height: reported });
    });
  }

  function onMessage(event: MessageEvent): void {
    const judgement = judge(event, frame);
    if (judgement.refused) {
      // Other windows talk to the page all day long; only what our own iframe says belongs to this embed's trace.
      if (frame && event.source === frame.window) recorder.note('drop', judgement.refused);
      else recorder.count('drop', judgement.refused);
      return;
    }
    const { message } = judgement;
    if (message.type === 'meshes:resize') {
      resize(message.height);
      return;
    }
    recorder.note('in', message.type);
    if (message.type === 'meshes:navigate') {
      send({ type: 'NAVIGATE', page: message.page });
      onNavigate(message);
      return;
    }
    send({ type: plainEvents[message.type] });
  }

  function onBlocked({ blockedURI, effectiveDirective, disposition }: SecurityPolicyViolationEvent): void {
    const ours = frame && effectiveDirective === 'frame-src' && blockedURI.startsWith(frame.origin);
    if (ours && disposition === 'enforce') send({ type: 'BLOCKED' });
  }

  return {
    get container() {
      return container;
    },
    attach(given) {
      container = given;
      reflected = '';
      stopListening = listenToPage(given.ownerDocument.defaultView ?? window, {
        onMessage,
        onWake: () => send({ type: 'WAKE' }),
        onOnline: () => send({ type: 'ONLINE' }),
        onBlocked,
      });
    },
    detach() {
      stopListening();
      if (drawing !== undefined) container?.ownerDocument.defaultView?.cancelAnimationFrame(drawing);
      drawing = undefined;
      focused = false;
      container?.style.removeProperty('min-height');
      container = null;
    },
    show(launchUrl, height) {
      if (!container) return;
      const { allow, sandbox, colorScheme } = options();
      const onLoad = (foreign: boolean): void => {
        recorder.note('in', 'load', { foreign });
        send({ type: 'LOADED', foreign });
      };
      frame = openFrame({ container, launchUrl, title: title(), allow, sandbox, colorScheme, height, focus: focused, onLoad });
      // Told last, as whoever listens may end the embed.
      recorder.note('effect', 'show-frame');
    },
    remove() {
      if (!frame) return;
      focused = frame.remove();
      frame = null;
      recorder.note('effect', 'remove-frame');
    },
    post: (message) => frame?.post(message),
    restyle() {
      if (frame) {
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
        height: frame?.element.offsetHeight ?? null,
      };
    },
    reflect({ status }, height) {
      // Of a burst of events most change nothing of it.
      const next = `${status} ${height}`;
      if (!container || next === reflected) return;
      reflected = next;
      container.dataset['meshesStatus'] = status;
      container.setAttribute('aria-busy', String(['minting', 'launching', 'recovering'].includes(status)));
      // Keeps its place in the layout while there is no iframe in it.
      container.style.minHeight = `${height}px`;
      frame?.setHeight(height);
    },
  };
}
