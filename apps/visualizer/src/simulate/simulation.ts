import { traceVersion, type TraceEvent } from '@meshes-embed/core/inspect';
import { createActor, type AnyActor, type AnyMachineSnapshot, type InspectionEvent } from 'xstate';
import type { Side } from '../chart/charts.ts';
import { eventLabel } from '../chart/machineChart.ts';
import { simulatedInput, simulatedMachines, pathOfValue, transitionId } from './simulatedMachine.ts';
import { happeningsOf, type Happening } from './happenings.ts';
import { SteppingClock } from './steppingClock.ts';

/** What was there after a step: the machine's whole memory. */
export type Context = Readonly<Record<string, unknown>>;

/** A simulation as it stands. */
export interface SimulationView {
  /** Each event that the machine took, as a trace. */
  readonly trace: readonly TraceEvent[];
  /** By the trace's positions. */
  readonly contexts: readonly Context[];
  readonly context: Context;
  readonly state: string;
  /** ms */
  readonly now: number;
  /** When the next timer fires; null where none waits. ms */
  readonly nextDue: number | null;
  /** What may happen now, by the id of the transition that it takes. */
  readonly possible: ReadonlyMap<string, readonly Happening[]>;
}

/** A machine that runs on nothing but clicks. */
export interface Simulation {
  readonly getView: () => SimulationView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Lets something happen: an event, the end of an actor, or the time until the next timer. */
  happen(what: Happening): void;
  /** Lets time go by. ms */
  pass(time: number): void;
}

/** Starts a simulation of one side's machine. */
export function createSimulation(side: Side): Simulation {
  const machine = simulatedMachines[side];
  const clock = new SteppingClock();
  const trace: TraceEvent[] = [];
  const contexts: Context[] = [];
  const listeners = new Set<() => void>();
  let state = '';

  const actor: AnyActor = createActor(machine, {
    clock,
    input: simulatedInput(() => clock.now()),
    inspect(inspected: InspectionEvent) {
      if (inspected.type !== '@xstate.snapshot' || inspected.actorRef !== actor) return;
      const { value, context } = inspected.snapshot as AnyMachineSnapshot;
      const next = pathOfValue(value);
      const by = inspected.event.type;
      if (by !== 'xstate.init') {
        const at = { version: traceVersion, index: trace.length, at: Math.round(clock.now()) } as const;
        trace.push(next === state ? { ...at, kind: 'effect', name: eventLabel(by), data: { stays: next } } : { ...at, kind: 'state', name: next, data: { from: state, by } });
        contexts.push(context as Context);
      }
      state = next;
    },
  });
  actor.start();
  let view = look();

  function look(): SimulationView {
    const snapshot = actor.getSnapshot() as AnyMachineSnapshot;
    const possible = new Map<string, Happening[]>();
    const types = snapshot.status === 'active' ? new Set(snapshot._nodes.flatMap(({ ownEvents }) => ownEvents as string[])) : [];
    for (const happening of [...types].flatMap(happeningsOf)) {
      const [transition] = machine.getTransitionData(snapshot, happening.event) ?? [];
      if (!transition) continue;
      const id = transitionId(transition);
      possible.set(id, [...(possible.get(id) ?? []), happening]);
    }
    return { trace: [...trace], contexts: [...contexts], context: snapshot.context as Context, state, now: clock.now(), nextDue: clock.nextDue(), possible };
  }
  function tell(): void {
    view = look();
    for (const listener of listeners) listener();
  }
  function pass(time: number): void {
    clock.pass(time);
    tell();
  }

  return {
    getView: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pass,
    happen({ event }) {
      const { type, output, error } = event as { type: string; output?: unknown; error?: unknown };
      const [engine, kind, ...rest] = type.split('.');
      // The machine says DUE to itself when its timer fires; so does time here.
      if ((engine === 'xstate' && kind === 'after') || type === 'DUE') return pass(Math.max(0, (clock.nextDue() ?? clock.now()) - clock.now()));
      if (engine !== 'xstate') actor.send(event);
      else {
        const asked = (actor.getSnapshot() as AnyMachineSnapshot).children[rest.slice(1).join('.')];
        asked?.send(kind === 'done' ? { type: 'answer', output } : { type: 'fail', error });
      }
      return tell();
    },
  };
}
