import { MeshesApiError } from '../client/meshesApiError.ts';
import { MeshesInputError } from '../shared/meshesInputError.ts';

/**
 * Logs an error in one line. Messages of this package's own errors hold no secrets and are logged. Of any other error only
 * the name is logged, because its message may hold anything.
 */
export function logError(error: unknown): void {
  // oxlint-disable-next-line no-console -- this belongs in the host's log, and onError replaces it.
  console.error(`[meshes-embed] ${describe(error)}`);
}

function describe(error: unknown): string {
  if (error instanceof MeshesApiError || error instanceof MeshesInputError)
    return `${error.name} ${error.code}: ${error.message}`;
  const kind = error instanceof Error && /^\w{1,64}$/.test(error.name) ? error.name : 'something else';
  return `${kind} was thrown while answering a page. Give createSessionHandler an onError to see all of it.`;
}
