import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all files in a folder and in those below it, in a steady order. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
