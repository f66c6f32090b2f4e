import { tabs, testIds, type Tab } from '@meshes-embed/app-shared';
import type { ReactElement } from 'react';

/** The tabs of the integrations page. What is in the one that is left goes out of the page. */
export function PageTabs({ current, open }: { current: Tab; open: (tab: Tab) => void }): ReactElement {
  return (
    <nav className="page-tabs" aria-label="Tabs">
      {tabs.map(({ tab, label }) => (
        <button
          key={tab}
          type="button"
          className="page-tab"
          data-testid={testIds.tabs[tab]}
          aria-current={tab === current ? 'page' : undefined}
          onClick={() => open(tab)}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}
