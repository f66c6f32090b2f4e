/** What the answer of a session route is, where it is no session. Stable: the page and `@meshes-embed/doctor` use the same codes. */
export type AnswerCode =
  | 'endpoint-redirects'
  | 'endpoint-missing'
  | 'endpoint-refuses'
  | 'endpoint-not-json'
  | 'not-authorized'
  | 'not-found'
  | 'session-revoked'
  | 'backend-failed';

const byStatus: Readonly<Record<number, AnswerCode>> = {
  401: 'not-authorized',
  403: 'not-authorized',
  404: 'not-found',
  // What web servers and file hosts answer to a POST that no route takes.
  405: 'endpoint-missing',
  409: 'session-revoked',
  410: 'session-revoked',
  501: 'endpoint-missing',
};

/** Statuses below 500 that may pass: timeout, too early, too many requests. */
const passing = [408, 425, 429];

/**
 * What a status says that is no success. Only `backend-failed` may pass; with any other code a further try of the same
 * request gives the same answer.
 */
export function codeOfStatus(status: number): AnswerCode {
  return (
    byStatus[status] ??
    (status >= 300 && status < 400
      ? 'endpoint-redirects'
      : status >= 400 && status < 500 && !passing.includes(status)
        ? 'endpoint-refuses'
        : 'backend-failed')
  );
}

/**
 * What a launch is told by a code and by the error code that a backend gave with it: only a session that is there can have
 * been ended, and only a launch names a page, which may be refused (`bad-page`, as our own handler says it).
 */
export function codeOfLaunch<Code extends string | number | undefined>(
  code: Code,
  reason: unknown,
): Exclude<Code, 'session-revoked'> | 'endpoint-refuses' | 'page-refused' {
  if (reason === 'bad-page') return 'page-refused';
  return code === 'session-revoked' ? 'endpoint-refuses' : (code as Exclude<Code, 'session-revoked'>);
}

/** What can be read from an answer before its JSON is looked at. */
export interface RouteAnswer {
  readonly status: number;
  /** Whether the browser stopped at a redirect; it does not tell the status then. */
  readonly redirects?: boolean | undefined;
  /** The header `content-type`. */
  readonly contentType: string | null;
  readonly body: string;
}

/** An answer of the session route as it was read: its JSON, or what it is in place of a session. */
export type ReadAnswer =
  | { readonly json: unknown }
  | {
      readonly code: AnswerCode;
      /** What was seen, in few words; nothing of the body. */
      readonly seen: string;
      /** The code of the error that our own handler answered with, as it is in the body; anything. */
      readonly reason?: unknown;
    };

/** Reads an answer of the session route, as `createSessionHandler` or another backend gives it. */
export function readRouteAnswer({ status, redirects, contentType, body }: RouteAnswer): ReadAnswer {
  if (redirects) return { code: 'endpoint-redirects', seen: 'a redirect' };
  const json = parseJson(body);
  const seen = `status ${status}`;
  if (status < 200 || status > 299) {
    const reason = (json as { error?: { code?: unknown } } | null | undefined)?.error?.code;
    // Our own handler, and any that answers as it does, says in its 404 what it did not find; another path is no session route.
    const missing = status === 404 && (!reason || reason === 'unknown-route');
    return { code: missing ? 'endpoint-missing' : codeOfStatus(status), seen, reason };
  }
  if (json !== undefined) return { json };
  const named = contentType?.includes('json');
  // JSON that does not end was cut on its way.
  if (named && (!body || body.trimStart().startsWith('{')))
    return { code: 'backend-failed', seen: `${seen}, incomplete JSON` };
  // What can be no type may be anything, and is not repeated.
  const type = body
    ? (/^[\w.+-]{1,40}\/[\w.+-]{1,60}/.exec(contentType ?? '')?.[0] ?? 'text without a type')
    : 'no content';
  return { code: 'endpoint-not-json', seen: `got ${type}${body && named ? ' that is not JSON' : ''}` };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
