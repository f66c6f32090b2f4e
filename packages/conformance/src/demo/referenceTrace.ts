import { traceVersion, type TraceEvent, type TraceKind } from '@meshes-embed/core/inspect';

const step = (kind: TraceKind, name: string, data?: TraceEvent['data']): TraceEvent => ({ version: traceVersion, index: 0, at: 0, kind, name, ...(data && { data }) });

const launch = (from: string, by: string, generation: number): readonly TraceEvent[] => [
  step('state', 'minting', { from, by }),
  step('effect', 'show-frame'),
  step('state', 'launching.opening', { from: 'minting', by: 'xstate.done.actor.0.embed.minting' }),
  step('in', 'meshes:ready'),
  step('out', 'meshes:auth', { generation }),
  step('state', 'live', { from: 'launching.opening', by: 'READY' }),
  step('in', 'meshes:navigate'),
];

/** The steps of a launch, a refresh, a walk inside of the embed, a fresh launch, and being taken out: in every app. */
export const referenceTrace: readonly TraceEvent[] = [
  ...launch('idle', 'MOUNT', 1),
  step('state', 'refreshing', { from: 'live', by: 'REFRESH' }),
  step('out', 'meshes:auth', { generation: 2 }),
  step('state', 'live', { from: 'refreshing', by: 'xstate.done.actor.0.embed.refreshing' }),
  step('in', 'meshes:navigate'),
  step('effect', 'remove-frame'),
  ...launch('live', 'RELAUNCH', 3),
  step('effect', 'remove-frame'),
  step('state', 'idle', { from: 'live', by: 'UNMOUNT' }),
];

/** A trace without what comes at the browser's own pace: loads, and heights while the content is laid out. */
export function withoutPace(trace: readonly TraceEvent[]): readonly TraceEvent[] {
  return trace.filter(({ kind, name }) => kind !== 'in' || (name !== 'load' && name !== 'meshes:resize'));
}
