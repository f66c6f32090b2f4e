import type { ReactElement } from 'react';
import type { ChartLayout, PlacedEdge } from './chartLayout.ts';
import type { ChartMarks } from './chartMarks.ts';
import { StateBox } from './StateBox.tsx';

/** How far a line's corner is cut round. CSS px */
const corner = 6;

/** A line with round corners. */
function linePath(points: PlacedEdge['points']): string {
  return points
    .map(({ x, y }, index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M${x} ${y}`;
      if (!after) return `L${x} ${y}`;
      const near = (to: { x: number; y: number }): string => {
        const length = Math.hypot(to.x - x, to.y - y) || 1;
        const share = Math.min(corner, length / 2) / length;
        return `${round(x + (to.x - x) * share)} ${round(y + (to.y - y) * share)}`;
      };
      return `L${near(before)}Q${round(x)} ${round(y)} ${near(after)}`;
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A machine's chart, in the coordinates of its layout: the boxes of states that hold others first, so that lines run over them. */
export function Chart({ layout, marks }: { layout: ChartLayout; marks: ChartMarks }): ReactElement {
  const { states, edges } = layout;
  const holds = states.filter(({ state }) => state.path !== '' && state.children.length > 0);
  const cards = states.filter((placed) => !holds.includes(placed));
  const isTaken = ({ source, target }: PlacedEdge): boolean => marks.takenLines?.has(`${source}>${target}`) ?? false;
  return (
    <>
      {(['arrow', 'arrow-near', 'arrow-taken'] as const).map((id) => (
        <marker key={id} id={id} className={id} viewBox="0 0 8 8" refX={7} refY={4} markerWidth={7} markerHeight={7} orient="auto-start-reverse">
          <path d="M0 0L8 4L0 8z" />
        </marker>
      ))}
      {holds.map((placed) => (
        <StateBox key={placed.state.path} placed={placed} marks={marks} />
      ))}
      {edges.toSorted((a, b) => Number(isTaken(a)) - Number(isTaken(b))).map((edge) => {
        const { source, target, points } = edge;
        const line = `${source}>${target}`;
        const taken = isTaken(edge);
        const near = marks.selected !== undefined && marks.selected !== null && (marks.selected === source || marks.selected === target);
        return <path key={line} className={taken ? 'line taken' : near ? 'line near' : 'line'} d={linePath(points)} markerEnd={`url(#${taken ? 'arrow-taken' : near ? 'arrow-near' : 'arrow'})`} data-line={line} />;
      })}
      {cards.map((placed) => (
        <StateBox key={placed.state.path} placed={placed} marks={marks} />
      ))}
    </>
  );
}
