import { entryFor, pageOfAddress, writePage, type PageRoute } from '@meshes-embed/app-shared';
import { useEffect, useState } from 'react';

/** Keeps the embed's page in the address. */
export function usePageRoute(): PageRoute {
  const [page, setPage] = useState(() => pageOfAddress(location.search));
  useEffect(() => {
    const read = (): void => setPage(pageOfAddress(location.search));
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);
  return {
    page,
    open(next) {
      writePage(next);
      setPage(next);
    },
    follow(next, reported) {
      writePage(next, entryFor(next, reported));
      setPage(next);
    },
  };
}
