import { existsSync } from 'node:fs';

/**
 * A browser's binary: what a variable names, else the machine's own at its usual places, best first, if it is there.
 *
 * @throws Error where the variable names a path at which there is nothing.
 */
export function findBrowser(variable: string, ...usual: string[]): string | undefined {
  const named = process.env[variable];
  if (named === undefined || named === '') return usual.find((path) => existsSync(path));
  if (existsSync(named)) return named;
  throw new Error(`${variable} names ${named}, where there is nothing. Unset it, or set it to the browser's binary.`);
}
