import type { TraceEvent } from '@meshes-embed/core/inspect';
import { memo, type ReactElement } from 'react';
import { detailOf, kindLabels, timeText } from '../trace/stepText.ts';

interface StepProps {
  readonly id: string;
  readonly event: TraceEvent;
  /** CSS px */
  readonly top: number;
  readonly current: boolean;
  readonly marked: boolean;
  readonly onPick: () => void;
}

/** One step of a trace: when, of which kind, what, and more of it. */
export const Step = memo(
  function Step({ id, event, top, current, marked, onPick }: StepProps): ReactElement {
    const detail = detailOf(event);
    return (
      <div
        id={id}
        className={marked ? 'step marked' : 'step'}
        role="option"
        aria-selected={current}
        data-kind={event.kind}
        style={{ transform: `translateY(${top}px)` }}
        onClick={onPick}
      >
        <span className="step-time">{timeText(event.at)}</span>
        <span className="step-kind">{kindLabels[event.kind]}</span>
        <span className="step-name">{event.name}</span>
        <span className="step-detail" title={detail}>
          {detail}
        </span>
      </div>
    );
  },
  (before, after) =>
    before.event === after.event &&
    before.top === after.top &&
    before.current === after.current &&
    before.marked === after.marked,
);
