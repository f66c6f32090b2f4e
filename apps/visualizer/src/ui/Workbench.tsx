import type { TraceEvent } from '@meshes-embed/core/inspect';
import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { ChartView } from '../chart/ChartView.tsx';
import type { ChartLayout } from '../chart/chartLayout.ts';
import type { ChartMarks } from '../chart/chartMarks.ts';
import { momentMarks } from '../chart/momentMarks.ts';
import { Scrubber } from '../timeline/Scrubber.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { momentAt } from '../trace/moment.ts';
import { contextFacts, stepFacts, viewFacts, wholeContext, type View } from '../trace/viewFacts.ts';
import { FactTable } from './FactTable.tsx';
import { InWords } from './InWords.tsx';

interface WorkbenchProps {
  readonly layout: ChartLayout;
  readonly trace: readonly TraceEvent[];
  /** By the trace's positions, where they are known. */
  readonly views?: readonly (View | null)[];
  readonly contexts?: readonly Readonly<Record<string, unknown>>[];
  /** Null follows the last step. */
  readonly position: number | null;
  readonly onPosition: (position: number | null) => void;
  readonly marks?: ChartMarks;
  readonly marked?: number | null;
  readonly label?: string;
  /** Whether what it tells is said in sentences, too. */
  readonly words?: boolean;
  /** Whether the embed runs, so that the last view is how it is now. */
  readonly running?: boolean;
  /** Above the facts. */
  readonly children?: ReactNode;
}

/** A trace beside its chart: wherever one goes in the steps, chart, view and context show that moment. */
export function Workbench({
  layout,
  trace,
  views,
  contexts,
  position,
  onPosition,
  marks,
  marked,
  label,
  words = false,
  running = false,
  children,
}: WorkbenchProps): ReactElement {
  const [wide, setWide] = useState(false);
  const last = trace.length - 1;
  const at = Math.min(position ?? last, last);
  const moment = useMemo(() => momentAt(layout.chart, trace, at), [layout, trace, at]);
  const shown = useMemo(() => ({ ...marks, ...momentMarks(moment) }), [marks, moment]);
  const view = views?.[at] ?? null;
  const context = contexts?.[at];
  const facts = useMemo(
    () => ({
      step: stepFacts(trace[at]),
      view: viewFacts(moment.state, view, trace, at),
      context: context ? wholeContext(context) : contextFacts(trace, at),
    }),
    [trace, at, moment, view, context],
  );
  /** At its end the scrubber follows what comes; a step that was picked stays. */
  const scrub = (next: number): void => onPosition(next >= last ? null : Math.max(0, next));

  return (
    <div className={wide ? 'workbench wide' : 'workbench'}>
      <div className="workbench-chart">
        <ChartView layout={layout} marks={shown} />
        <div className="workbench-bar">
          <Scrubber trace={trace} position={at} onPosition={scrub} />
          {position !== null && (
            <button type="button" data-testid="follow" onClick={() => onPosition(null)}>
              To the end
            </button>
          )}
          <button type="button" data-testid="wide" aria-pressed={wide} onClick={() => setWide(!wide)}>
            {wide ? 'Show steps' : 'Chart only'}
          </button>
        </div>
      </div>
      <div className="workbench-side">
        {children}
        {words && trace.length > 0 && (
          <InWords
            trace={trace}
            state={moment.state}
            position={at}
            onPosition={onPosition}
            view={running && at === last ? view : null}
          />
        )}
        <div className="facts-row">
          <FactTable title="View" testId="view" facts={facts.view} />
          <FactTable
            title={context ? 'Context' : 'Context, as the trace tells it'}
            testId="context"
            facts={facts.context}
          />
          <FactTable title="Step" testId="step" facts={facts.step} />
        </div>
        <Timeline
          trace={trace}
          position={at}
          onPosition={onPosition}
          {...(marked !== undefined && { marked })}
          {...(label !== undefined && { label })}
        />
      </div>
    </div>
  );
}
