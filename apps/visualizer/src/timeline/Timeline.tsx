import type { TraceEvent, TraceKind } from '@meshes-embed/core/inspect';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { matchingSteps } from '../trace/matchingSteps.ts';
import { kindLabels, kinds } from '../trace/stepText.ts';
import { Step } from './Step.tsx';

interface TimelineProps {
  readonly trace: readonly TraceEvent[];
  readonly position: number;
  readonly onPosition: (position: number) => void;
  /** Position of a step to point out. */
  readonly marked?: number | null;
  readonly label?: string;
}

/** Of one step. CSS px */
const rowHeight = 26;

/** Where each key moves to, from a place in the list. */
const moves: Readonly<Record<string, (place: number, last: number) => number>> = {
  ArrowDown: (place) => place + 1,
  ArrowUp: (place) => place - 1,
  PageDown: (place) => place + 10,
  PageUp: (place) => place - 10,
  Home: () => 0,
  End: (_place, last) => last,
};

/** All steps of a trace, filtered and searched; only those in sight are in the page, so that many cost no more than few. */
export function Timeline({ trace, position, onPosition, marked = null, label = 'Steps' }: TimelineProps): ReactElement {
  const [hidden, setHidden] = useState<ReadonlySet<TraceKind>>(new Set());
  const [search, setSearch] = useState('');
  const shown = useMemo(() => matchingSteps(trace, { hidden, search }), [trace, hidden, search]);
  const list = useRef<HTMLDivElement>(null);
  const place = placeOf(shown, position);
  // oxlint-disable-next-line react/incompatible-library -- No compiler memoizes this code.
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  useEffect(() => {
    if (place >= 0) rows.scrollToIndex(place, { align: 'auto' });
  }, [place, rows]);

  const toggle = (kind: TraceKind): void =>
    setHidden((before) => new Set(before.has(kind) ? [...before].filter((one) => one !== kind) : [...before, kind]));
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key];
    if (!move || shown.length === 0) return;
    event.preventDefault();
    const last = shown.length - 1;
    onPosition(shown[Math.max(0, Math.min(last, move(place, last)))]!);
  };

  return (
    <section className="timeline" aria-label={label}>
      <div className="timeline-tools">
        <input
          type="search"
          placeholder="Search steps"
          aria-label="Search steps"
          data-testid="step-search"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <div className="kinds" role="group" aria-label="Kinds of steps">
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className="kind"
              data-kind={kind}
              aria-pressed={!hidden.has(kind)}
              onClick={() => toggle(kind)}
            >
              {kindLabels[kind]}
            </button>
          ))}
        </div>
        <span className="count" data-testid="step-count">
          {shown.length === trace.length
            ? `${trace.length} ${trace.length === 1 ? 'step' : 'steps'}`
            : `${shown.length} of ${trace.length} steps`}
        </span>
      </div>
      <div
        className="steps"
        ref={list}
        tabIndex={0}
        role="listbox"
        aria-label={label}
        aria-activedescendant={place >= 0 ? `${label}-${shown[place]}` : undefined}
        onKeyDown={onKeyDown}
        data-testid="steps"
      >
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const at = shown[index]!;
            return (
              <Step
                key={at}
                id={`${label}-${at}`}
                event={trace[at]!}
                top={start}
                current={at === shown[place]}
                marked={at === marked}
                onPick={() => onPosition(at)}
              />
            );
          })}
        </div>
        {shown.length === 0 && <p className="empty">{trace.length === 0 ? 'No steps yet.' : 'No step matches.'}</p>}
      </div>
    </section>
  );
}

/** Where in the list a position of the trace is: its own place, or the last one before it. */
function placeOf(shown: readonly number[], position: number): number {
  let [low, high] = [0, shown.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shown[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
