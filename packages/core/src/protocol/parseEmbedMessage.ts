import { embedMessageTypes, type EmbedMessage } from './messages.ts';

/** No known type is longer; a longer one is not even looked up, however long it is. Characters. */
const maxTypeLength = 64;

/** Longest page text that is kept; longer text is cut there. Characters. */
const maxPageLength = 2048;

/** Why a message's data was not understood. */
export type MessageRefusal = 'not-an-object' | 'unknown-type' | 'bad-field';

/** A message that was understood, or the reason why not. */
export type ParsedMessage =
  | { readonly message: EmbedMessage; readonly refused?: undefined }
  | { readonly refused: MessageRefusal };

/**
 * Reads the data of a `message` event as one of the embed's messages (contract §5). Never throws, never copies the
 * data, and looks at the known fields only, one by one, so that the work is the same whatever was sent. Unknown types
 * are no error: the contract reserves the right to add some.
 *
 * Says nothing about who sent the message: origin and source are to be checked before.
 *
 * @param data - `event.data`, from anywhere.
 */
export function parseEmbedMessage(data: unknown): ParsedMessage {
  if (!isPlainObject(data)) return { refused: 'not-an-object' };
  // What a sender put on a prototype, or behind a `__proto__` key, must not count.
  const own = (key: string): unknown => (Object.hasOwn(data, key) ? data[key] : undefined);
  const type = own('type');
  if (
    typeof type !== 'string' ||
    // Stryker disable next-line ConditionalExpression,EqualityOperator: a longer type is unknown anyway; this saves the work.
    type.length > maxTypeLength ||
    !Object.hasOwn(embedMessageTypes, type)
  ) {
    return { refused: 'unknown-type' };
  }
  if (type === 'meshes:resize') {
    const height = own('height') as number;
    // Number.isFinite is false for everything that is not a number, too.
    return Number.isFinite(height) && height > 0 ? { message: { type, height } } : { refused: 'bad-field' };
  }
  if (type === 'meshes:navigate') {
    const page = [own('path'), own('page')].find((value) => typeof value === 'string');
    return { message: { type, page: page?.slice(0, maxPageLength) ?? null, rest: data } };
  }
  return { message: { type } as EmbedMessage };
}

/**
 * Structured clone makes plain objects, in the realm of the window that receives them, which may be another one than
 * this code's: their prototype is the one at the end of the chain. A Map, a Date, an array or an Error is further from it.
 */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
