import { memo, type KeyboardEvent, type ReactElement } from 'react';
import type { PlacedState } from './chartLayout.ts';
import type { ChartMarks } from './chartMarks.ts';
import { sizes } from './chartSizes.ts';
import type { ChartTransition } from './machineChart.ts';
import type { CardRow } from './stateCard.ts';

const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');

const onKey = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.stopPropagation();
  act();
};

function Word({
  transition,
  text,
  x,
  y,
  marks,
}: {
  transition: ChartTransition;
  text: string;
  x: number;
  y: number;
  marks: ChartMarks;
}): ReactElement {
  const { id } = transition;
  const send = marks.onTransition && marks.possible?.has(id) ? marks.onTransition : null;
  const pressed = send && (() => send(transition));
  return (
    <text
      x={x}
      y={y}
      className={classes(
        'transition',
        marks.taken?.has(id) && 'taken',
        marks.found?.has(id) && 'found',
        send !== null && 'possible',
      )}
      data-transition={id}
      data-event={transition.event}
      {...(pressed && {
        role: 'button',
        tabIndex: 0,
        onClick: pressed,
        onKeyDown: onKey(pressed),
        'aria-label': `Send ${transition.event}`,
      })}
    >
      {text}
      {transition.actions.length > 0 && (
        <title>{`does ${transition.actions.join(', ')}${transition.raises === null ? '' : `, which raises ${transition.raises}`}`}</title>
      )}
    </text>
  );
}

function Row({ row, marks }: { row: CardRow; marks: ChartMarks }): ReactElement {
  const y = sizes.header + 13 + row.line * sizes.row;
  if (row.kind === 'actor')
    return (
      <text x={row.left} y={y} className="actor">
        {row.text}
      </text>
    );
  if (row.kind === 'target')
    return (
      <text x={row.left} y={y} className={row.target === null ? 'target stays' : 'target'}>
        {row.text}
      </text>
    );
  return (
    <>
      {row.words.map(({ text, x, transition }) =>
        transition ? (
          <Word key={transition.id} transition={transition} text={text} x={row.left + x} y={y} marks={marks} />
        ) : (
          <text key={text} x={row.left + x} y={y} className="guard">
            {text}
          </text>
        ),
      )}
    </>
  );
}

interface StateBoxProps {
  readonly placed: PlacedState;
  readonly marks: ChartMarks;
}

/** All of the marks that a card shows, as one text. */
function ownMarks({
  placed: { state, card },
  marks: { active, found, selected, taken, possible },
}: StateBoxProps): string {
  const ids = card.rows.flatMap((row) =>
    'words' in row ? row.words.flatMap(({ transition }) => transition?.id ?? []) : [],
  );
  const marked = (set: ReadonlySet<string> | undefined): string => ids.filter((id) => set?.has(id)).join(' ');
  return [
    active?.has(state.path),
    found?.has(state.path),
    selected === state.path,
    marked(taken),
    marked(found),
    marked(possible),
  ].join('|');
}

/** Going through a trace changes the marks of a card or two: the others are not drawn again. */
const looksTheSame = (before: StateBoxProps, after: StateBoxProps): boolean =>
  before.placed === after.placed &&
  before.marks.onState === after.marks.onState &&
  before.marks.onTransition === after.marks.onTransition &&
  ownMarks(before) === ownMarks(after);

/** A state's card: its name, what it asks for, and its transitions under where they go. */
export const StateBox = memo(function StateBox({ placed, marks }: StateBoxProps): ReactElement {
  const { state, card, x, y, width, height } = placed;
  const { path, entry } = state;
  const select = marks.onState && (() => marks.onState?.(path));
  const { tags } = card;
  return (
    <g
      transform={`translate(${x} ${y})`}
      className={classes(
        'state',
        path === '' && 'any',
        marks.active?.has(path) && 'active',
        marks.found?.has(path) && 'found',
        marks.selected === path && 'selected',
      )}
      data-state={path}
      {...(select && {
        tabIndex: 0,
        role: 'button',
        onClick: select,
        onKeyDown: onKey(select),
        'aria-label': `State ${path || 'any'}`,
        'aria-pressed': marks.selected === path,
      })}
    >
      <rect className="box" width={width} height={height} rx={8} />
      <text x={sizes.padding} y={19} className="title">
        {card.title}
        {entry.length > 0 && <title>{`on entry does ${entry.join(', ')}`}</title>}
      </text>
      {tags && (
        <text x={width - sizes.padding} y={19} className="tag" textAnchor="end">
          {tags}
        </text>
      )}
      {card.rows.length > 0 && (
        <line className="rule" x1={0} x2={width} y1={sizes.header - 0.5} y2={sizes.header - 0.5} />
      )}
      {card.rows.map((row, index) => (
        <Row key={index} row={row} marks={marks} />
      ))}
    </g>
  );
}, looksTheSame);
