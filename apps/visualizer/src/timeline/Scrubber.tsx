import type { TraceEvent } from '@meshes-embed/core/inspect';
import type { ReactElement } from 'react';
import { timeText } from '../trace/stepText.ts';

interface ScrubberProps {
  readonly trace: readonly TraceEvent[];
  readonly position: number;
  readonly onPosition: (position: number) => void;
}

/** Goes back and forth in a trace. */
export function Scrubber({ trace, position, onPosition }: ScrubberProps): ReactElement {
  const last = Math.max(0, trace.length - 1);
  const event = trace[position];
  return (
    <div className="scrubber">
      <button
        type="button"
        aria-label="Step back"
        data-testid="step-back"
        disabled={position <= 0}
        onClick={() => onPosition(position - 1)}
      >
        ◀
      </button>
      <input
        type="range"
        aria-label="Step"
        data-testid="scrubber"
        min={0}
        max={last}
        value={Math.max(0, position)}
        disabled={trace.length === 0}
        onChange={({ target }) => onPosition(Number(target.value))}
      />
      <button
        type="button"
        aria-label="Step forth"
        data-testid="step-forth"
        disabled={position >= last}
        onClick={() => onPosition(position + 1)}
      >
        ▶
      </button>
      <output className="scrubber-text" data-testid="scrub-text">
        {event ? `step ${event.index} · ${timeText(event.at)}` : 'no step'}
      </output>
    </div>
  );
}
