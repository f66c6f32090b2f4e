import type { AnyStateMachine, AnyTransitionDefinition, InspectionEvent } from 'xstate';
import { getStateNodes } from 'xstate/graph';

/** Keeps the names of the transitions that machines take. */
export interface TransitionCoverage {
  /** For `createActor`. */
  inspect(event: InspectionEvent): void;
  /** The names of those in the machine's definition that no path has taken so far. */
  missing(machine: AnyStateMachine): string[];
}

export function createTransitionCoverage(): TransitionCoverage {
  const taken = new Set<string>();
  return {
    inspect(event) {
      if (event.type === '@xstate.microstep')
        for (const transition of event._transitions) taken.add(nameOf(transition));
    },
    missing: (machine) =>
      transitionsOf(machine)
        .map(nameOf)
        .filter((name) => !taken.has(name)),
  };
}

/** Every transition of a machine: of `on`, `after`, `invoke` and `always`, each of several guarded ones by itself. */
function transitionsOf(machine: AnyStateMachine): AnyTransitionDefinition[] {
  return [machine.root, ...getStateNodes(machine.root)].flatMap(({ transitions, always }) => [
    ...[...transitions.values()].flat(),
    ...(always ?? []),
  ]);
}

/** State, event, place among those of the same event, and guard. */
function nameOf(transition: AnyTransitionDefinition): string {
  const place = (transition.source.transitions.get(transition.eventType) ?? transition.source.always!).indexOf(
    transition,
  );
  return `${transition.source.id} ${transition.eventType} ${place} ${guardName(transition.guard)}`;
}

const guardName = (guard: AnyTransitionDefinition['guard']): string =>
  typeof guard === 'object' ? JSON.stringify(guard) : String(guard ?? 'always');
