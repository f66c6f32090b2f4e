import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { Chart } from './Chart.tsx';
import './chart.css';
import type { ChartLayout } from './chartLayout.ts';
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

/** How to see all of a chart, in the middle of a view. */
function fitted({ width, height }: ChartLayout, view: { clientWidth: number; clientHeight: number }) {
  const scale = Math.min((view.clientWidth - 2 * margin) / width, (view.clientHeight - tools - 2 * margin) / height, 1.25);
  const x = (view.clientWidth - width * scale) / 2;
  const y = (view.clientHeight - tools - height * scale) / 2;
  return zoomIdentity.translate(x, y).scale(Math.max(scale, 0.1));
}

/** A chart to look around in: dragged, zoomed, searched, by pointer and by keyboard. */
export function ChartView({ layout, marks }: ChartViewProps): ReactElement {
  const svg = useRef<SVGSVGElement>(null);
  const content = useRef<SVGGElement>(null);
  const behavior = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  const [search, setSearch] = useState('');
  const found = useMemo(() => findInChart(layout.chart, search), [layout, search]);
  const shown = useMemo(() => ({ ...marks, found }), [marks, found]);

  const fit = useCallback((): void => {
    if (svg.current) behavior.current?.transform(select(svg.current), fitted(layout, svg.current));
  }, [layout]);
  useEffect(() => {
    const view = svg.current!;
    behavior.current = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.1, 4])
      .on('zoom', ({ transform }: { transform: { toString(): string } }) => content.current?.setAttribute('transform', transform.toString()));
    select(view).call(behavior.current).on('dblclick.zoom', null);
    fit();
    const resized = new ResizeObserver(fit);
    resized.observe(view);
    return () => resized.disconnect();
  }, [fit]);

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
      <svg ref={svg} className="chart" data-testid="chart" tabIndex={0} role="group" aria-label={`Chart of the machine ${layout.chart.id}. Arrows move it, plus and minus zoom, 0 fits.`} onKeyDown={onKeyDown}>
        <g ref={content}>
          <Chart layout={layout} marks={shown} />
        </g>
      </svg>
      <div className="chart-tools">
        <input type="search" placeholder="Search the chart" aria-label="Search the chart" data-testid="chart-search" value={search} onChange={({ target }) => setSearch(target.value)} />
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
