import type { Workspace } from '../api/workspace.ts';
import type { Frame } from '../frame/startFrame.ts';
import { paths, readRoute, sectionOf, type Router } from '../router.ts';

/** How tall each page is at least, so that moving between them changes the height. CSS px */
const heights: Readonly<Record<string, number>> = { dashboard: 560, connections: 600, rules: 640, events: 680 };

/** What each page asks of the API, as the full pages do: its token is used, and refused where it is stale. */
const asks: Readonly<Record<string, (workspace: Workspace) => Promise<unknown>>> = {
  dashboard: (workspace) => workspace.dashboard(),
  connections: (workspace) => workspace.connections(),
  rules: (workspace) => workspace.rules(),
  events: (workspace) => workspace.events({ status: '', type: '', search: '' }, ''),
};

/**
 * The embed at its plainest, once it is signed in: links to the pages that the session may see, and the name of the one
 * on show, which asks the API for its data and shows that they came.
 */
export function showPlainPages(root: HTMLElement, frame: Frame, workspace: Workspace, router: Router): void {
  // A style sheet would be one more file for each launch to read.
  document.body.style.margin = '0';
  root.style.display = 'flow-root';
  let begun = false;

  async function show(nav: HTMLElement, main: HTMLElement, pages: readonly string[]): Promise<void> {
    const path = router.path();
    const page = sectionOf(readRoute(path));
    for (const link of nav.children) link.setAttribute('aria-current', link.textContent === page ? 'page' : 'false');
    root.style.minHeight = `${heights[page] ?? 520}px`;
    main.replaceChildren(element('h1', page), element('p', 'Loading'));
    const ask = pages.includes(page) ? asks[page] : undefined;
    const said = ask === undefined ? 'This session does not show this page.' : await ask(workspace).then(shown, failed);
    // The answer of a page that was left meanwhile is no one's.
    if (router.path() !== path) return;
    main.replaceChildren(element('h1', page), said === shownMark ? element('table', said) : element('p', said));
  }

  async function begin(): Promise<void> {
    const { pages } = await workspace.session();
    const nav = document.createElement('nav');
    const main = document.createElement('main');
    for (const page of pages) {
      const link = element('a', page);
      link.setAttribute('href', paths.page(page));
      link.addEventListener('click', (event) => {
        event.preventDefault();
        router.go(paths.page(page));
      });
      nav.append(link, ' ');
    }
    root.replaceChildren(nav, main);
    router.onMove(() => void show(nav, main, pages));
    await show(nav, main, pages);
  }

  frame.onStatus(() => {
    if (begun || frame.status() !== 'authenticated') return;
    begun = true;
    begin().catch((error: Error) => root.replaceChildren(element('p', error.message)));
  });
}

const shownMark = 'The data are here.';
const shown = (): string => shownMark;
const failed = (error: Error): string => error.message;

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
