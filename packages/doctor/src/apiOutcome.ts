import { MeshesApiError, type MeshesApiErrorCode } from '@meshes-embed/node';
import { failed, type Outcome } from './check.ts';
import type { FindingCode } from './findings.ts';

/** Calls whose failures are told apart alike. */
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

/** What a failed call says, in words. The client's own messages hold nothing of an answer but names of fields. */
export function seenOf(error: MeshesApiError): string {
  const request = error.requestId === null ? '' : ` (request ${error.requestId})`;
  if (error.status === null || error.code === 'bad-answer') return error.message;
  return `status ${error.status}${request}`;
}

/**
 * The finding for a call that failed.
 *
 * @throws what is no error of the call, as the reason of a signal.
 */
export function apiOutcome(call: Call, error: unknown): Outcome {
  if (!(error instanceof MeshesApiError)) throw error;
  const code: FindingCode = `${call}-${kinds[error.code]}`;
  return failed(code, seenOf(error));
}

/** Whether a mint that failed so may have made a session all the same. */
export function mayHaveMinted(error: unknown): boolean {
  return !(error instanceof MeshesApiError) || kinds[error.code] !== 'refused';
}
