import { memo, type ReactElement } from 'react';
import type { PlacedEdge } from './chartLayout.ts';
import type { ChartMarks } from './chartMarks.ts';

type LineKind = 'plain' | 'near' | 'taken';

/** Each kind's classes, and the id of its arrow. */
const kinds: Readonly<Record<LineKind, { readonly className: string; readonly arrow: string }>> = {
  plain: { className: 'line', arrow: 'arrow' },
  near: { className: 'line near', arrow: 'arrow-near' },
  taken: { className: 'line taken', arrow: 'arrow-taken' },
};

/** How far a line's corner is cut round. CSS px */
const corner = 6;

const round = (value: number): number => Math.round(value * 10) / 10;

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

const nameOf = ({ source, target }: PlacedEdge): string => `${source}>${target}`;

/** Going through a trace changes one line or two: the others are not drawn again. */
const Line = memo(function Line({ edge, kind }: { edge: PlacedEdge; kind: LineKind }): ReactElement {
  const { className, arrow } = kinds[kind];
  return <path className={className} d={linePath(edge.points)} markerEnd={`url(#${arrow})`} data-line={nameOf(edge)} />;
});

/** The lines of a chart with their arrows; the one that was just taken over all others, as lines run along each other. */
export function Lines({
  edges,
  marks: { selected, takenLines },
}: {
  edges: readonly PlacedEdge[];
  marks: ChartMarks;
}): ReactElement {
  const near = ({ source, target }: PlacedEdge): boolean =>
    typeof selected === 'string' && (selected === source || selected === target);
  return (
    <>
      {Object.values(kinds).map(({ arrow }) => (
        <marker
          key={arrow}
          id={arrow}
          className={arrow}
          viewBox="0 0 8 8"
          refX={7}
          refY={4}
          markerWidth={7}
          markerHeight={7}
          orient="auto-start-reverse"
        >
          <path d="M0 0L8 4L0 8z" />
        </marker>
      ))}
      {edges.map((edge) => (
        <Line key={nameOf(edge)} edge={edge} kind={near(edge) ? 'near' : 'plain'} />
      ))}
      {/* A group of their own, so that the others stay where they are in the document. */}
      <g>
        {edges
          .filter((edge) => takenLines?.has(nameOf(edge)))
          .map((edge) => (
            <Line key={nameOf(edge)} edge={edge} kind="taken" />
          ))}
      </g>
    </>
  );
}
