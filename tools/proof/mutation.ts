import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, temporaryFolder } from '../workspace/paths.ts';
import { runCommand } from '../workspace/runCommand.ts';
import { readManifest } from '../workspace/packages.ts';
import { mutatedModules, type MutatedModule } from './mutatedModules.ts';
import type { Figure, ProofPart } from './part.ts';

/** The part that is read of Stryker's report. */
interface MutationReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}
interface Mutant {
  readonly status: 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'CompileError' | 'RuntimeError';
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

/** What came of a module. */
export interface MutationResult {
  readonly noticed: number;
  /** No test notices them. */
  readonly survivors: readonly string[];
  /** Left out, each for a reason that stands beside the line. */
  readonly explained: number;
}

/** Counts a report, and says where each mutant is that nothing noticed. */
export function readReport({ files }: MutationReport): MutationResult {
  const all = Object.entries(files).flatMap(([file, { mutants }]) => mutants.map((mutant) => ({ file, ...mutant })));
  const survivors = all
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(
      ({ file, location: { start }, mutatorName, replacement = '' }) =>
        `${file}:${start.line}:${start.column} ${mutatorName}: ${replacement.slice(0, 120)}`,
    );
  return {
    noticed: all.filter(({ status }) => status === 'Killed' || status === 'Timeout').length,
    survivors,
    explained: all.filter(({ status }) => status === 'Ignored').length,
  };
}

async function mutate({ name, owner, sources, tests }: MutatedModule): Promise<MutationResult> {
  const folder = join(root, 'packages', owner);
  const kept = join(folder, 'test-results', 'mutation');
  mkdirSync(kept, { recursive: true });
  const report = join(kept, `${name}.report.json`);
  const settings = {
    packageManager: 'pnpm',
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'vitest.mutation.config.ts', related: false },
    mutate: sources,
    reporters: ['json'],
    jsonReporter: { fileName: report },
    // One at a time, and each with a moment to spare: the machine may be busy.
    concurrency: 1,
    timeoutMS: 15_000,
    allowConsoleColors: false,
    logLevel: 'warn',
  };
  const file = join(temporaryFolder('mutation'), `${name}.json`);
  writeFileSync(file, JSON.stringify(settings));
  const command = join(folder, 'node_modules', '.bin', 'stryker');
  const { code, output } = await runCommand(command, ['run', file], {
    folder,
    quiet: true,
    environment: { MUTATION_TESTS: tests.join(' ') },
  });
  if (code !== 0) throw new Error(`Stryker could not run over ${name}:\n${output}`);
  return readReport(JSON.parse(readFileSync(report, 'utf8')) as MutationReport);
}

function figureOf({ title, target }: MutatedModule, { noticed, survivors, explained }: MutationResult): Figure {
  const score = (100 * noticed) / (noticed + survivors.length);
  const more = explained === 0 ? '' : `, ${explained} explained beside the line`;
  return {
    name: title,
    value: `${score.toFixed(1)} %: ${noticed} of ${noticed + survivors.length} noticed${more}`,
    target: `at least ${target} %`,
    holds: score >= target,
  };
}

/** What the tests would notice, were the code wrong. */
export const mutation: ProofPart = {
  name: 'mutation',
  title: 'Mutation score',
  subjects: mutatedModules.map(({ title }) => title),
  about: `Stryker changes the code in one place after the other, and runs the tests of that module. A change that no test notices
is a survivor. The score is the share of those that are noticed. What is left out is explained beside its line, by
\`Stryker disable\`. Each module is judged by its own tests in Node only, not by those in browsers. \`--only\` names modules, \`--minutes\` is
when no further one is begun.`,
  async run({ short, only, minutes = Number.POSITIVE_INFINITY }) {
    const unknown = (only ?? []).filter((name) => !mutatedModules.some((module) => module.name === name));
    if (unknown.length > 0)
      throw new Error(`--only ${unknown.join()}: known are ${mutatedModules.map(({ name }) => name).join()}`);
    const isChosen = ({ name }: MutatedModule): boolean =>
      only ? only.includes(name) : !short || name === mutatedModules[0]!.name;
    const until = performance.now() + minutes * 60_000;
    const figures: Figure[] = [];
    for (const module of mutatedModules) {
      if (!isChosen(module)) continue;
      if (performance.now() > until) {
        figures.push({ name: module.title, value: 'not run', target: `at least ${module.target} %`, holds: false });
        continue;
      }
      const result = await mutate(module);
      figures.push(figureOf(module, result));
      console.log(`${module.name}: ${figures.at(-1)!.value}`);
      for (const survivor of result.survivors) console.log(`  ${survivor}`);
    }
    const { version } = readManifest(join(root, 'packages', 'core', 'node_modules', '@stryker-mutator', 'core'));
    return { figures, versions: { Stryker: version } };
  },
};
