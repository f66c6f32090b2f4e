import { MeshesApiError } from '../client/meshesApiError.ts';
import { MeshesInputError } from '../shared/meshesInputError.ts';

/**
 * Writes one line about an error. Texts of this package's own errors hold no secrets and are written; of any other
 * error only its kind is, as no one knows what its text holds.
 */
export function logError(error: unknown): void {
  // oxlint-disable-next-line no-console -- the host's log is where this belongs, and onError replaces it.
  console.error(`[meshes-embed] ${describe(error)}`);
}

function describe(error: unknown): string {
  if (error instanceof MeshesApiError || error instanceof MeshesInputError)
    return `${error.name} ${error.code}: ${error.message}`;
  const kind = error instanceof Error && /^\w{1,64}$/.test(error.name) ? error.name : 'something else';
  return `${kind} was thrown while answering a page. Give createSessionHandler an onError to see all of it.`;
}
