import { parseEmbedMessage, type MessageRefusal, type ParsedMessage } from '../protocol/parseEmbedMessage.ts';

/** Why a message was dropped, in the order in which it is checked. */
type DropReason = 'not-open' | 'no-window' | 'other-source' | 'other-origin' | MessageRefusal;

/** The only window and origin whose messages are accepted. */
export interface TrustedPeer {
  /** The iframe's window; null where the iframe is not in a document. */
  readonly window: Window | null;
  /** The origin of the launch URL. */
  readonly origin: string;
}

/**
 * Checks a `message` event (contract §5, host rules): it counts only where it comes from that iframe's window, with
 * the embed's origin, and says something known. The checks are cheap, and run in an order in which none can be spoofed past the one before: a
 * `source` of null never equals a window, and an opaque origin (`'null'`) is never an embed's.
 *
 * @param open - the iframe in use; null if there is no iframe
 */
export function acceptMessage(
  event: MessageEvent,
  open: TrustedPeer | null,
): ParsedMessage | { readonly refused: DropReason } {
  if (!open) return { refused: 'not-open' };
  if (!open.window) return { refused: 'no-window' };
  if (event.source !== open.window) return { refused: 'other-source' };
  if (event.origin !== open.origin || event.origin === 'null') return { refused: 'other-origin' };
  return parseEmbedMessage(event.data);
}
