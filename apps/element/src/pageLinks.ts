import { currentPage, pageLabels, testIds } from '@meshes-embed/app-shared';
import type { LaunchPage } from '@meshes-embed/element';
import { fromMarkup } from './fromMarkup.ts';

const pages = Object.keys(pageLabels) as LaunchPage[];

/** Links to the embed's pages; the one that the embed reports is marked. */
export function pageLinks(open: (page: LaunchPage) => void): {
  readonly element: HTMLElement;
  show(reported: string | null): void;
} {
  const element = fromMarkup('<nav class="page-links" aria-label="Integrations"></nav>');
  const links = pages.map((page) => {
    const link = fromMarkup(
      `<button type="button" class="page-link" data-testid="${testIds.pages[page]}">${pageLabels[page]}</button>`,
    );
    link.addEventListener('click', () => open(page));
    return link;
  });
  element.append(...links);
  return {
    element,
    show(reported) {
      const current = pages.findIndex((page) => page === currentPage(reported));
      for (const [index, link] of links.entries()) link.ariaCurrent = index === current ? 'page' : null;
    },
  };
}
