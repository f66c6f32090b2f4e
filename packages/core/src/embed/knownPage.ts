import type { LaunchPage } from '../protocol/pages.ts';

/** What a host was told it gives back within this time, or not at all. ms */
const echoWindowMs = 5_000;

/** The page that the host knows of: the one that it set last, or was told. */
export interface KnownPage {
  /** Whether the host is still to be told that the embed is at this page; it is told then. */
  tell(page: LaunchPage): boolean;
  /** The host set a page: whether it wants that one, or only gives back late what it was told while the user went on. */
  set(page: LaunchPage): boolean;
}

/** @param now - ms */
export function createKnownPage(first: LaunchPage, now: () => number): KnownPage {
  let known = first;
  let told: { readonly page: LaunchPage; readonly at: number }[] = [];
  return {
    tell(page) {
      if (page === known) return false;
      known = page;
      told.push({ page, at: now() });
      return true;
    },
    set(page) {
      told = told.filter(({ at }) => now() - at < echoWindowMs);
      const echo = told.findIndex((former) => former.page === page);
      told = echo < 0 ? [] : told.slice(echo + 1);
      if (echo < 0) known = page;
      return echo < 0;
    },
  };
}
