import type { AuthMessage } from '../protocol/messages.ts';
import type { GateKeeper } from './gate.ts';
import type { LaunchUrl } from './launchUrl.ts';

/** How the iframe is made. */
export interface FrameOptions {
  readonly container: HTMLElement;
  readonly launchUrl: LaunchUrl;
  readonly title: string;
  readonly allow: string | undefined;
  readonly sandbox: string | undefined;
  readonly colorScheme: string | undefined;
  /** CSS px */
  readonly height: number;
  /** Whether a former iframe had the focus. */
  readonly focus: boolean;
  /** The iframe loaded a document; `foreign` where its address was changed behind our back. */
  readonly onLoad: (foreign: boolean) => void;
}

/** The one iframe of an embed. Core owns it: it is replaced, never navigated, so that no history entry is added. */
export interface Frame extends GateKeeper {
  readonly element: HTMLIFrameElement;
  /** Sends to the embed's origin alone: a frame that went elsewhere gets nothing. */
  post(message: AuthMessage): void;
  /** CSS px */
  setHeight(height: number): void;
  /** Takes the iframe away; tells whether it had the focus. */
  remove(): boolean;
}

/** Makes the iframe, appends it, and only then sets `src`; the `message` listener is on before this is called. */
export function openFrame(options: FrameOptions): Frame {
  const { container, launchUrl, allow, sandbox } = options;
  const element = container.ownerDocument.createElement('iframe');
  element.title = options.title;
  // The embed needs to know whose page it is in, and no more than that.
  element.referrerPolicy = 'strict-origin';
  if (allow !== undefined) element.allow = allow;
  if (sandbox !== undefined) element.setAttribute('sandbox', sandbox);
  element.style.cssText = 'border:0;display:block;width:100%';
  element.style.colorScheme = options.colorScheme ?? 'normal';
  element.style.height = `${options.height}px`;

  let opened = false;
  // Appended without an address, an iframe fires `load` at once in some engines; that one is not the launch.
  element.addEventListener('load', () => opened && options.onLoad(element.src !== launchUrl.href));
  container.append(element);
  opened = true;
  element.src = launchUrl.href;
  // The focus that went with the former iframe is given back; one that has moved on is left alone.
  const { activeElement, body } = container.ownerDocument;
  if (options.focus && (!activeElement || activeElement === body)) element.focus({ preventScroll: true });

  return {
    element,
    get window() {
      return element.contentWindow;
    },
    origin: launchUrl.origin,
    post: (message) => element.contentWindow?.postMessage(message, launchUrl.origin),
    setHeight: (height) => {
      element.style.height = `${height}px`;
    },
    remove() {
      const root = element.getRootNode() as Document | ShadowRoot;
      const focused = root.activeElement === element;
      element.remove();
      return focused;
    },
  };
}
