import type { FullConfig, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { engineNames } from '../engines/startEngine.ts';
import { formatFailures, type FailurePlayed } from './failureTable.ts';
import { formatMatrix, type Play } from './matrix.ts';

/** So many specs go by between two signs of life. */
const every = 50;

/** Prints what fails as it comes, how far it is, and in the end the matrix of scenario, app and engine, and the table of failures. */
// oxlint-disable-next-line import/no-default-export -- Playwright takes a reporter from there.
export default class MatrixReporter implements Reporter {
  /** By the test's id, in the order of the files. */
  readonly #plays = new Map<string, Play | null>();
  /** By the test's id, in the order of the files. */
  readonly #failures = new Map<string, FailurePlayed | null>();
  #planned = 0;
  #ended = 0;
  #failed = 0;

  onBegin(_config: FullConfig, suite: { allTests(): readonly TestCase[] }): void {
    const tests = suite.allTests();
    for (const { id } of tests) {
      this.#plays.set(id, null);
      this.#failures.set(id, null);
    }
    this.#planned = tests.length;
    console.log(`${this.#planned} browser specs`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#ended += 1;
    const [, project = '', file = '', ...titles] = test.titlePath();
    const passed = result.status === 'passed';
    if (!passed) {
      this.#failed += 1;
      console.log(`\n✗ ${project}: ${file}: ${titles.join(' › ')}\n${result.errors.map(({ message, stack }) => stack ?? message ?? '').join('\n')}\n`);
    }
    if ((engineNames as readonly string[]).includes(project)) {
      const [scenario = '', app = ''] = titles;
      const noted = (type: string): string | undefined => [...test.annotations, ...result.annotations].find((one) => one.type === type)?.description;
      const reason = noted('limit');
      const steps = Number(noted('steps') ?? 0);
      this.#plays.set(test.id, { scenario, app, engine: project, outcome: passed ? (reason === undefined ? 'equal' : 'limit') : 'failed', steps, ...(reason !== undefined && { reason }) });
    }
    if (project === 'failures') {
      const [failure = '', app = ''] = titles;
      this.#failures.set(test.id, { failure, app, passed });
    }
    if (this.#ended % every === 0 || this.#ended === this.#planned) console.log(`${this.#ended} of ${this.#planned}${this.#failed > 0 ? `, ${this.#failed} failed` : ''}`);
  }

  onError({ message }: { message?: string }): void {
    console.log(message ?? 'An error outside any spec.');
  }

  onEnd(): void {
    const plays = [...this.#plays.values()].filter((play) => play !== null);
    if (plays.length > 0) console.log(`\n${formatMatrix(plays)}`);
    const failures = [...this.#failures.values()].filter((played) => played !== null);
    if (failures.length > 0) console.log(`\n${formatFailures(failures)}`);
  }

  printsToStdio(): boolean {
    return true;
  }
}
