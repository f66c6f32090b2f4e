import { causes } from '../diagnostics/causes.ts';
import type { CauseCode } from '../diagnostics/codes.ts';
import { docsAddress } from '../diagnostics/problem.ts';

/** Says a cause on the console, as a warning that begins with its code. */
export function warn(cause: CauseCode): void {
  const { seen, means, remedy } = causes[cause];
  console.warn(`Meshes embed: ${cause}: ${seen} ${means} ${remedy} ${docsAddress}${cause}`);
}
