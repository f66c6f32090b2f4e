import { useMemo, useState, type ReactElement } from 'react';
import { ChartView } from '../chart/ChartView.tsx';
import type { ChartLayout } from '../chart/chartLayout.ts';
import { machines, type Side } from '../chart/charts.ts';
import { StateDetails } from './StateDetails.tsx';

/** A machine as it is defined, with nothing running. */
export function ChartPage({ layouts }: { layouts: Readonly<Record<Side, ChartLayout>> }): ReactElement {
  const [side, setSide] = useState<Side>('host');
  const [selected, select] = useState<string | null>(null);
  const marks = useMemo(
    () => ({ selected, onState: (path: string) => select((before) => (before === path ? null : path)) }),
    [selected],
  );
  const state = selected === null ? undefined : layouts[side].chart.states.get(selected);
  return (
    <div className="chart-page">
      <div className="segments chart-sides" role="group" aria-label="Machine">
        {machines.map(({ side: one, title }) => (
          <button
            key={one}
            type="button"
            data-testid={`side-${one}`}
            aria-pressed={one === side}
            onClick={() => (setSide(one), select(null))}
          >
            {title}
          </button>
        ))}
      </div>
      <ChartView key={side} layout={layouts[side]} marks={marks} />
      {state && <StateDetails state={state} onClose={() => select(null)} />}
    </div>
  );
}
