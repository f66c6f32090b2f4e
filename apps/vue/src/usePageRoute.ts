import { entryFor, pageOfAddress, writePage, type PageRoute } from '@meshes-embed/app-shared';
import { onMounted, onUnmounted, ref } from 'vue';

/** Keeps the embed's page in the address. */
export function usePageRoute(): PageRoute {
  const page = ref(pageOfAddress(location.search));
  const read = (): void => {
    page.value = pageOfAddress(location.search);
  };
  onMounted(() => addEventListener('popstate', read));
  onUnmounted(() => removeEventListener('popstate', read));
  return {
    get page() {
      return page.value;
    },
    open(next) {
      writePage(next);
      page.value = next;
    },
    follow(next, reported) {
      writePage(next, entryFor(next, reported));
      page.value = next;
    },
  };
}
