import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { FullConfig, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { formatSpecs } from './formatSpecs.ts';
import type { SpecResult } from './specResult.ts';

/** So many specs go by between two signs of life. */
const every = 50;

/** How to report. */
export interface MatrixReporterOptions {
  /** Where the results are written, as a JSON array of `SpecResult`; the tables are left to the reader of that file. Without it, the tables are printed. */
  readonly file?: string | undefined;
}

/** Prints what fails as it comes, how far it is, and in the end the tables, unless it writes the results to a file. */
// oxlint-disable-next-line import/no-default-export -- Playwright takes a reporter from there.
export default class MatrixReporter implements Reporter {
  readonly #file: string | undefined;
  /** By the test's id, in the order of the files: what did not run has failed. */
  readonly #specs = new Map<string, SpecResult>();
  readonly #outside: SpecResult[] = [];
  #ended = 0;
  #failed = 0;

  constructor({ file }: MatrixReporterOptions) {
    this.#file = file;
  }

  onBegin(_config: FullConfig, suite: { allTests(): readonly TestCase[] }): void {
    for (const test of suite.allTests())
      this.#specs.set(test.id, { ...placeOf(test), passed: false, said: 'It did not run.', steps: 0 });
    console.log(`${this.#specs.size} browser specs`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#ended += 1;
    const passed = result.status === 'passed';
    const place = placeOf(test);
    const said = result.errors.map(({ message, stack }) => stack ?? message ?? '').join('\n');
    if (!passed) {
      this.#failed += 1;
      console.log(`\n✗ ${place.project}: ${place.file}: ${place.titles.join(' › ')}\n${said}\n`);
    }
    const noted = (type: string): string | undefined =>
      [...test.annotations, ...result.annotations].find((one) => one.type === type)?.description;
    const limit = noted('limit');
    this.#specs.set(test.id, {
      ...place,
      passed,
      said: passed ? '' : stripVTControlCharacters(said) || result.status,
      steps: Number(noted('steps') ?? 0),
      ...(limit !== undefined && { limit }),
    });
    if (this.#ended % every === 0 || this.#ended === this.#specs.size)
      console.log(`${this.#ended} of ${this.#specs.size}${this.#failed > 0 ? `, ${this.#failed} failed` : ''}`);
  }

  onError({ message = 'An error outside any spec.' }: { message?: string }): void {
    console.log(message);
    this.#outside.push({
      project: 'no project',
      file: 'no file',
      titles: ['an error outside any spec'],
      passed: false,
      said: stripVTControlCharacters(message),
      steps: 0,
    });
  }

  onEnd(): void {
    const specs = [...this.#specs.values()];
    if (this.#file === undefined) console.log(`\n${formatSpecs(specs)}`);
    else {
      mkdirSync(dirname(this.#file), { recursive: true });
      writeFileSync(this.#file, JSON.stringify([...specs, ...this.#outside]));
    }
  }

  printsToStdio(): boolean {
    return true;
  }
}

function placeOf(test: TestCase): Pick<SpecResult, 'project' | 'file' | 'titles'> {
  const [, project = '', file = '', ...titles] = test.titlePath();
  return { project, file, titles };
}
