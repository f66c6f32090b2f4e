import { causes } from '../diagnostics/causes.ts';
import type { CauseCode } from '../problem/codes.ts';
import { docsAddress } from '../problem/problem.ts';

/**
 * Says a cause on the console, as a warning that begins with its code and ends with what was seen.
 *
 * @param details - a status, a field, a value; nothing secret
 */
export function warn(cause: CauseCode, details: string | undefined): void {
  const { summary, explanation, remedy } = causes[cause];
  console.warn(
    `Meshes embed: ${cause}: ${summary} ${explanation} ${remedy} ${docsAddress}${cause}${details ? ` Seen: ${details}` : ''}`,
  );
}
