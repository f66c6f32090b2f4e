import type { ProblemCode } from '../problem/codes.ts';
import { limitWait, retryAfterOf } from '../session/retryAfter.ts';

/** What is read of a rejection of the host's function, whichever client it uses. Its text may hold anything, and goes nowhere. */
export interface Rejection {
  /** The status of the answer; undefined where there was none. */
  readonly status: number | undefined;
  /** The error's own `code`; anything. */
  readonly reason: unknown;
  /** What it is, where our own code says so. */
  readonly code: ProblemCode | undefined;
  /** What was seen, where our own code says so. */
  readonly seen: string | undefined;
  readonly retryAfterMs: number | undefined;
  /** The error's own `name`; anything. */
  readonly name: unknown;
  /** Without a status: whether the network failed, it took too long, or code of the page threw. */
  readonly kind: 'network' | 'timeout' | 'thrown';
}

/** How the engines' `fetch` words a failure of the network, which is a `TypeError` as any mistake in code is. */
const networkWords =
  /^(failed to fetch|fetch failed|load failed|terminated|cancelled|error in (input|body) stream|could not connect|a server with|(the )?(network|internet))/i;

/** What our own endpoint and session actors reject with. */
export class EndpointError extends Error {
  /** What it is; or `bad-page`, as our own handler calls a page that the session may not see. */
  readonly code: ProblemCode | 'bad-page';
  /** What was seen, in few words. */
  declare readonly seen?: string;
  declare readonly status?: number;
  declare readonly retryAfterMs?: number | undefined;

  constructor(code: EndpointError['code'], more?: Partial<Pick<EndpointError, 'seen' | 'status' | 'retryAfterMs'>>) {
    super();
    this.code = code;
    Object.assign(this, more);
  }
}

/**
 * Reads a rejection: its status, as a number or text, where the usual clients have it (`status`, `statusCode`,
 * `response.status`, tRPC's `data.httpStatus`, Supabase's `context.status`), a thrown `Response`, and `retryAfterMs` or the
 * header `Retry-After`. What cannot be read, as it throws or never ends, is a mistake of the page.
 */
export function readRejection(error: unknown): Partial<Rejection> & Pick<Rejection, 'kind'> {
  try {
    return read(error);
  } catch {
    return { kind: 'thrown' };
  }
}

function read(error: unknown): Rejection {
  const fields = Object(error) as Readonly<Record<string, unknown>>;
  const inside = (name: string) => Object(fields[name]) as Readonly<Record<string, unknown>>;
  const response = inside(fields['response'] ? 'response' : 'context');
  const status = [fields['status'], fields['statusCode'], response['status'], inside('data')['httpStatus']]
    .map((value) => Number.parseInt(String(value), 10))
    .find((value) => value >= 100);
  const headers = (fields['headers'] ?? response['headers']) as Partial<Headers> | undefined;
  const own =
    error instanceof EndpointError && error.code !== 'bad-page' ? error : (stopped(fields) ?? unparsed(fields));
  return {
    status,
    reason: fields['code'],
    code: own?.code as ProblemCode | undefined,
    seen: own?.seen,
    retryAfterMs: limitWait(fields['retryAfterMs'] ?? retryAfterOf(headers, Date.now())),
    name: fields['name'],
    kind: kindOf(fields),
  };
}

/** A `Response` of a fetch that does not follow redirects. */
function stopped({ type }: Readonly<Record<string, unknown>>): Partial<Pick<Rejection, 'code' | 'seen'>> | undefined {
  return type === 'opaqueredirect' ? { code: 'endpoint-redirects', seen: 'a redirect' } : undefined;
}

/** An answer that the page's own function could not parse. Some engines quote it, so that the error itself is passed on to no one. */
function unparsed({
  name,
  message,
}: Readonly<Record<string, unknown>>): Partial<Pick<Rejection, 'code' | 'seen'>> | undefined {
  const text = String(message);
  if (name !== 'SyntaxError' || !text.includes('JSON')) return undefined;
  return /unexpected (token|character)|unrecognized/i.test(text)
    ? { code: 'endpoint-not-json' }
    : { code: 'backend-failed', seen: 'incomplete JSON' };
}

function kindOf({
  name,
  code,
  message,
  cause,
  status,
  statusText,
}: Readonly<Record<string, unknown>>): Rejection['kind'] {
  // What the page itself gave up: by `AbortSignal.timeout`, or by a timer of its own.
  if (
    /^(Timeout|Abort)Error$/.test(String(name)) ||
    ['ETIMEDOUT', 'ECONNABORTED', 'ERR_CANCELED'].includes(String(code)) ||
    statusText === 'timeout'
  )
    return 'timeout';
  // What clients over XMLHttpRequest, and `Response.error()`, have where no answer came.
  if (status === 0) return 'network';
  const causeKind = cause === undefined || cause === null ? 'thrown' : kindOf(Object(cause));
  if (causeKind !== 'thrown') return causeKind;
  const failed = name === 'TypeError' ? networkWords.test(String(message)) : /network|fetch/i.test(`${name} ${code}`);
  return failed ? 'network' : 'thrown';
}
