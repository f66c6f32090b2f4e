import { createPlainBackend, type PlainBackend } from '@meshes-embed/conformance/plain-backend';
import { until } from '@meshes-embed/conformance/until';
import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, beforeEach, expect } from 'vitest';

/** A place on the page, a backend, and Svelte components in the place. Its functions need no `this`. */
export interface TestPage {
  readonly place: HTMLElement;
  readonly backend: PlainBackend;
  /** Mounts a component in the place; after the test it is unmounted. */
  show<Props extends object, Exports extends Record<string, unknown>>(
    component: Component<Props, Exports, '' | keyof Props>,
    props: NoInfer<Props>,
  ): Exports;
  find(selector: string): HTMLElement | null;
  /** Has the embed say something. */
  say(message: object): void;
  /** Waits until the embed has this status. */
  status(expected: string): Promise<void>;
}

function createTestPage(shown: object[]): TestPage {
  const place = document.body.appendChild(document.createElement('main'));
  const find = (selector: string): HTMLElement | null => place.querySelector<HTMLElement>(selector);
  return {
    place,
    backend: createPlainBackend(),
    show<Props extends object, Exports extends Record<string, unknown>>(
      component: Component<Props, Exports, '' | keyof Props>,
      props: NoInfer<Props>,
    ): Exports {
      const made = mount(component as Component<object, Exports>, { target: place, props });
      shown.push(made);
      flushSync();
      return made;
    },
    find,
    say(message) {
      for (const { contentWindow, src } of place.querySelectorAll('iframe'))
        contentWindow?.postMessage({ say: message }, new URL(src).origin);
    },
    status: (expected) => until(() => expect(find('[data-meshes-status]')?.dataset['meshesStatus']).toBe(expected)),
  };
}

/** Gives each test of a file a page of its own. */
export function setUpPage(): () => TestPage {
  let page: TestPage;
  let shown: object[];
  beforeEach(() => {
    shown = [];
    page = createTestPage(shown);
  });
  afterEach(async () => {
    for (const component of shown) await unmount(component);
    page.place.remove();
  });
  return () => page;
}
