import { onMounted, ref, type Ref } from 'vue';

/** Whether the page hears its buttons by now: before that a press of one, as the server wrote it, is lost. */
export function useReady(): Readonly<Ref<boolean>> {
  const ready = ref(false);
  onMounted(() => {
    ready.value = true;
  });
  return ready;
}
