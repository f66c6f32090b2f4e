import { renderToStaticMarkup } from 'react-dom/server';
import { Chart } from '../chart/Chart.tsx';
import style from '../chart/chart.css?raw';
import type { ChartLayout } from '../chart/chartLayout.ts';

/** A chart as a picture of its own, in light and dark. One element a line, so that a change can be read as one. */
export function chartSvg(layout: ChartLayout): string {
  const [width, height] = [Math.ceil(layout.width), Math.ceil(layout.height)];
  const markup = renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="chart"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <style>{style}</style>
      <rect width={width} height={height} rx={8} fill="var(--chart-ground)" />
      <Chart layout={layout} marks={{}} />
    </svg>,
  );
  return `${markup.replaceAll(/(?<!^)<(?=g|path|rect|line|text|style|marker)/g, '\n<')}\n`;
}
