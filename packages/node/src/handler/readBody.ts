import { bodyReadError } from '../shared/bodyReadError.ts';
import type { Clock } from '../shared/clock.ts';
import { startDeadline } from '../shared/deadline.ts';
import { MeshesInputError } from '../shared/meshesInputError.ts';
import { BodyError, readUtf8 } from '../shared/readUtf8.ts';
import { serializeBody } from '../shared/serializeBody.ts';
import { drain } from './drain.ts';
import { HttpError } from './httpError.ts';

const maxBodyBytes = 65_536;

/** A parsed body. Read fields with {@link ownField}. */
export type Body = Readonly<Record<string, unknown>>;

/** Where a body comes from. */
interface BodySource {
  readonly request: Request;
  /** What a parser made of it already, where one did. */
  readonly parsed: unknown;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Demands the content type that no foreign page can send without asking first (no form, no plain text).
 *
 * @throws HttpError 415.
 */
export function requireJson(request: Request): void {
  if (/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) return;
  throw new HttpError(415, 'not-json', 'Send the body as application/json.');
}

/**
 * Reads a JSON object: at most 64 kB, within its time.
 *
 * @throws HttpError 400, 408 or 413, and 500 where something else has read it; the reason of the signal.
 */
export async function readBody(source: BodySource, clock: Clock): Promise<Body> {
  const deadline = startDeadline(
    clock,
    source.timeoutMs,
    () => new HttpError(408, 'slow-body', 'The body did not arrive in time.'),
    source.signal,
  );
  try {
    const value: unknown = JSON.parse(await readText(source, deadline.signal));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body;
  } catch (error) {
    if (error instanceof BodyError && error.reason === 'too-large') throw tooLarge();
    if (error instanceof MeshesInputError)
      throw new HttpError(500, 'internal', 'The server failed.', { report: error });
    if (deadline.signal.aborted) throw deadline.signal.reason;
    if (isOverLimit(error, source.request)) throw tooLarge();
  } finally {
    deadline.end();
  }
  throw new HttpError(400, 'bad-body', 'The body must be a JSON object in UTF-8.');
}

function tooLarge(): HttpError {
  return new HttpError(413, 'body-too-large', 'The body is larger than 64 kB.');
}

/** Servers with a limit of their own let the body fail: with a status, or where it says itself how large it is. */
function isOverLimit(error: unknown, { headers }: Request): boolean {
  const { status, statusCode } = Object(error) as { status?: unknown; statusCode?: unknown };
  return status === 413 || statusCode === 413 || Number(headers.get('content-length')) > maxBodyBytes;
}

async function readText({ request, parsed }: BodySource, signal: AbortSignal): Promise<string> {
  const body = parsed === undefined ? unreadBody(request) : new Response(serializeBody(parsed)).body;
  return await readUtf8(body, maxBodyBytes, signal, async (reader, error) => {
    if (error instanceof BodyError) await drain(reader, signal);
    letGo(reader);
  });
}

/** The server may want to deal with the rest in its own way. */
function letGo(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  try {
    reader.releaseLock();
  } catch {
    // Some runtimes keep it as long as something is still being read.
  }
}

/** @throws MeshesInputError where somebody else has it. */
function unreadBody(request: Request): ReadableStream<Uint8Array> | null {
  if (request.bodyUsed || request.body?.locked) throw bodyReadError();
  return request.body;
}

/** A field of the body itself: what a prototype holds is none. */
export function ownField(body: Body, name: string): unknown {
  return Object.hasOwn(body, name) ? body[name] : undefined;
}
