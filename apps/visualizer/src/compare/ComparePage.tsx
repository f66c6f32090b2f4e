import { compareTraces } from '@meshes-embed/core/inspect';
import { useMemo, useState, type ReactElement } from 'react';
import { ChartView } from '../chart/ChartView.tsx';
import type { ChartLayout } from '../chart/chartLayout.ts';
import { momentMarks } from '../chart/momentMarks.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { momentAt } from '../trace/moment.ts';
import { detailOf, kindLabels } from '../trace/stepText.ts';
import type { NamedTrace } from '../trace/traceFile.ts';
import { TracePicker } from '../ui/TracePicker.tsx';

const sides = ['left', 'right'] as const;
type SideName = (typeof sides)[number];

/** Two traces side by side, at the first step in which they differ: by the comparer that all sample apps are held to. */
export function ComparePage({ layout }: { layout: ChartLayout }): ReactElement {
  const [traces, setTraces] = useState<Partial<Record<SideName, NamedTrace>>>({});
  /** Null is where they part, or the start. */
  const [chosen, setChosen] = useState<number | null>(null);
  const { left, right } = traces;
  const difference = useMemo(() => (left && right ? compareTraces(left.events, right.events) : null), [left, right]);
  const position = chosen ?? difference?.position ?? 0;
  const take = (side: SideName, trace: NamedTrace): void => {
    setTraces((before) => ({ ...before, [side]: trace }));
    setChosen(null);
  };

  return (
    <div className="compare">
      <p className="compare-verdict" role="status" data-testid="verdict">
        {!left || !right
          ? 'Open two traces. Times and indices may differ; all else is compared, step by step.'
          : difference
            ? `They part at step ${difference.position}.`
            : `They are the same, all ${left.events.length} steps.`}
        {difference && (
          <span className="parting" data-testid="difference">
            {sides.map((side) => (
              <code key={side}>
                {side}:{' '}
                {difference[side]
                  ? `${kindLabels[difference[side].kind]} ${difference[side].name} ${detailOf(difference[side])}`
                  : 'ends here'}
              </code>
            ))}
            <button type="button" onClick={() => setChosen(null)}>
              Go there
            </button>
          </span>
        )}
      </p>
      {sides.map((side) => (
        <CompareSide
          key={side}
          side={side}
          layout={layout}
          trace={traces[side]}
          position={position}
          onPosition={setChosen}
          marked={difference?.position ?? null}
          onTrace={(trace) => take(side, trace)}
        />
      ))}
    </div>
  );
}

interface CompareSideProps {
  readonly side: SideName;
  readonly layout: ChartLayout;
  readonly trace: NamedTrace | undefined;
  readonly position: number;
  readonly onPosition: (position: number) => void;
  readonly marked: number | null;
  readonly onTrace: (trace: NamedTrace) => void;
}

function CompareSide({ side, layout, trace, position, onPosition, marked, onTrace }: CompareSideProps): ReactElement {
  const events = trace?.events ?? [];
  const marks = useMemo(
    () => (trace ? momentMarks(momentAt(layout.chart, trace.events, position)) : {}),
    [layout, trace, position],
  );
  return (
    <section className="compare-side" aria-label={`The ${side} trace`} data-testid={`compare-${side}`}>
      <div className="side-bar">
        <b>{trace?.name ?? `No ${side} trace yet`}</b>
        <TracePicker
          label={trace ? 'Open another' : 'Drop a trace file here, or choose one'}
          testId={`${side}-file`}
          onTrace={onTrace}
        />
      </div>
      <ChartView layout={layout} marks={marks} />
      <Timeline trace={events} position={position} onPosition={onPosition} marked={marked} label={`Steps, ${side}`} />
    </section>
  );
}
