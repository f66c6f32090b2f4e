import { traceVersion, type TraceEvent } from '@meshes-embed/core/inspect';
import { createActor, type AnyActor, type AnyMachineSnapshot, type InspectionEvent } from 'xstate';
import type { Side } from '../chart/charts.ts';
import { eventLabel } from '../chart/machineChart.ts';
import { simulatedInput, simulatedMachines, pathOfValue, transitionId } from './simulatedMachine.ts';
import { possibleEventsOf, type PossibleEvent } from './possibleEvents.ts';
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
  readonly possible: ReadonlyMap<string, readonly PossibleEvent[]>;
}

/** A machine that runs on nothing but clicks. */
export interface Simulation {
  readonly getView: () => SimulationView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Lets something happen: an event, the end of an actor, or the time until the next timer. */
  take(what: PossibleEvent): void;
  /** Lets time go by. ms */
  pass(time: number): void;
}

/** Whether an event is the state's one deadline: its timer, or what the machine then says to itself. */
export function isDeadline(type: string): boolean {
  return type === 'DEADLINE' || type.startsWith('xstate.after.due.');
}

/** Starts a simulation of one side's machine. */
export function createSimulation(side: Side): Simulation {
  const machine = simulatedMachines[side];
  const clock = new SteppingClock();
  const trace: TraceEvent[] = [];
  const contexts: Context[] = [];
  const listeners = new Set<() => void>();
  let state = '';
  let lastType = '';
  /** The time at which what a timer would do is asked for; null for the clock's. ms */
  let ahead: number | null = null;

  const actor: AnyActor = createActor(machine, {
    clock,
    input: simulatedInput(() => ahead ?? clock.now()),
    inspect(inspected: InspectionEvent) {
      if (inspected.type !== '@xstate.snapshot' || inspected.actorRef !== actor) return;
      const { value, context } = inspected.snapshot as AnyMachineSnapshot;
      const next = pathOfValue(value);
      const by = inspected.event.type;
      lastType = by;
      if (by !== 'xstate.init') {
        const at = { version: traceVersion, index: trace.length, at: Math.round(clock.now()) } as const;
        trace.push(
          next === state
            ? { ...at, kind: 'effect', name: eventLabel(by), data: { stays: next } }
            : { ...at, kind: 'state', name: next, data: { from: state, by } },
        );
        contexts.push(context as Context);
      }
      state = next;
    },
  });
  actor.start();
  /** Looked up once it is asked for. */
  let view: SimulationView | null = null;

  function look(): SimulationView {
    const snapshot = actor.getSnapshot() as AnyMachineSnapshot;
    const possible = new Map<string, PossibleEvent[]>();
    const types =
      snapshot.status === 'active' ? new Set(snapshot._nodes.flatMap(({ ownEvents }) => ownEvents as string[])) : [];
    for (const candidate of [...types].flatMap((type) => possibleEventsOf(side, type))) {
      // A deadline does what it does once it is over.
      ahead = isDeadline(candidate.event.type)
        ? Math.max(clock.now(), (snapshot.context as { deadlineAt?: number }).deadlineAt ?? 0)
        : null;
      const [transition] = machine.getTransitionData(snapshot, candidate.event) ?? [];
      if (!transition) continue;
      const id = transitionId(transition);
      possible.set(id, [...(possible.get(id) ?? []), candidate]);
    }
    ahead = null;
    return {
      trace: [...trace],
      contexts: [...contexts],
      context: snapshot.context as Context,
      state,
      now: clock.now(),
      nextDue: clock.nextDue(),
      possible,
    };
  }
  function tell(): void {
    view = null;
    for (const listener of listeners) listener();
  }
  function pass(time: number): void {
    clock.pass(time);
    tell();
  }
  /** Lets time go by until that timer fired; one that is never reached, as its state is left before, ends it there. */
  function passUntil(fired: (type: string) => boolean, from = state): void {
    const due = clock.nextDue();
    if (due === null || state !== from) return tell();
    clock.pass(Math.max(0, due - clock.now()));
    if (fired(lastType)) return tell();
    passUntil(fired, from);
  }

  return {
    getView: () => (view ??= look()),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pass,
    take({ event }) {
      const { type, output, error } = event as { type: string; output?: unknown; error?: unknown };
      const [engine, kind, ...rest] = type.split('.');
      // The machine says DEADLINE to itself when its timer fires; so does time here.
      if (type === 'DEADLINE') return passUntil(isDeadline);
      if (engine === 'xstate' && kind === 'after') return passUntil((fired) => fired === type);
      if (engine !== 'xstate') actor.send(event);
      else {
        const asked = (actor.getSnapshot() as AnyMachineSnapshot).children[rest.slice(1).join('.')];
        asked?.send(kind === 'done' ? { type: 'answer', output } : { type: 'fail', error });
      }
      return tell();
    },
  };
}
