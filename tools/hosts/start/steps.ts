import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../workspace/paths.ts';

/** What a reader of the start page does next: types a line into a terminal, or writes a file. */
export type Step =
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'line'; readonly path: string; readonly text: string }
  | { readonly kind: 'open'; readonly address: string };

/** What the reader has chosen. */
export interface Choice {
  readonly backend: string;
  readonly framework: string;
}

/** Where the page is. */
export const startPage = join(root, 'apps', 'docs', 'pages', 'start.md');

/** The steps of the page up to the embed that is live, for one choice: its blocks of code, each with what the words before it say. */
export function stepsOf(page: string, { backend, framework }: Choice): Step[] {
  const steps: Step[] = [];
  const isRendered = ['next', 'nuxt', 'sveltekit'].includes(backend);
  let only: readonly string[] = [];
  let words = '';
  let fence: { language: string; source: string | undefined; lines: string[] } | null = null;

  const take = (language: string, code: string): void => {
    const [, into] = [...words.matchAll(/\b(?:[Ii]n|into) `([^`]+)`[^\n]*:$/gm)].at(-1) ?? [];
    if (language === 'sh') {
      for (const text of code.split('\n')) steps.push({ kind: 'command', text });
    } else if (only.includes(framework) && isRendered) {
      // "Put this in place of that."
    } else if (/Add this line/.test(words)) {
      if (into !== undefined) steps.push({ kind: 'line', path: into, text: code });
    } else if (into !== undefined) {
      steps.push({ kind: 'file', path: into, text: code });
    }
    words = '';
  };

  for (const line of page.slice(0, page.indexOf('\n## 4')).split('\n')) {
    if (fence !== null) {
      if (line.trim() !== '```') fence.lines.push(line);
      else {
        const { language, source, lines } = fence;
        fence = null;
        take(language, source === undefined ? lines.join('\n') : readFileSync(join(root, source), 'utf8'));
      }
      continue;
    }
    const [, names] = /^::: +([a-z ]+)$/.exec(line) ?? [];
    if (names !== undefined) only = names.split(' ');
    else if (line === ':::') only = [];
    else if (only.length > 0 && !only.includes(backend) && !only.includes(framework)) continue;
    else if (line.startsWith('```')) {
      const [language = '', source] = line.slice(3).split(' file=');
      fence = { language, source, lines: [] };
    } else {
      const [, address] = /^Open `(http\S+)`\.$/.exec(line) ?? [];
      if (address !== undefined) steps.push({ kind: 'open', address });
      words += `${line}\n`;
    }
  }
  return steps;
}
