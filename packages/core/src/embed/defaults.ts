import type { SeenProblem } from '../problem/problem.ts';
import { launchPages, type LaunchPage } from '../protocol/pages.ts';
import type { EmbedSettings } from './options.ts';

const defaultMinHeight = 480;
const defaultMaxHeight = 20_000;

/** The page to launch: an unknown one, as it may come from an address, is the dashboard. */
export function pageOf(page: unknown): LaunchPage {
  return launchPages.find((known) => known === page) ?? launchPages[0]!;
}

/** The least and the greatest height; in a container that is to be filled, none is the least. CSS px */
export function boundsOf({
  fit,
  minHeight = fit === 'container' ? 0 : defaultMinHeight,
  maxHeight = defaultMaxHeight,
}: EmbedSettings): { min: number; max: number } {
  return { min: minHeight, max: maxHeight };
}

/** The problem of a page that the embed does not have; null for one that it has, and for none. */
export function pageProblem(page: unknown): SeenProblem | null {
  if (page === undefined || page === null || page === pageOf(page)) return null;
  // It is shown where it looks like a name, as a mistyped one does.
  return { code: 'page-unknown', seen: /^[\w-]{1,40}$/.exec(String(page))?.[0] };
}
