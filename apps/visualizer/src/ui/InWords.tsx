import type { TraceEvent } from '@meshes-embed/core/inspect';
import { useMemo, type ReactElement } from 'react';
import { inWords, nextInWords } from '../trace/inWords.ts';

/** What a trace tells up to a position, as sentences that lead to their steps, and what comes next. */
export function InWords({
  trace,
  state,
  position,
  onPosition,
}: {
  trace: readonly TraceEvent[];
  state: string;
  position: number;
  onPosition: (position: number) => void;
}): ReactElement {
  const sentences = useMemo(() => inWords(trace, position), [trace, position]);
  const next = nextInWords(state, trace, position);
  return (
    <details className="in-words" open>
      <summary>In words</summary>
      <p data-testid="next-in-words">
        <b>Next:</b> {next}
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
