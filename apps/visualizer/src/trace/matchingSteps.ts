import type { TraceEvent, TraceKind } from '@meshes-embed/core/inspect';
import { detailOf, kindLabels } from './stepText.ts';

/** Which steps of a trace to show. */
export interface StepFilter {
  /** Kinds to leave out. */
  readonly hidden: ReadonlySet<TraceKind>;
  readonly search: string;
}

/** Positions in the trace of the steps that the filter lets through. */
export function matchingSteps(trace: readonly TraceEvent[], { hidden, search }: StepFilter): readonly number[] {
  const wanted = search.trim().toLowerCase();
  const positions: number[] = [];
  for (const [position, event] of trace.entries()) {
    if (hidden.has(event.kind)) continue;
    if (wanted !== '' && !`${kindLabels[event.kind]} ${event.name} ${detailOf(event)}`.toLowerCase().includes(wanted))
      continue;
    positions.push(position);
  }
  return positions;
}
