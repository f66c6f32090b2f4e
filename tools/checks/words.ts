import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace/paths.ts';
import { runCommand } from '../workspace/runCommand.ts';
import { type CheckResult, resultOf } from './check.ts';

/**
 * Text that must not be in certain files, where neither cspell nor oxlint has a rule for it: cspell knows single words. The
 * patterns are written so that none finds itself.
 */
const unwanted: { pattern: RegExp; files: RegExp; message: string }[] = [
  {
    pattern: /\b(TO[D]O|FIXM[E]|XX[X])\b|not implemente[d]/,
    files: /\.(ts|tsx|mjs|css|html|md|json|ya?ml)$/,
    message: 'marks something unfinished: finish it or write down what does not work',
  },
  {
    pattern: /\b(it|test|describe|suite)\.(skip|only|todo|fixme|fails)\b/,
    files: /\.tsx?$/,
    message: 'leaves tests out',
  },
  { pattern: /waitForTimeou[t]\(/, files: /\.tsx?$/, message: 'waits for time to pass: wait for what should happen' },
  {
    pattern: /postMessage\([^)]*['"`]\*['"`]/,
    files: /^packages\/[^/]+\/src\//,
    message: "posts to any origin: name the receiver's (contract §5)",
  },
  {
    pattern: /https?:\/\//,
    files: /^pnpm-lock\.yaml$/,
    message: 'an address in the lockfile ties it to one registry: set no tarball URLs',
  },
  {
    pattern: /\b(told apar[t]|hears? of|all there i[s]|is non[e]\b(?! of)|non[e] of)/i,
    files: /\.(tsx?|vue|svelte|md|mjs)$/,
    message: 'is no plain English: say "missing", "no …", "only", "distinguished" or "is told"',
  },
];

const maximumBytes = 512 * 1024;

/** What is wrong with a file, by its path from the workspace's folder and its text. */
export function faultsOf(file: string, text: string): string[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const found = unwanted
    .filter(({ files }) => files.test(file))
    .flatMap(({ pattern, message }) =>
      lines.flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${message}`] : [])),
    );
  const size = Buffer.byteLength(text);
  if (size > maximumBytes)
    found.push(
      `${file} has ${Math.round(size / 1024)} KiB; a file of this repository has at most ${maximumBytes / 1024}`,
    );
  return found;
}

/** Phrases, left-out tests, sleeps, addresses and large files, in every file that is or will be in the repository. */
export async function checkWords(): Promise<CheckResult> {
  const { code, output } = await runCommand('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    quiet: true,
  });
  if (code !== 0) throw new Error(`git could not list the files: ${output}`);
  const files = [...new Set(output.split('\0'))].filter(
    (file) => file !== '' && statSync(join(root, file), { throwIfNoEntry: false })?.isFile() === true,
  );
  return resultOf(
    files.flatMap((file) => {
      const found = faultsOf(file, readFileSync(join(root, file), 'utf8'));
      return found.length > 0 ? found : [null];
    }),
  );
}

/** cspell over every text that a person reads: spelling, and the words that cspell.jsonc flags. */
export async function checkSpelling(): Promise<CheckResult> {
  const { code } = await runCommand('cspell', ['lint', '--dot', '--no-progress', '--no-summary', '.']);
  return resultOf([code === 0 ? null : 'cspell found something; names belong into the words of cspell.jsonc']);
}
