import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { browserEnvironment, browserNames } from '../browsers.ts';
import { root } from '../workspace/paths.ts';
import { runCommand } from '../workspace/runCommand.ts';
import type { Figure, ProofPart } from './part.ts';

/** The part that is read of Vitest's JSON report. */
interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly ancestorTitles: readonly string[];
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/** What is asked of each engine, by how its test is named. */
const questions = [
  { test: /random messages/, name: '50,000 random messages: faults', target: '0' },
  { test: /corpus of launch URLs/, name: 'corpus of launch URLs: results that were not foreseen', target: '0' },
] as const;

/** The trust gate in real browsers, and how each of them reads launch URLs. */
export const messages: ProofPart = {
  name: 'messages',
  title: 'Random messages in each engine',
  about: `50,000 messages, drawn from the seed: some that an embed may say, most that no one should. They come from the embed, from a
frame of the same origin inside it and from one beside it, to a page with core in each engine. Nothing may be thrown or
printed, no window but the embed's may be sent anything, each ready has one answer, and no older token comes after a newer
one. Each engine reads the launch URLs of a corpus, too.`,
  async run({ seed }) {
    const folder = join(root, 'packages', 'e2e');
    const report = join(folder, 'test-results', 'messages.json');
    mkdirSync(join(folder, 'test-results'), { recursive: true });
    const command = join(folder, 'node_modules', '.bin', 'vitest');
    const { output } = await runCommand(command, ['run', 'test/trust', '--reporter=json', `--outputFile=${report}`], {
      folder,
      quiet: true,
      environment: { ...(await browserEnvironment()), MESSAGES_SEED: String(seed) },
    });
    const results = (JSON.parse(readFileSync(report, 'utf8')) as Report).testResults.flatMap(
      ({ assertionResults }) => assertionResults,
    );
    const figures = browserNames.flatMap((engine) =>
      questions.map(({ test, name, target }): Figure => {
        const found = results.find(({ title, ancestorTitles }) => ancestorTitles.includes(engine) && test.test(title));
        const holds = found?.status === 'passed';
        const why = found?.failureMessages?.[0]?.split('\n', 1)[0] ?? output.slice(-300);
        return { name: `${engine}, ${name}`, value: holds ? '0' : why, target, holds };
      }),
    );
    return { figures };
  },
};
