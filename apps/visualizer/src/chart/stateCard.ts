import { sizes, widthOf } from './chartSizes.ts';
import type { ChartState, ChartTransition } from './machineChart.ts';

/** A word of a card's line, and where it begins from the card's left. CSS px */
export interface CardWord {
  readonly text: string;
  readonly x: number;
  /** The transition that the word stands for; a guard stands for all before it. */
  readonly transition: ChartTransition | null;
}

/** One line of a state's card. */
export type CardRow =
  | { readonly kind: 'actor'; readonly text: string }
  /** Heads the transitions that go to one state, or those that stay. */
  | { readonly kind: 'target'; readonly target: string | null; readonly text: string }
  | { readonly kind: 'transitions'; readonly words: readonly CardWord[] };

/** What a state's card says, and how large that makes it. */
export interface StateCard {
  readonly rows: readonly CardRow[];
  readonly title: string;
  /** CSS px */
  readonly width: number;
  readonly height: number;
}

/** A line holds so many characters, unless one word alone is longer. */
const longestLine = 27;
const indent = 2;

/** Transitions with one guard, on as few lines as they need, the guard at their end. */
function lines(transitions: readonly ChartTransition[], guard: string | null): CardRow[] {
  const words = transitions.map((transition) => ({ text: transition.event, transition: transition as ChartTransition | null }));
  if (guard !== null) words.push({ text: `[${guard}]`, transition: null });
  const rows: CardWord[][] = [[]];
  let used = 0;
  for (const { text, transition } of words) {
    if (used > 0 && used + 1 + text.length > longestLine) {
      rows.push([]);
      used = 0;
    }
    const start = used === 0 ? 0 : used + 1;
    rows.at(-1)!.push({ text, transition, x: sizes.padding + widthOf(' '.repeat(indent + start)) });
    used = start + text.length;
  }
  return rows.map((row) => ({ kind: 'transitions', words: row }));
}

function group<Key>(transitions: readonly ChartTransition[], keyOf: (one: ChartTransition) => Key): Map<Key, ChartTransition[]> {
  const groups = new Map<Key, ChartTransition[]>();
  for (const one of transitions) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function endOf(row: CardRow): number {
  if (row.kind !== 'transitions') return sizes.padding + widthOf(row.text);
  const { x, text } = row.words.at(-1)!;
  return x + widthOf(text);
}

/** The state's lines: what it asks for, then its transitions under where they go, those that stay last. */
export function stateCard(state: ChartState): StateCard {
  const targets = [...group(state.transitions, ({ target }) => target)].toSorted(([a], [b]) => Number(a === null) - Number(b === null));
  const rows: CardRow[] = [
    ...state.actors.map((actor) => ({ kind: 'actor' as const, text: `asks ${actor}` })),
    ...targets.flatMap(([target, transitions]): CardRow[] => [
      { kind: 'target', target, text: target === null ? 'stays' : `→ ${target}` },
      ...[...group(transitions, ({ guard }) => guard)].flatMap(([guard, all]) => lines(all, guard)),
    ]),
  ];
  const title = state.path === '' ? 'any state' : state.name;
  return {
    rows,
    title,
    width: Math.ceil(Math.max(2 * sizes.padding + widthOf(`${title}  initial`) * sizes.titleScale, ...rows.map(endOf)) + sizes.padding),
    height: sizes.header + rows.length * sizes.row + (rows.length > 0 ? sizes.padding / 2 : 0),
  };
}
