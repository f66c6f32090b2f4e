import type { TraceEvent } from '@meshes-embed/core/inspect';
import { transitionsTaken, withAncestors, type ChartTransition, type MachineChart } from '../chart/machineChart.ts';

/** Where the machine is at one step of a trace, as far as the trace itself tells. */
export interface Moment {
  /** Path of the innermost state. */
  readonly state: string;
  /** It, and all around it. */
  readonly active: ReadonlySet<string>;
  /** What led there; empty before the first move. */
  readonly taken: readonly ChartTransition[];
}

/** The last step at or before a position that satisfies; they are seldom far apart. */
export function lastStep(
  trace: readonly TraceEvent[],
  position: number,
  satisfies: (event: TraceEvent) => boolean,
): TraceEvent | null {
  for (let at = Math.min(position, trace.length - 1); at >= 0; at--) {
    if (satisfies(trace[at]!)) return trace[at]!;
  }
  return null;
}

/** Reads the moment off the last move of the machine at or before a position. */
export function momentAt(chart: MachineChart, trace: readonly TraceEvent[], position: number): Moment {
  const move = lastStep(trace, position, ({ kind }) => kind === 'state');
  const initial = chart.states.get('')?.children.find((path) => chart.states.get(path)?.initial) ?? '';
  const state = move?.name ?? initial;
  const { from = '', by = '' } = move?.data ?? {};
  return {
    state,
    active: new Set(withAncestors(chart, state).filter((path) => path !== '')),
    taken: move ? transitionsTaken(chart, String(from), String(by), state) : [],
  };
}
