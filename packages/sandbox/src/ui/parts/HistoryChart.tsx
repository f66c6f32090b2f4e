import { useState } from 'preact/hooks';
import type { Dashboard } from '../../wire.ts';
import { shortDay } from './text.ts';

type History = Dashboard['history'];

/** Units of the drawing; it is stretched to the width there is, so that only proportions count. */
const height = 100;
const slot = 20;
const bar = 12;

/** Deliveries a day as bars, the failed ones on top; the same numbers as a table for those who can't see the bars. */
export function HistoryChart({ history }: { readonly history: History }) {
  const [shown, setShown] = useState<number | null>(null);
  const tallest = Math.max(1, ...history.map((day) => day.delivered + day.failed));
  const scale = height / tallest;
  const told = shown === null ? null : history[shown];
  const delivered = told?.delivered ?? sum(history, 'delivered');
  const failed = told?.failed ?? sum(history, 'failed');
  const first = history[0];
  const last = history.at(-1);

  return (
    <figure class="chart" data-testid="history-chart">
      <figcaption class="legend">
        <span class="legend-when">{told ? shortDay(told.date) : `Last ${history.length} days`}</span>
        <span class="key delivered">{delivered.toLocaleString()} delivered</span>
        <span class="key failed">{failed.toLocaleString()} failed</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${history.length * slot} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerLeave={() => setShown(null)}
      >
        {history.map((day, index) => {
          const x = index * slot;
          const top = height - (day.delivered + day.failed) * scale;
          return (
            <g
              key={day.date}
              class={shown === null || shown === index ? 'day' : 'day faded'}
              onPointerEnter={() => setShown(index)}
            >
              <rect class="reach" x={x} y={0} width={slot} height={height} />
              <rect class="failed" x={x + (slot - bar) / 2} y={top} width={bar} height={day.failed * scale} />
              <rect
                class="delivered"
                x={x + (slot - bar) / 2}
                y={height - day.delivered * scale}
                width={bar}
                height={day.delivered * scale}
              />
            </g>
          );
        })}
      </svg>
      <div class="axis" aria-hidden="true">
        <span>{first && shortDay(first.date)}</span>
        <span>{last && shortDay(last.date)}</span>
      </div>
      <HistoryTable history={history} />
    </figure>
  );
}

function HistoryTable({ history }: { readonly history: History }) {
  return (
    <div class="unseen">
      <table>
        <caption>Deliveries a day</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Delivered</th>
            <th scope="col">Failed</th>
          </tr>
        </thead>
        <tbody>
          {history.map((day) => (
            <tr key={day.date}>
              <th scope="row">{shortDay(day.date)}</th>
              <td>{day.delivered}</td>
              <td>{day.failed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sum(history: History, key: 'delivered' | 'failed'): number {
  return history.reduce((total, day) => total + day[key], 0);
}
