import { entryFor, pageOfAddress, writePage, type PageRoute } from '@meshes-embed/app-shared';
import { on } from 'svelte/events';

/** Keeps the embed's page in the address. Call it while a component is made. */
export function pageRoute(): PageRoute {
  let page = $state(pageOfAddress(location.search));
  $effect(() =>
    on(window, 'popstate', () => {
      page = pageOfAddress(location.search);
    }),
  );
  return {
    get page() {
      return page;
    },
    open(next) {
      writePage(next);
      page = next;
    },
    follow(next, reported) {
      writePage(next, entryFor(next, reported));
      page = next;
    },
  };
}
