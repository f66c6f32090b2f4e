import type { ReactElement } from 'react';
import { transitionsOf, withAncestors, type MachineChart } from '../chart/machineChart.ts';
import { timeText } from '../trace/stepText.ts';
import type { Simulation, SimulationView } from './simulation.ts';

/** How far the clock may be moved at once. ms */
const jumps = [
  ['+1 s', 1_000],
  ['+1 min', 60_000],
  ['+1 h', 3_600_000],
] as const;

/** What can happen in the current state besides what is clicked in the chart: time goes by, and actors end. */
export function WhatNext({
  view,
  chart,
  simulation,
}: {
  view: SimulationView;
  chart: MachineChart;
  simulation: Simulation;
}): ReactElement {
  const { state, possible, now, nextDue } = view;
  const [actor] = withAncestors(chart, state).flatMap((path) => chart.states.get(path)?.actors ?? []);
  const transitions = transitionsOf(chart, state);
  const ends = transitions
    .filter(({ eventType }) => /^xstate\.(done|error)\./.test(eventType))
    .flatMap(({ id, target }) => (possible.get(id) ?? []).map((candidate) => ({ candidate, target: target ?? state })));
  return (
    <section className="what-next" aria-label="What may happen next">
      <p data-testid="ways-out">
        <b data-testid="simulated-state">{state}</b>: {possible.size} transitions can be taken, underlined in the chart.
      </p>
      <div className="button-row">
        <button
          type="button"
          data-testid="next-timer"
          disabled={nextDue === null}
          onClick={() => simulation.pass(Math.max(0, (nextDue ?? now) - now))}
        >
          {nextDue === null ? 'No timer waits' : `To the timer in ${timeText(nextDue - now)}`}
        </button>
        {jumps.map(([label, time]) => (
          <button key={label} type="button" onClick={() => simulation.pass(time)}>
            {label}
          </button>
        ))}
      </div>
      {actor !== undefined && (
        <div className="button-row" role="group" aria-label={`How ${actor} ends`}>
          <span>{actor}</span>
          {ends.map(({ candidate, target }) => (
            <button
              key={candidate.note}
              type="button"
              data-testid="ending"
              title={`goes to ${target}`}
              onClick={() => simulation.take(candidate)}
            >
              {candidate.note}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
