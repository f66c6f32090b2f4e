import type { ReactElement } from 'react';
import type { ChartState } from '../chart/machineChart.ts';

/** All that the definition says of a state. */
export function StateDetails({ state, onClose }: { state: ChartState; onClose: () => void }): ReactElement {
  const { path, entry, actors, transitions } = state;
  return (
    <aside className="details" aria-label="State" data-testid="details">
      <div className="side-bar">
        <b>{path || 'any state'}</b>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
      {entry.length > 0 && <p>On entry: {entry.join(', ')}</p>}
      {actors.length > 0 && <p>Asks: {actors.join(', ')}</p>}
      <ul>
        {transitions.map(({ id, event, guard, target, actions, raises }) => (
          <li key={id}>
            <b>{event}</b> {guard !== null && <i>if {guard}</i>} → {target ?? 'stays'}
            {actions.length > 0 && <span className="count"> does {actions.join(', ')}</span>}
            {raises !== null && <span className="count">, raises {raises}</span>}
          </li>
        ))}
      </ul>
    </aside>
  );
}
