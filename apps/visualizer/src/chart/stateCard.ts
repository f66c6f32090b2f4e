import { sizes, widthOf } from './chartSizes.ts';
import type { ChartState, ChartTransition } from './machineChart.ts';

/** A word of a card's line, and where it begins from the line's left. CSS px */
export interface CardWord {
  readonly text: string;
  readonly x: number;
  /** The transition that the word stands for; a guard stands for all before it. */
  readonly transition: ChartTransition | null;
}

/** One line of a state's card, and where it is. CSS px; `line` counts from the first one below the title */
export type CardRow = { readonly left: number; readonly line: number } & (
  | { readonly kind: 'actor'; readonly text: string }
  /** Heads the transitions that go to one state, or those that stay. */
  | { readonly kind: 'target'; readonly target: string | null; readonly text: string }
  | { readonly kind: 'transitions'; readonly words: readonly CardWord[] }
);

/** What a state's card says, and how large that makes it. */
export interface StateCard {
  readonly rows: readonly CardRow[];
  readonly title: string;
  /** Beside the title, such as `initial`. */
  readonly tags: string;
  /** CSS px */
  readonly width: number;
  readonly height: number;
}

/** A row that has no place yet. */
type LooseRow = CardRow extends infer Row ? (Row extends CardRow ? Omit<Row, 'left' | 'line'> : never) : never;

/** A line holds so many characters, unless one word is longer. */
const longestLine = 20;
const indent = 2;

/** Transitions with one guard, on as few lines as they need, the guard at their end. */
function lines(transitions: readonly ChartTransition[], guard: string | null): LooseRow[] {
  const words = transitions.map((transition) => ({
    text: transition.event,
    transition: transition as ChartTransition | null,
  }));
  if (guard !== null) words.push({ text: `[${guard}]`, transition: null });
  const rows: CardWord[][] = [[]];
  let used = 0;
  for (const { text, transition } of words) {
    if (used > 0 && used + 1 + text.length > longestLine) {
      rows.push([]);
      used = 0;
    }
    const start = used === 0 ? 0 : used + 1;
    rows.at(-1)!.push({ text, transition, x: widthOf(' '.repeat(indent + start)) });
    used = start + text.length;
  }
  return rows.map((row) => ({ kind: 'transitions', words: row }));
}

function group<Key>(
  transitions: readonly ChartTransition[],
  keyOf: (one: ChartTransition) => Key,
): Map<Key, ChartTransition[]> {
  const groups = new Map<Key, ChartTransition[]>();
  for (const one of transitions) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** How wide a row is, from its own left. */
function reach(row: LooseRow): number {
  if (row.kind !== 'transitions') return widthOf(row.text);
  const { x, text } = row.words.at(-1)!;
  return x + widthOf(text);
}

/** Blocks of rows in so many columns of about the same height, in their order. */
function inColumns(blocks: readonly (readonly LooseRow[])[], count: number): LooseRow[][] {
  const most = Math.ceil(blocks.flat().length / count);
  const columns: LooseRow[][] = [[]];
  for (const block of blocks) {
    const last = columns.at(-1)!;
    if (last.length > 0 && last.length + block.length / 2 > most && columns.length < count) columns.push([...block]);
    else last.push(...block);
  }
  return columns;
}

/** A deadline's timer only says that it is over; what follows is drawn. */
const isOwnTimer = ({ raises, eventType }: ChartTransition): boolean =>
  raises !== null && eventType.startsWith('xstate.after.');

/** The state's lines: what it asks for, then its transitions under where they go, those that stay last. One that holds others has room beside them. */
export function stateCard(state: ChartState): StateCard {
  const shown = state.transitions.filter((one) => !isOwnTimer(one));
  const targets = [...group(shown, ({ target }) => target)].toSorted(
    ([a], [b]) => Number(a === null) - Number(b === null),
  );
  const blocks = [
    ...state.actors.map((actor): LooseRow[] => [{ kind: 'actor', text: `asks ${actor}` }]),
    ...targets.map(([target, transitions]): LooseRow[] => [
      { kind: 'target', target, text: target === null ? 'stays' : `→ ${target}` },
      ...[...group(transitions, ({ guard }) => guard)].flatMap(([guard, all]) => lines(all, guard)),
    ]),
  ];
  const columns = inColumns(blocks, state.children.length > 0 ? sizes.columns : 1);
  const title = state.path === '' ? 'any state' : state.name;
  const tags = [state.initial && 'initial', state.final && 'final', ...state.tags].filter(Boolean).join(' ');
  const rows: CardRow[] = [];
  let left: number = sizes.padding;
  for (const column of columns) {
    rows.push(...column.map((row, line) => ({ ...row, left, line })));
    left += Math.max(0, ...column.map(reach)) + 2 * sizes.padding;
  }
  const height = Math.max(...columns.map(({ length }) => length));
  return {
    rows,
    title,
    tags,
    width: Math.ceil(
      Math.max(2 * sizes.padding + widthOf(`${title}  ${tags}`) * sizes.titleScale, left - sizes.padding),
    ),
    height: sizes.header + height * sizes.row + (height > 0 ? sizes.padding / 2 : 0),
  };
}
