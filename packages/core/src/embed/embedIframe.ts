import type { AuthMessage } from '../protocol/messages.ts';
import type { TrustedPeer } from './gate.ts';
import { hearFrame } from './messageHub.ts';
import type { LaunchUrl } from '../session/launchUrl.ts';
import { setFirmly } from './setFirmly.ts';

/** How the iframe is made. */
export interface IframeOptions {
  /** Where it is put. */
  readonly place: Element | ShadowRoot;
  readonly launchUrl: LaunchUrl;
  readonly allow: string | undefined;
  readonly sandbox: string | undefined;
  /** The width of the iframe that it is to follow, and is launched behind; null if there is no other. CSS px */
  readonly behind: number | null;
  /** Something came from its window. */
  readonly onMessage: (event: MessageEvent) => void;
  /** The iframe loaded a document; `foreign` where its address was changed behind our back. */
  readonly onLoad: (foreign: boolean) => void;
}

/** What became of an iframe: in its place, out of the page, or put elsewhere in it, which loads it again. */
export type Whereabouts = 'kept' | 'lost' | 'moved';

/** One iframe of an embed. Core owns it: it is replaced, never navigated, so that no history entry is added. */
export interface EmbedIframe extends TrustedPeer {
  readonly element: HTMLIFrameElement;
  /** Sends to the embed's origin only: a frame that went elsewhere gets nothing. */
  post(message: AuthMessage): void;
  /** Takes it out of the page, and hears it no more. */
  remove(): void;
  /** Puts it in front, where it was launched behind another one. */
  reveal(): void;
  /** Whether its document can be seen. One that is not shown is drawn all the same. */
  show(shown: boolean): void;
  whereabouts(): Whereabouts;
  /** Gives it the focus, unless that has gone somewhere else. */
  focus(): void;
}

const inPlace = { position: 'static', width: '100%' };

/** Makes the iframe, appends it, listens to it, and only then sets `src`. */
export function openIframe({
  place,
  launchUrl,
  allow,
  sandbox,
  behind,
  onMessage,
  onLoad,
}: IframeOptions): EmbedIframe {
  const element = place.ownerDocument.createElement('iframe');
  // In a shadow root a page's style sheet meets it by this name only.
  element.setAttribute('part', 'iframe');
  // The embed needs to know whose page it is in, and no more than that.
  element.referrerPolicy = 'strict-origin';
  if (allow !== undefined) element.allow = allow;
  if (sandbox !== undefined) element.setAttribute('sandbox', sandbox);
  setFirmly(element, {
    border: '0',
    padding: '0',
    margin: '0',
    'box-sizing': 'content-box',
    display: 'block',
    flex: 'none',
    // Until it says ready it may be any page, such as one that says that the launch URL is spent.
    opacity: '0',
    ...inPlace,
  });

  let opened = false;
  // Appended without an address, an iframe fires `load` at once in some engines; that one is not the launch.
  element.addEventListener('load', () => {
    // A document that the page may look into is not the embed's, unless that is of the page's own origin.
    const seen = element.contentDocument?.location.origin ?? 'null';
    if (opened) onLoad(element.src !== launchUrl.href || (seen !== 'null' && seen !== launchUrl.origin));
  });
  if (behind === null) place.append(element);
  else {
    // Laid out at its own size and drawn, though not to be seen: a frame that is not would be throttled.
    setFirmly(element, { position: 'absolute', width: `${behind}px` });
    element.inert = true;
    place.prepend(element);
  }
  opened = true;
  // An iframe that is put elsewhere gets another one.
  const { contentWindow } = element;
  const stopHearing = hearFrame(element.ownerDocument.defaultView ?? window, contentWindow!, onMessage);
  element.src = launchUrl.href;

  return {
    element,
    get window() {
      return element.contentWindow;
    },
    origin: launchUrl.origin,
    post: (message) => element.contentWindow?.postMessage(message, launchUrl.origin),
    remove() {
      stopHearing();
      element.remove();
    },
    reveal() {
      setFirmly(element, inPlace);
      element.inert = false;
    },
    show(shown) {
      if (shown) element.style.removeProperty('opacity');
      else setFirmly(element, { opacity: '0' });
    },
    whereabouts: () => (!element.isConnected ? 'lost' : element.contentWindow === contentWindow ? 'kept' : 'moved'),
    focus() {
      const { activeElement, body } = element.ownerDocument;
      if (!activeElement || activeElement === body) element.focus({ preventScroll: true });
    },
  };
}
