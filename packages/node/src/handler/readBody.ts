import type { Clock } from '../shared/clock.ts';
import { startDeadline } from '../shared/deadline.ts';
import { BodyError, readUtf8 } from '../shared/readUtf8.ts';
import { SessionRefusal } from './SessionRefusal.ts';

const LARGEST_BODY_BYTES = 65_536;
const BODY_MS = 10_000;

/** A parsed body. Read fields with {@link ownField}. */
export type Body = Readonly<Record<string, unknown>>;

/**
 * Demands the content type that no foreign page can send without asking first (no form, no plain text).
 *
 * @throws SessionRefusal 415.
 */
export function requireJson(request: Request): void {
  if (/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) return;
  throw new SessionRefusal(415, 'not-json', 'Send the body as application/json.');
}

/**
 * Reads a JSON object: at most 64 kB, within 10 s.
 *
 * @throws SessionRefusal 400, 408 or 413; the reason of the request's signal.
 */
export async function readBody(request: Request, clock: Clock): Promise<Body> {
  const deadline = startDeadline(clock, BODY_MS, () => new SessionRefusal(408, 'slow-body', 'The body did not arrive in time.'), request.signal);
  try {
    const value: unknown = JSON.parse(await readUtf8(request.body, LARGEST_BODY_BYTES, deadline.signal));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body;
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    if (error instanceof BodyError && error.reason === 'too-large') throw new SessionRefusal(413, 'body-too-large', 'The body is larger than 64 kB.');
  } finally {
    deadline.end();
  }
  throw new SessionRefusal(400, 'bad-body', 'The body must be a JSON object in UTF-8.');
}

/** A field of the body itself: what a prototype holds is none. */
export function ownField(body: Body, name: string): unknown {
  return Object.hasOwn(body, name) ? body[name] : undefined;
}
