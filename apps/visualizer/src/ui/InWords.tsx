import type { TraceEvent } from '@meshes-embed/core/inspect';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { inWords, nextInWords, whenInWords } from '../trace/inWords.ts';
import type { View } from '../trace/viewFacts.ts';

/** How often what is left of a time is told again. ms */
const tickMs = 1_000;

/** When a running embed does the next thing by itself. */
function When({ view }: { view: View }): ReactElement {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return <span data-testid="when-in-words">{whenInWords(view, now)}</span>;
}

/** What a trace tells up to a position, as sentences that lead to their steps, and what comes next. */
export function InWords({
  trace,
  state,
  position,
  onPosition,
  view = null,
}: {
  trace: readonly TraceEvent[];
  state: string;
  position: number;
  onPosition: (position: number) => void;
  /** Of an embed that runs, as it is now: it tells when the next step follows. */
  view?: View | null;
}): ReactElement {
  const sentences = useMemo(() => inWords(trace, position), [trace, position]);
  const next = nextInWords(state, trace, position);
  return (
    <details className="in-words" open>
      <summary>In words</summary>
      <p data-testid="next-in-words">
        <b>Next:</b> {next} {view && <When view={view} />}
      </p>
      <ol data-testid="in-words">
        {sentences.slice(-8).map(({ at, text }) => (
          <li key={at}>
            <button type="button" onClick={() => onPosition(at)}>
              {text}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
