import type { BodyReader, BodyStream } from './bodyStream.ts';
import { untilAborted } from './deadline.ts';

/** Why a body could not be read as text. */
export class BodyError extends Error {
  readonly reason: 'too-large' | 'not-utf8';

  constructor(reason: 'too-large' | 'not-utf8') {
    super(reason === 'too-large' ? 'The body is too large.' : 'The body is not UTF-8.');
    this.name = 'BodyError';
    this.reason = reason;
  }
}

/** What to do with a body that is not read to its end. */
type Abandon = (reader: BodyReader, error: unknown) => Promise<void>;

/** Frees the connection. */
const cancel: Abandon = async (reader) => {
  reader.cancel().catch(() => {});
};

/**
 * Reads a body as strict UTF-8. It counts the bytes that come, and ignores `Content-Length`.
 *
 * @param abandon - called if the body is not read to its end. Default: cancels it.
 * @throws BodyError, the signal's reason, or what the stream fails with.
 */
export async function readUtf8(
  body: BodyStream | null,
  limitBytes: number,
  signal: AbortSignal,
  abandon = cancel,
): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done || value === undefined) break;
      bytes += value.byteLength;
      if (bytes > limitBytes) throw new BodyError('too-large');
      chunks.push(value);
    }
  } catch (error) {
    await abandon(reader, error);
    throw error;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(join(chunks, bytes));
  } catch {
    throw new BodyError('not-utf8');
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
