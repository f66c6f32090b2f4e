import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type ZoomBehavior, type ZoomTransform } from 'd3-zoom';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { Chart } from './Chart.tsx';
import './chart.css';
import type { ChartLayout, PlacedState } from './chartLayout.ts';
import type { ChartMarks } from './chartMarks.ts';
import { findInChart } from './findInChart.ts';

interface ChartViewProps {
  readonly layout: ChartLayout;
  readonly marks: ChartMarks;
}

/** Around a chart that fits. CSS px */
const margin = 12;
/** What the tools below it take. CSS px */
const tools = 40;
const pan = 60;

/** Below this a chart is no more than a shape. */
const recognizable = 0.4;
/** Below this its texts, of 11 CSS px, are too small to be read. */
const legible = 0.8;
/** How large a chart is where all of it would be too small. */
const near = 0.9;

type View = { readonly clientWidth: number; readonly clientHeight: number };

/** How to see all of a chart, in the middle of a view. */
function fitted({ width, height }: ChartLayout, view: View): ZoomTransform {
  const scale = Math.min(
    (view.clientWidth - 2 * margin) / width,
    (view.clientHeight - tools - 2 * margin) / height,
    1.25,
  );
  const x = (view.clientWidth - width * scale) / 2;
  const y = (view.clientHeight - tools - height * scale) / 2;
  return zoomIdentity.translate(x, y).scale(Math.max(scale, 0.1));
}

/**
 * Where a chart begins in a view, in one direction, so that a state of it is seen: in the middle, or from its beginning
 * where it is larger than the view; the chart's own ends are no further inside than the view's. CSS px
 */
function offset(start: number, size: number, whole: number, from: number, to: number): number {
  const wanted = Math.max(from, (from + to - size) / 2) - start;
  return Math.max(Math.min(from, to - whole), Math.min(from, wanted));
}

/** How to see one state of a chart. */
function at(state: PlacedState, { width, height }: ChartLayout, view: View, scale = near): ZoomTransform {
  const x = offset(state.x * scale, state.width * scale, width * scale, 2 * margin, view.clientWidth - 2 * margin);
  const y = offset(
    state.y * scale,
    state.height * scale,
    height * scale,
    tools + 2 * margin,
    view.clientHeight - tools - 2 * margin,
  );
  return zoomIdentity.translate(x, y).scale(scale);
}

/** Whether a state is in sight. */
function sees(transform: ZoomTransform, { x, y, width }: PlacedState, view: View): boolean {
  const [left, top] = transform.apply([x, y]);
  const [right] = transform.apply([x + width, y]);
  return left >= 0 && right <= view.clientWidth && top >= 0 && top <= view.clientHeight - tools;
}

/** A chart to look around in: dragged, zoomed, searched, by pointer and by keyboard. */
export function ChartView({ layout, marks }: ChartViewProps): ReactElement {
  const svg = useRef<SVGSVGElement>(null);
  const content = useRef<SVGGElement>(null);
  const behavior = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  const [search, setSearch] = useState('');
  const found = useMemo(() => findInChart(layout.chart, search), [layout, search]);
  const shown = useMemo(() => ({ ...marks, found }), [marks, found]);

  const show = useCallback((transform: ZoomTransform): void => {
    if (svg.current) behavior.current?.transform(select(svg.current), transform);
  }, []);
  const fit = useCallback((): void => {
    if (svg.current) show(fitted(layout, svg.current));
  }, [layout, show]);
  /** The innermost active state, else the one that the machine starts in. */
  const focus =
    layout.states.findLast(({ state }) => marks.active?.has(state.path)) ??
    layout.states.find(({ state }) => state.initial);
  const following = marks.active !== undefined;
  const focused = useRef(focus);
  focused.current = focus;
  const start = useCallback((): void => {
    if (!svg.current) return;
    const whole = fitted(layout, svg.current);
    // Who follows a machine reads the state that it is in; who looks at a chart sees how it is built first.
    const large = whole.k >= (following ? legible : recognizable);
    show(large || !focused.current ? whole : at(focused.current, layout, svg.current));
  }, [following, layout, show]);
  useEffect(() => {
    const view = svg.current!;
    behavior.current = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.1, 4])
      .on('zoom', ({ transform }: { transform: { toString(): string } }) =>
        content.current?.setAttribute('transform', transform.toString()),
      );
    select(view).call(behavior.current).on('dblclick.zoom', null);
    start();
    const resized = new ResizeObserver(start);
    resized.observe(view);
    return () => resized.disconnect();
  }, [start]);
  // Where not all of it is in sight, the chart goes along with the machine.
  useEffect(() => {
    if (!svg.current || !marks.active || !focus) return;
    const now = zoomTransform(svg.current);
    if (!sees(now, focus, svg.current)) show(at(focus, layout, svg.current, now.k));
  }, [focus, layout, marks.active, show]);

  const scaleBy = (factor: number): void => behavior.current?.scaleBy(select(svg.current!), factor);
  const moveBy = (x: number, y: number): void => behavior.current?.translateBy(select(svg.current!), x, y);
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => scaleBy(1.25),
    '=': () => scaleBy(1.25),
    '-': () => scaleBy(0.8),
    '0': fit,
    ArrowLeft: () => moveBy(pan, 0),
    ArrowRight: () => moveBy(-pan, 0),
    ArrowUp: () => moveBy(0, pan),
    ArrowDown: () => moveBy(0, -pan),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div className="chart-view">
      <svg
        ref={svg}
        className="chart"
        data-testid="chart"
        tabIndex={0}
        role="group"
        aria-label={`Chart of the machine ${layout.chart.id}. Arrows move it, plus and minus zoom, 0 fits.`}
        onKeyDown={onKeyDown}
      >
        <g ref={content}>
          <Chart layout={layout} marks={shown} />
        </g>
      </svg>
      <div className="chart-tools">
        <input
          type="search"
          placeholder="Search the chart"
          aria-label="Search the chart"
          data-testid="chart-search"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        {search.trim() !== '' && <span className="count">{found.size} found</span>}
        <button type="button" aria-label="Zoom out" onClick={() => scaleBy(0.8)}>
          −
        </button>
        <button type="button" aria-label="Zoom in" onClick={() => scaleBy(1.25)}>
          +
        </button>
        <button type="button" data-testid="fit" onClick={fit}>
          Fit
        </button>
      </div>
    </div>
  );
}
