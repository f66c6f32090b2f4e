import type { TraceEvent, TraceKind } from '@meshes-embed/core/inspect';
import { eventLabel } from '../chart/machineChart.ts';

/** What kinds of steps there are, in the order in which the filter shows them, and what people call them. */
export const kindLabels: Readonly<Record<TraceKind, string>> = {
  state: 'state',
  in: 'embed → host',
  out: 'host → embed',
  drop: 'dropped',
  effect: 'effect',
  problem: 'problem',
};

export const kinds = Object.keys(kindLabels) as readonly TraceKind[];

/** A step's data in one line; of a move, where it came from and by what. */
export function detailOf({ kind, data = {} }: TraceEvent): string {
  if (kind === 'state') return `from ${data['from']} by ${eventLabel(String(data['by']))}`;
  return Object.entries(data)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** A time since launch: seconds with three places, minutes where there are any. */
export function timeText(ms: number): string {
  const [minutes, seconds] = [Math.floor(ms / 60_000), (ms % 60_000) / 1000];
  return minutes === 0 ? `${seconds.toFixed(3)} s` : `${minutes}:${seconds.toFixed(3).padStart(6, '0')}`;
}
