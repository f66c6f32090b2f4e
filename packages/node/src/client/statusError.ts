import { retryAfterOf } from '@meshes-embed/core/session';
import { MeshesApiError, type MeshesApiErrorCode } from './meshesApiError.ts';

interface StatusMeaning {
  readonly code: MeshesApiErrorCode;
  readonly message: string;
  readonly retryable?: boolean;
}

/** What each error status of contract §2 means, and what to do. */
const meanings: Readonly<Record<number, StatusMeaning>> = {
  400: {
    code: 'bad-request',
    message: 'Meshes refused the request as malformed. Check the parameters against the API reference.',
  },
  401: {
    code: 'unauthorized',
    message: 'Meshes does not accept the machine key. Check access key and secret key, and the clock of this machine.',
  },
  403: {
    code: 'forbidden',
    message: 'The machine key may not do this. Check organizationId, and that the workspace belongs to it.',
  },
  404: {
    code: 'not-found',
    message: 'Meshes does not know this workspace or session. Check its id, and that baseUrl is the right service.',
  },
  409: { code: 'revoked', message: 'The session has been revoked. Mint a new one.' },
  429: { code: 'rate-limited', message: 'Too many requests. Wait as long as retryAfterMs says.', retryable: true },
};

const serverError: StatusMeaning = {
  code: 'server-error',
  message: 'Meshes could not answer. Try again later.',
  retryable: true,
};
const redirected: StatusMeaning = {
  code: 'redirected',
  message: 'The answer was a redirect, which is never followed. Check baseUrl.',
};
const unexpected: StatusMeaning = {
  code: 'unexpected-status',
  message: 'Meshes does not document this status. Check baseUrl.',
};

function meaningOf(response: Response): StatusMeaning {
  const { status } = response;
  if (response.type === 'opaqueredirect' || response.redirected || (status >= 300 && status < 400)) return redirected;
  return meanings[status] ?? (status >= 500 ? serverError : unexpected);
}

/** Meshes' id of a request; null if it is missing or has unusual characters. */
export function requestIdOf(response: Response): string | null {
  const id = response.headers.get('x-request-id') ?? '';
  return /^[\w.:-]{1,128}$/.test(id) ? id : null;
}

/** Whether an answer is an error or a redirect. */
export function isError(response: Response): boolean {
  return !response.ok || response.redirected || response.type === 'opaqueredirect';
}

/** The error for an answer. It reads the status and a few headers, never the body. */
export function statusError(response: Response, now: number): MeshesApiError {
  const { code, message, retryable = false } = meaningOf(response);
  return new MeshesApiError(`${message} Status ${response.status}.`, {
    code,
    status: response.status,
    requestId: requestIdOf(response),
    retryable,
    retryAfterMs: retryable ? (retryAfterOf(response.headers, now) ?? null) : null,
  });
}
