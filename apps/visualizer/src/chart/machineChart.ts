import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition, StateNode } from 'xstate';

/** A transition as the chart shows it. */
export interface ChartTransition {
  readonly id: string;
  /** Path of the state that it leaves, as `launching.opening`; empty for one of the whole machine. */
  readonly source: string;
  /** Path of the state that it goes to; null where it stays and only acts. */
  readonly target: string | null;
  /** The event's type as the machine knows it. */
  readonly eventType: string;
  /** The event, as people read it: `READY`, `after due`, `done`, `error`. */
  readonly event: string;
  readonly guard: string | null;
  readonly actions: readonly string[];
  /** The event that an action of it raises, as a deadline that says so; what follows is the transition of that. */
  readonly raises: string | null;
}

/** A state as the chart shows it. */
export interface ChartState {
  /** As `launching.opening`; empty for the whole machine. */
  readonly path: string;
  readonly name: string;
  readonly parent: string | null;
  readonly initial: boolean;
  readonly final: boolean;
  /** What the definition says of it besides, such as `out`. */
  readonly tags: readonly string[];
  readonly entry: readonly string[];
  /** What is asked for while the state is active. */
  readonly actors: readonly string[];
  readonly children: readonly string[];
  readonly transitions: readonly ChartTransition[];
}

/** A whole machine, the outer states before the inner ones. */
export interface MachineChart {
  readonly id: string;
  readonly states: ReadonlyMap<string, ChartState>;
}

/** A guard or an action: its name, with its parameters where it has any that can be written down. */
function nameOf(given: unknown): string {
  if (typeof given === 'string') return given;
  if (typeof given === 'function') return given.name || 'inline';
  const { type, params } = given as { type: string; params?: Record<string, unknown> };
  const written = Object.entries(params ?? {}).filter(([, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  );
  return written.length === 0
    ? type
    : `${type}(${written.map(([name, value]) => (typeof value === 'string' ? value : `${name}: ${value}`)).join(', ')})`;
}

/** The engine's own events, as the definition wrote them. */
export function eventLabel(type: string): string {
  const [engine, kind, ...rest] = type.split('.');
  if (type === '') return 'at once';
  if (engine !== 'xstate') return type;
  if (kind === 'after') return `after ${rest[0]}`;
  return kind ?? type;
}

/** What the engine adds to a state by itself: its timers, which the chart shows as transitions. */
const isTimer = (action: unknown): boolean =>
  typeof action === 'function' && (action as { type?: string }).type === 'xstate.raise' && 'delay' in action;

/** The type of the event that one of these actions raises. */
function raisedBy(node: AnyStateNode, eventType: string, actions: readonly unknown[]): string | null {
  for (const action of actions) {
    const implementation = typeof action === 'string' ? node.machine.implementations.actions[action] : action;
    const { type, event } = (implementation ?? {}) as { type?: string; event?: unknown };
    if (type !== 'xstate.raise') continue;
    const raised =
      typeof event === 'function' ? (event({ context: {}, event: { type: eventType } }) as unknown) : event;
    return (raised as { type: string }).type;
  }
  return null;
}

const pathOf = (node: AnyStateNode): string => node.path.join('.');

/** Every transition of a state: by events, and those that are taken as soon as it is entered. */
export const definedTransitions = (node: AnyStateNode): readonly AnyTransitionDefinition[] => [
  ...[...node.transitions.values()].flat(),
  ...(node.always ?? []),
];

function stateOf(node: AnyStateNode): ChartState {
  const path = pathOf(node);
  const transitions = definedTransitions(node);
  return {
    path,
    name: node.path.at(-1) ?? node.machine.id,
    parent: node.parent ? pathOf(node.parent) : null,
    initial: node.parent?.initial.target?.[0] === node,
    final: node.type === 'final',
    tags: node.tags,
    entry: node.entry.filter((action) => !isTimer(action)).map(nameOf),
    actors: node.invoke.map(({ src }) => nameOf(src)),
    children: Object.values(node.states).map((child) => pathOf(child as AnyStateNode)),
    transitions: transitions.map(({ eventType, guard, target, actions }, index) => ({
      id: `${path}#${index}`,
      source: path,
      target: target?.[0] ? pathOf(target[0] as StateNode) : null,
      eventType,
      event: eventLabel(eventType),
      guard: guard === undefined ? null : nameOf(guard),
      actions: actions.map(nameOf),
      raises: raisedBy(node, eventType, actions),
    })),
  };
}

/** Reads a chart from the machine's own definition: nothing about it is written down anywhere else. */
export function machineChart(machine: AnyStateMachine): MachineChart {
  const states = new Map<string, ChartState>();
  const visit = (node: AnyStateNode): void => {
    states.set(pathOf(node), stateOf(node));
    for (const child of Object.values(node.states)) visit(child as AnyStateNode);
  };
  visit(machine.root);
  return { id: machine.id, states };
}

/** The state and all that are around it, the innermost first. */
export function withAncestors(chart: MachineChart, path: string): readonly string[] {
  const parent = chart.states.get(path)?.parent;
  return parent === null || parent === undefined ? [path] : [path, ...withAncestors(chart, parent)];
}

/** The innermost state that is active once this one is entered. */
function enteredAt(chart: MachineChart, path: string): string {
  const first = chart.states.get(path)?.children.find((child) => chart.states.get(child)?.initial);
  return first === undefined ? path : enteredAt(chart, first);
}

/** The transitions of a state, those of the states around it included, the innermost first. */
export function transitionsOf(chart: MachineChart, path: string): readonly ChartTransition[] {
  return withAncestors(chart, path).flatMap((source) => chart.states.get(source)?.transitions ?? []);
}

/** Whether an event is of this type, or met by this pattern of types, such as `xstate.done.actor.*`. */
function meets(eventType: string, pattern: string): boolean {
  return pattern === eventType || (pattern.endsWith('.*') && eventType.startsWith(pattern.slice(0, -1)));
}

/** The transitions that may have led from one state to another by this event; several where only their guards differ. */
export function transitionsTaken(
  chart: MachineChart,
  from: string,
  eventType: string,
  to: string,
): readonly ChartTransition[] {
  const all = transitionsOf(chart, from).filter((one) => meets(eventType, one.eventType));
  const taken = all.filter(({ target }) => target !== null && enteredAt(chart, target) === to);
  const [first] = taken;
  // An inner state's answer to an event hides that of the states around it.
  if (first) return taken.filter(({ source }) => source === first.source);
  const raised = all.find(({ raises }) => raises !== null)?.raises;
  return raised === null || raised === undefined ? [] : transitionsTaken(chart, from, raised, to);
}
