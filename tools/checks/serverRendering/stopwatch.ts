import { alignedTable } from '../../workspace/alignedTable.ts';

/** Says how long what took. Nothing is asserted of it. */
export class Stopwatch {
  readonly #rows: string[][] = [['phase', 'seconds']];

  /** Runs it, and notes its time under a name. */
  async time<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
    const start = performance.now();
    try {
      return await run();
    } finally {
      this.#rows.push([name, ((performance.now() - start) / 1000).toFixed(1)]);
    }
  }

  /** What has been noted, one line each. */
  table(): string {
    return alignedTable(this.#rows);
  }
}
