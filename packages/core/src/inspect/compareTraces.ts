import type { TraceEvent } from './traceEvent.ts';

/** Where two traces part. */
export interface TraceDifference {
  /** Position in both, from 0. */
  readonly position: number;
  /** What the first trace has there; null where it has ended. */
  readonly left: TraceEvent | null;
  readonly right: TraceEvent | null;
  /** Both, in one readable line each. */
  readonly text: string;
}

/**
 * Finds the first step in which two traces differ, leaving out what may differ between equal runs: times and indices.
 *
 * @returns null where they are the same.
 */
export function compareTraces(left: readonly TraceEvent[], right: readonly TraceEvent[]): TraceDifference | null {
  const length = Math.max(left.length, right.length);
  for (let position = 0; position < length; position++) {
    const [ours, theirs] = [left[position] ?? null, right[position] ?? null];
    const [before, after] = [formatStep(ours), formatStep(theirs)];
    if (before !== after)
      return { position, left: ours, right: theirs, text: `step ${position}\n  - ${before}\n  + ${after}` };
  }
  return null;
}

/** A step without its time, with its data in a fixed order. */
function formatStep(event: TraceEvent | null): string {
  if (!event) return '(no step)';
  const data = Object.entries(event.data ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [event.kind, event.name, ...data.map(([name, value]) => `${name}=${value}`)].join(' ');
}
