import { entryFor, pageOfAddress, writePage, type PageRoute } from '@meshes-embed/app-shared';

/** Keeps the embed's page in the address, and calls `onChange` after each change of it, until the screen is gone. */
export function pageRoute(onChange: () => void, gone: AbortSignal): PageRoute {
  addEventListener('popstate', onChange, { signal: gone });
  return {
    get page() {
      return pageOfAddress(location.search);
    },
    open(page) {
      writePage(page);
      onChange();
    },
    follow(page, reported) {
      writePage(page, entryFor(page, reported));
      onChange();
    },
  };
}
