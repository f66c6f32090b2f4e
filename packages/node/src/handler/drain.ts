import { untilAborted } from '../shared/deadline.ts';
import type { BodyReader } from '../shared/bodyStream.ts';

/** At most this much of a body that is too large is read and discarded. */
const maxRestBytes = 16_777_216;

/**
 * Reads and discards the rest of a body, so that a caller who sends all of it before reading gets the answer. The body is
 * not cancelled, because some servers then close the connection, or crash.
 */
export async function drain(reader: BodyReader, signal: AbortSignal): Promise<void> {
  try {
    for (let bytes = 0; bytes < maxRestBytes;) {
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done || value === undefined) break;
      bytes += value.byteLength;
    }
  } catch {
    // It took too long, or the connection broke. The answer is sent all the same.
  }
}
