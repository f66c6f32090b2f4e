import { MeshesApiError, type MeshesApiErrorCode } from '@meshes-embed/node';
import { failed, type CheckResult } from './check.ts';

/** Calls whose failures are sorted in the same way. */
type Call = 'mint' | 'refresh' | 'revoke';

const kinds: Readonly<Record<MeshesApiErrorCode, 'refused' | 'failing' | 'answer'>> = {
  'bad-request': 'refused',
  unauthorized: 'refused',
  forbidden: 'refused',
  'not-found': 'refused',
  revoked: 'refused',
  'rate-limited': 'failing',
  'server-error': 'failing',
  network: 'failing',
  timeout: 'failing',
  'unexpected-status': 'answer',
  redirected: 'answer',
  'bad-answer': 'answer',
};

/** A failed call in words. The client's own messages hold nothing of an answer but names of fields. */
export function describeError(error: MeshesApiError): string {
  const request = error.requestId === null ? '' : ` (request ${error.requestId})`;
  if (error.status === null || error.code === 'bad-answer') return error.message;
  return `status ${error.status}${request}`;
}

/**
 * The result of a check whose call failed.
 *
 * @throws the error itself where it did not come from a call, such as the reason of a signal.
 */
export function failedCall(call: Call, error: unknown): CheckResult<never> {
  if (!(error instanceof MeshesApiError)) throw error;
  return failed(`${call}-${kinds[error.code]}`, describeError(error));
}

/** Whether a mint that failed in this way may have made a session all the same. */
export function mayHaveMinted(error: unknown): boolean {
  return !(error instanceof MeshesApiError) || kinds[error.code] !== 'refused';
}
