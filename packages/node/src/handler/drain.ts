import { untilAborted } from '../shared/deadline.ts';

/** Of a body that is too large, this much is let through, in bytes. */
const maxRestBytes = 16_777_216;

/**
 * Lets the rest of a body through, so that a caller who sends all of it before listening hears the answer. It is never
 * cancelled: there are servers that cut the connection then, or end.
 */
export async function drain(reader: ReadableStreamDefaultReader<Uint8Array>, signal: AbortSignal): Promise<void> {
  try {
    for (let bytes = 0; bytes < maxRestBytes;) {
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done) break;
      bytes += value.byteLength;
    }
  } catch {
    // It took too long, or broke: the answer goes out all the same.
  }
}
