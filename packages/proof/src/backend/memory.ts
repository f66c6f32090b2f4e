/** What a process held at one moment. Bytes */
export interface MemorySample {
  /** From 0, the start, to 1, the end of the run. */
  readonly at: number;
  readonly heap?: number;
  readonly rss: number;
}

const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1]!;

/**
 * By how much a process grew from the end of the run's first quarter to its end: 0.05 is 5 %. At either end the middle of
 * several samples counts.
 */
export function growth(samples: readonly MemorySample[], of: (sample: MemorySample) => number): number {
  const within = (from: number, to: number): number =>
    median(samples.filter(({ at }) => at >= from && at <= to).map(of));
  return within(0.9, 1) / within(0.25, 0.35) - 1;
}
