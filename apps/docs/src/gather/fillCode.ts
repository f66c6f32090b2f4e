import { readFileSync } from 'node:fs';
import { repository } from './repository.ts';

/**
 * Fills the empty blocks of code that name a file of the repository, as in "```ts file=apps/examples/backend/backend.ts".
 * Such a file is compiled, and run by tests, where it is.
 */
export function fillCode(text: string): string {
  return text.replace(/^(`{3,})(\w+) file=(\S+)\n\1$/gm, (_, fence: string, language: string, file: string) => {
    const code = readFileSync(`${repository}${file}`, 'utf8').trimEnd();
    return `${fence}${language}\n${code}\n${fence}`;
  });
}
