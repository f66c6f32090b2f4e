import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many lines of code a folder's sources have, without blank ones and comments. */
export function linesOfCode(folder: string): number {
  const files = globSync('**/*.{ts,tsx,svelte}', { cwd: folder });
  return files.reduce((sum, file) => sum + countCode(readFileSync(join(folder, file), 'utf8')), 0);
}

/** How many lines of a source are neither blank nor comment. */
export function countCode(source: string): number {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '').replaceAll(/^\s*\/\/.*$/gm, '');
  return code.split('\n').filter((line) => line.trim() !== '').length;
}
