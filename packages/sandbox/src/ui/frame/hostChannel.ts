import { chooseTargetOrigin, parentOrigin, readAuth } from './hostOrigin.ts';
import type { OutgoingMessage } from './messages.ts';

/** The line between this document and the page around it. */
export interface HostChannel {
  /** Posts one message to the parent window. */
  say(message: OutgoingMessage): void;
  /** Calls the listener with each token that the host sends. */
  onToken(listener: (token: string) => void): void;
}

/**
 * Opens the line to the host.
 *
 * @param hostOrigins - who may talk to this embed; empty means anyone (contract §2, `allowed_origins`).
 */
export function openHostChannel(window: Window, hostOrigins: readonly string[]): HostChannel {
  const { parent, location, document } = window;
  const hints = { hostOrigins, ancestorOrigins: location.ancestorOrigins, referrer: document.referrer };
  const targetOrigin = chooseTargetOrigin(hints);
  return {
    say: (message) => parent.postMessage(message, targetOrigin),
    onToken(listener) {
      window.addEventListener('message', (event) => {
        const token = readAuth(event, parent, hostOrigins, parentOrigin(hints));
        if (token !== null) listener(token);
      });
    },
  };
}
