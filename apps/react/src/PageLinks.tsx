import { currentPage, pageLabels, testIds } from '@meshes-embed/app-shared';
import type { LaunchPage } from '@meshes-embed/react';
import type { ReactElement } from 'react';

const pages = Object.keys(pageLabels) as LaunchPage[];

/** Links to the embed's pages; the one that the embed reports is marked. */
export function PageLinks({
  reported,
  open,
}: {
  reported: string | null;
  open: (page: LaunchPage) => void;
}): ReactElement {
  return (
    <nav className="page-links" aria-label="Integrations">
      {pages.map((page) => (
        <button
          key={page}
          type="button"
          className="page-link"
          data-testid={testIds.pages[page]}
          aria-current={page === currentPage(reported) ? 'page' : undefined}
          onClick={() => open(page)}
        >
          {pageLabels[page]}
        </button>
      ))}
    </nav>
  );
}
