import type { BodyReader, BodyStream } from '../shared/bodyStream.ts';
import { bodyReadError } from '../shared/bodyReadError.ts';
import type { Clock } from '../shared/clock.ts';
import { startDeadline } from '../shared/deadline.ts';
import { MeshesInputError } from '../shared/meshesInputError.ts';
import { BodyError, readUtf8 } from '../shared/readUtf8.ts';
import { serializeBody } from '../shared/serializeBody.ts';
import { drain } from './drain.ts';
import { HttpError } from './httpError.ts';
import type { SessionRequest } from './sessionRequest.ts';

const maxBodyBytes = 65_536;

/** A parsed body. Read fields with {@link ownField}. */
export type Body = Readonly<Record<string, unknown>>;

/** A body to read. */
interface BodySource {
  readonly request: SessionRequest;
  /** What a parser has made of it; undefined if none has. */
  readonly parsed: unknown;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/**
 * Requires the content type that a page of another origin cannot send without a preflight: no form, no plain text.
 *
 * @throws HttpError 415.
 */
export function requireJson(request: SessionRequest): void {
  if (/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) return;
  throw new HttpError(415, 'not-json', 'Send the body as application/json.');
}

/**
 * Reads a JSON object of at most 64 kB, within its time.
 *
 * @throws HttpError 400, 408 or 413, and 500 if something else has read it; the reason of the signal.
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

/** In servers with their own limit, reading the body fails. The error has a status, or `Content-Length` shows the size. */
function isOverLimit(error: unknown, { headers }: SessionRequest): boolean {
  const { status, statusCode } = Object(error) as { status?: unknown; statusCode?: unknown };
  return status === 413 || statusCode === 413 || Number(headers.get('content-length')) > maxBodyBytes;
}

async function readText({ request, parsed }: BodySource, signal: AbortSignal): Promise<string> {
  const body: BodyStream | null = parsed === undefined ? unreadBody(request) : new Response(serializeBody(parsed)).body;
  return await readUtf8(body, maxBodyBytes, signal, async (reader, error) => {
    if (error instanceof BodyError) await drain(reader, signal);
    release(reader);
  });
}

/** The rest is left to the server. */
function release(reader: BodyReader): void {
  try {
    reader.releaseLock();
  } catch {
    // Some runtimes refuse this while a read is pending.
  }
}

/** @throws MeshesInputError if something else has read the body, or is reading it. */
function unreadBody(request: SessionRequest): BodyStream | null {
  if (request.bodyUsed || request.body?.locked) throw bodyReadError();
  return request.body;
}

/** An own field of the body. Inherited ones do not count. */
export function ownField(body: Body, name: string): unknown {
  return Object.hasOwn(body, name) ? body[name] : undefined;
}
