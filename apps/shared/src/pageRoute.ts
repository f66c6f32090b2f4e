import type { LaunchPage } from '@meshes-embed/core/protocol';
import { currentPage } from './screenFacts.ts';

const parameter = 'page';

/** The page that the screen's address names. It is passed on as it is: for an unknown one, the embed shows the dashboard. */
export function pageOfAddress(search: string): LaunchPage {
  return (new URLSearchParams(search).get(parameter) ?? 'dashboard') as LaunchPage;
}

/** The address of a page, with all else that the screen's address chooses. */
export function addressOfPage(page: LaunchPage, search: string): string {
  const query = new URLSearchParams(search);
  query.set(parameter, page);
  return `?${query}`;
}

/**
 * How the history takes a page that the embed says it is at: as a further entry where its user went there. An embed that
 * was asked for a page that the session may not see is at another one in its place: an entry of its own would make Back
 * lead to the refused page, and so to itself.
 *
 * @param reported - where the embed said before that it was
 */
export function entryFor(page: LaunchPage, reported: string | null): 'push' | 'replace' {
  return reported === null || currentPage(reported) === page ? 'replace' : 'push';
}

/** Writes a page into the screen's address. */
export function writePage(page: LaunchPage, entry: 'push' | 'replace' = 'push'): void {
  history[`${entry}State`](null, '', addressOfPage(page, location.search));
}

/** The embed's page as the address names it, so that Back and Forward of the browser lead through the pages. */
export interface PageRoute {
  /** Reactive, where the framework has such a thing. */
  readonly page: LaunchPage;
  /** Goes to another page. */
  open(page: LaunchPage): void;
  /** Goes where the embed says that it is. */
  follow(page: LaunchPage, reported: string | null): void;
}
