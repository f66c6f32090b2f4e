import { parseEmbedMessage, type MessageRefusal, type ParsedMessage } from '../protocol/parseEmbedMessage.ts';

/** Why a message was dropped, in the order in which it is checked. */
export type DropReason = 'not-open' | 'no-window' | 'other-source' | 'other-origin' | MessageRefusal;

/** Whom the gate lets speak. */
export interface GateKeeper {
  /** The iframe's window; null where the iframe is not in a document. */
  readonly window: Window | null;
  /** The origin of the launch URL. */
  readonly origin: string;
}

/**
 * Judges a `message` event (contract §5, host rules): it counts only where it comes from that iframe's window, with
 * the embed's origin, and says something known. Each check is cheap and comes before the next one can be fooled: a
 * `source` of null never equals a window, and an opaque origin (`'null'`) is never an embed's.
 *
 * @param open - the iframe in use, null where there is none
 */
export function judge(event: MessageEvent, open: GateKeeper | null): ParsedMessage | { readonly refused: DropReason } {
  if (!open) return { refused: 'not-open' };
  if (!open.window) return { refused: 'no-window' };
  if (event.source !== open.window) return { refused: 'other-source' };
  if (event.origin !== open.origin || event.origin === 'null') return { refused: 'other-origin' };
  return parseEmbedMessage(event.data);
}
