import type { ReactElement } from 'react';
import type { ChartLayout, PlacedState } from './chartLayout.ts';
import type { ChartMarks } from './chartMarks.ts';
import { Lines } from './Lines.tsx';
import { StateBox } from './StateBox.tsx';

/** Whether a state's box holds those of others, the machine's own card aside. */
const holdsOthers = ({ state }: PlacedState): boolean => state.path !== '' && state.children.length > 0;

/** A machine's chart, in the coordinates of its layout: the boxes of states that hold others first, so that lines run over them. */
export function Chart({ layout: { states, edges }, marks }: { layout: ChartLayout; marks: ChartMarks }): ReactElement {
  const boxes = (shown: readonly PlacedState[]): ReactElement[] =>
    shown.map((placed) => <StateBox key={placed.state.path} placed={placed} marks={marks} />);
  return (
    <>
      {boxes(states.filter(holdsOthers))}
      <Lines edges={edges} marks={marks} />
      {boxes(states.filter((placed) => !holdsOthers(placed)))}
    </>
  );
}
