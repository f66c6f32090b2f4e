import { useMemo, useState, useSyncExternalStore, type ReactElement } from 'react';
import type { ChartLayout } from '../chart/chartLayout.ts';
import { machines, type Side } from '../chart/charts.ts';
import type { ChartTransition } from '../chart/machineChart.ts';
import { timeText } from '../trace/stepText.ts';
import { saveTrace } from '../trace/traceFile.ts';
import { Workbench } from '../ui/Workbench.tsx';
import { Explore } from './Explore.tsx';
import type { PossibleEvent } from './possibleEvents.ts';
import { createSimulation } from './simulation.ts';
import { WhatNext } from './WhatNext.tsx';

/** A machine without anything around it: what happens to it is clicked. */
export function SimulatePage({ layouts }: { layouts: Readonly<Record<Side, ChartLayout>> }): ReactElement {
  const [{ side, simulation }, setRun] = useState(() => ({
    side: 'host' as Side,
    simulation: createSimulation('host'),
  }));
  const view = useSyncExternalStore(simulation.subscribe, simulation.getView);
  const [position, setPosition] = useState<number | null>(null);
  const layout = layouts[side];

  function start(on: Side, steps: readonly PossibleEvent[] = []): void {
    const fresh = createSimulation(on);
    for (const step of steps) fresh.take(step);
    setRun({ side: on, simulation: fresh });
    setPosition(null);
  }
  const marks = useMemo(
    () => ({
      possible: new Set(view.possible.keys()),
      onTransition({ id }: ChartTransition) {
        const [usual] = view.possible.get(id) ?? [];
        if (usual) simulation.take(usual);
        setPosition(null);
      },
    }),
    [view, simulation],
  );

  return (
    <Workbench
      layout={layout}
      trace={view.trace}
      contexts={view.contexts}
      position={position}
      onPosition={setPosition}
      marks={marks}
    >
      <div className="side-bar">
        <select
          aria-label="Machine"
          data-testid="simulated-side"
          value={side}
          onChange={({ target }) => start(target.value as Side)}
        >
          {machines.map(({ side: one, title }) => (
            <option key={one} value={one}>
              {title}
            </option>
          ))}
        </select>
        <output className="count" data-testid="simulated-time">
          {timeText(view.now)}
        </output>
        <button type="button" data-testid="start-over" onClick={() => start(side)}>
          Start over
        </button>
        <button
          type="button"
          disabled={view.trace.length === 0}
          onClick={() => saveTrace({ name: `simulated ${side}`, events: view.trace })}
        >
          Save trace
        </button>
      </div>
      <WhatNext view={view} chart={layout.chart} simulation={simulation} />
      <Explore key={side} side={side} chart={layout.chart} onPath={(steps) => start(side, steps)} />
    </Workbench>
  );
}
