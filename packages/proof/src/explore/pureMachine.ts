import { createActor, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';

/** The time that machines read. ms */
export interface ExploredClock {
  now: number;
}

/** A timer of a machine. */
export interface Timer {
  readonly id: string;
  readonly event: { readonly type: string };
  /** ms */
  readonly dueAt: number;
}

/** Something that a machine named, in the order of its doing. */
export interface NamedAction {
  readonly type: string;
  readonly context: unknown;
  readonly params: unknown;
}

/** A machine at some time: nothing in it changes, so that many ways may lead on from it. */
export interface MachineState {
  readonly snapshot: AnyMachineSnapshot;
  readonly timers: readonly Timer[];
}

/** The parts of an XState action that are read. */
interface ExecutableAction {
  readonly type: string;
  readonly info: { readonly context: unknown };
  readonly params: unknown;
}

interface TimerParams {
  readonly event: { readonly type: string };
  readonly id: string;
  readonly delay: number | undefined;
}

/** Takes steps of a machine without running it: a step is a function of the state before, and of the clock. */
export interface PureMachine {
  /** @param onAction - told of each thing that the machine named, and of each actor that it begins or ends */
  start(onAction: (action: NamedAction) => void): MachineState;
  step(from: MachineState, event: { readonly type: string }, onAction: (action: NamedAction) => void): MachineState;
  /** One of its timers is up. */
  fire(from: MachineState, timer: Timer, onAction: (action: NamedAction) => void): MachineState;
}

/**
 * @param machine - with its own implementations; what it names is told, and never called
 * @param clock - set before each step
 */
export function createPureMachine(machine: AnyStateMachine, input: unknown, clock: ExploredClock): PureMachine {
  let timers: Timer[] = [];
  let changed = false;
  let tell: (action: NamedAction) => void = () => {};

  function execute({ type, info, params }: ExecutableAction): void {
    if (type === 'xstate.raise') {
      const { event, id, delay } = params as TimerParams;
      if (delay === undefined) return;
      timers = [...timers.filter((timer) => timer.id !== id), { id, event, dueAt: clock.now + delay }];
      changed = true;
    } else if (type === 'xstate.cancel') {
      const { sendId } = params as { readonly sendId: string };
      timers = timers.filter(({ id }) => id !== sendId);
      changed = true;
    } else {
      tell({ type, context: info.context, params });
    }
  }

  // XState's own `transition` and `initialTransition` make such a scope at each step, which costs more than the step.
  const self = createActor(machine, { input });
  const scope = {
    self,
    id: '',
    sessionId: '',
    system: self.system,
    defer: () => {},
    logger: () => {},
    stopChild: () => {},
    emit: () => {},
    actionExecutor: execute,
  };

  const machineAfter: PureMachine = {
    start(onAction) {
      timers = [];
      tell = onAction;
      const snapshot = machine.getInitialSnapshot(scope as never, input) as AnyMachineSnapshot;
      return { snapshot, timers };
    },
    step(from, event, onAction) {
      // An actor that has ended takes no event.
      if (from.snapshot.status !== 'active') return from;
      timers = from.timers as Timer[];
      changed = false;
      tell = onAction;
      const snapshot = machine.transition(from.snapshot, event, scope as never) as AnyMachineSnapshot;
      return snapshot === from.snapshot && !changed ? from : { snapshot, timers };
    },
    fire: ({ snapshot, timers: all }, timer, onAction) =>
      machineAfter.step({ snapshot, timers: all.filter((one) => one !== timer) }, timer.event, onAction),
  };
  return machineAfter;
}
