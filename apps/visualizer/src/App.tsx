import { useEffect, useState, type ReactElement } from 'react';
import type { ChartLayout } from './chart/chartLayout.ts';
import type { Side } from './chart/charts.ts';
import { ComparePage } from './compare/ComparePage.tsx';
import { LivePage } from './live/LivePage.tsx';
import type { LiveStore } from './live/liveStore.ts';
import { SimulatePage } from './simulate/SimulatePage.tsx';
import { ChartPage } from './ui/ChartPage.tsx';
import { RecordedPage } from './ui/RecordedPage.tsx';

const pages = { chart: 'Chart', live: 'Live', recorded: 'Recorded', compare: 'Compare', simulate: 'Simulate' } as const;
type Page = keyof typeof pages;

/** The page that the address names, else the one that its opener or the trace in its link wants. */
function pageOf({ hash, search }: Location, connected: boolean): Page {
  const named = hash.slice(1);
  return Object.hasOwn(pages, named)
    ? (named as Page)
    : connected
      ? 'live'
      : new URLSearchParams(search).has('trace')
        ? 'recorded'
        : 'chart';
}

/** The visualizer: one page for each way to look at an embed. What was opened on a page stays while another one is shown. */
export function App({
  layouts,
  live,
}: {
  layouts: Readonly<Record<Side, ChartLayout>>;
  live: LiveStore;
}): ReactElement {
  const connected = live.getState().host !== null;
  const [page, setPage] = useState(() => pageOf(location, connected));
  const [visited, setVisited] = useState<ReadonlySet<Page>>(new Set([page]));
  useEffect(() => {
    const follow = (): void => {
      const next = pageOf(location, connected);
      setPage(next);
      setVisited((before) => new Set([...before, next]));
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [connected]);

  const contents: Readonly<Record<Page, ReactElement>> = {
    chart: <ChartPage layouts={layouts} />,
    live: <LivePage store={live} layout={layouts.host} />,
    recorded: <RecordedPage layout={layouts.host} />,
    compare: <ComparePage layout={layouts.host} />,
    simulate: <SimulatePage layouts={layouts} />,
  };
  const names = Object.keys(pages) as Page[];
  return (
    <>
      <header className="top">
        <span className="brand">Meshes Embed</span>
        <nav aria-label="Pages">
          {names.map((name) => (
            <a
              key={name}
              href={`#${name}`}
              data-testid={`page-${name}`}
              aria-current={name === page ? 'page' : undefined}
            >
              {pages[name]}
            </a>
          ))}
        </nav>
      </header>
      {names
        .filter((name) => visited.has(name))
        .map((name) => (
          <main key={name} hidden={name !== page}>
            {contents[name]}
          </main>
        ))}
    </>
  );
}
