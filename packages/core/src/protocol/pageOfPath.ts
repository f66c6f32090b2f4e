import type { LaunchPage } from './pages.ts';

/** `/workspace/rules`, `/rules` and `rules`, with anything below or behind them. */
const launchPath = /^\/?(?:workspace\/)?(dashboard|connections|rules|events)(?:$|[/?#])/;

/** The same, with nothing below. */
const frontPath = /^\/?(?:workspace\/)?\w+\/?(?:$|[?#])/;

/**
 * The launch page that a reported path belongs to: an event's details belong to `events`, a connection's mappings to
 * `connections`. The contract leaves the form open (§5): what is read is the launch pages' own address (§4).
 *
 * @returns null for a path that belongs to none.
 */
export function pageOfPath(path: string | null): LaunchPage | null {
  return (path?.match(launchPath)?.[1] as LaunchPage | undefined) ?? null;
}

/** Whether a reported path is a launch page's own, and not one below it. */
export function isFront(path: string): boolean {
  return frontPath.test(path);
}
