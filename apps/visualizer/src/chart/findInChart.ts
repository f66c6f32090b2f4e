import type { MachineChart } from './machineChart.ts';

/** Paths of states and ids of transitions that a text is found in: in names, events, guards, actions and actors. */
export function findInChart({ states }: MachineChart, search: string): ReadonlySet<string> {
  const wanted = search.trim().toLowerCase();
  const found = new Set<string>();
  if (wanted === '') return found;
  const has = (...texts: (string | null)[]): boolean => texts.some((text) => text?.toLowerCase().includes(wanted));
  for (const { path, name, actors, entry, transitions } of states.values()) {
    if (has(name, ...actors, ...entry)) found.add(path);
    for (const { id, event, guard, actions } of transitions) if (has(event, guard, ...actions)) found.add(id);
  }
  return found;
}
