import { createListeners } from '../shared/listeners.ts';
import { traceVersion, type TraceEvent, type TraceKind } from './traceEvent.ts';

/** So many steps are kept; older ones are let go. */
const capacity = 1000;

/** Writes an embed's trace. */
export interface Recorder {
  /** Notes a step, and tells the listener of it. */
  note(kind: TraceKind, name: string, data?: TraceEvent['data']): void;
  /** Counts a step that is too frequent to be noted. */
  count(kind: TraceKind, name: string): void;
  /** How often each step was taken, by `kind name`; also those that were let go. */
  readonly counts: Readonly<Record<string, number>>;
  /** The last 1,000 steps, the oldest first. */
  events(): readonly TraceEvent[];
  /** Calls the listener with each further step, until the result is called; what it throws is reported. */
  observe(listener: (event: TraceEvent) => void): () => void;
  /** Tells no one of anything from now on. */
  end(): void;
}

/** @param now - ms since the embed was created */
export function createRecorder(now: () => number): Recorder {
  const steps: TraceEvent[] = [];
  const listeners = createListeners<TraceEvent>();
  const counts: Record<string, number> = {};
  let index = 0;
  function count(kind: TraceKind, name: string): void {
    const step = `${kind} ${name}`;
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return {
    count,
    counts,
    note(kind, name, data) {
      count(kind, name);
      const event: TraceEvent = {
        version: traceVersion,
        index,
        at: Math.round(now()),
        kind,
        name,
        ...(data && { data }),
      };
      index += 1;
      steps.push(event);
      if (steps.length > capacity) steps.shift();
      listeners.tell(event);
    },
    events: () => [...steps],
    observe: listeners.add,
    end: listeners.clear,
  };
}
