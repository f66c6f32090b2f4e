import { onMounted, ref, type Ref } from 'vue';
import { choices, type ChoiceKind } from '../../src/choices.ts';
import { storageKeyOf } from '../../src/choiceScript.ts';

const chosen: Record<ChoiceKind, Ref<string>> = {
  framework: ref(Object.keys(choices.framework)[0] as string),
  backend: ref(Object.keys(choices.backend)[0] as string),
};

/** What is chosen of a kind, on all pages, and the way to choose something else. It is remembered where the browser lets it. */
export function useChoice(kind: ChoiceKind): { chosen: Ref<string>; choose(name: string): void } {
  // The head's script has read what was chosen; on the server nothing is.
  onMounted(() => {
    chosen[kind].value = document.documentElement.dataset[kind] ?? chosen[kind].value;
  });
  return {
    chosen: chosen[kind],
    choose(name) {
      chosen[kind].value = name;
      document.documentElement.dataset[kind] = name;
      try {
        localStorage.setItem(storageKeyOf(kind), name);
      } catch {
        // A browser that keeps nothing: the choice holds until the page is left.
      }
    },
  };
}
