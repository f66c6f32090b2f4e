import { useMemo, useState, type ReactElement } from 'react';
import type { Side } from '../chart/charts.ts';
import type { MachineChart } from '../chart/machineChart.ts';
import { deadEnds } from './deadEnds.ts';
import { pathsTo, type StatePath } from './explore.ts';

interface ExploreProps {
  readonly side: Side;
  readonly chart: MachineChart;
  /** Plays a path from the start. */
  readonly onPath: (steps: StatePath['steps']) => void;
}

/** Every way to a state, and whether there is a state without a way out. */
export function Explore({ side, chart, onPath }: ExploreProps): ReactElement {
  const [target, setTarget] = useState('');
  const leaves = [...chart.states.values()].filter(({ children, path }) => children.length === 0 && path !== '');
  const paths = useMemo(() => (target === '' ? [] : pathsTo(side, chart, target)), [side, chart, target]);
  const stuck = useMemo(() => deadEnds(chart), [chart]);
  return (
    <details className="explore">
      <summary data-testid="explore">Explore</summary>
      <p className="count" data-testid="dead-ends">
        {stuck.length === 0
          ? 'Every state has a way out, but for the final one.'
          : `No way out of ${stuck.join(', ')}.`}
      </p>
      <label className="explore-target">
        Every way to
        <select data-testid="explore-target" value={target} onChange={(event) => setTarget(event.target.value)}>
          <option value="">choose a state</option>
          {leaves.map(({ path }) => (
            <option key={path}>{path}</option>
          ))}
        </select>
        {target !== '' && (
          <span className="count">{paths.length === 1 ? '1 way' : `${paths.length} ways`}, the shortest first</span>
        )}
      </label>
      <ol className="paths" data-testid="paths">
        {paths.map(({ steps }, index) => (
          <li key={index}>
            <button type="button" onClick={() => onPath(steps)}>
              {steps.length === 0
                ? 'the start'
                : steps.map(({ labels, state }) => `${labels.join(' or ')} → ${state}`).join(', ')}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
