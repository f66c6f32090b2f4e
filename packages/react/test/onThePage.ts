import { createPlainBackend, type PlainBackend } from '@meshes-embed/conformance/plain-backend';
import { until } from '@meshes-embed/conformance/until';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root, type RootOptions } from 'react-dom/client';
import { afterEach, beforeEach, expect } from 'vitest';

/** A place on the page, a backend, and a React tree in the place. Its functions need no `this`. */
export interface TestPage {
  readonly place: HTMLElement;
  readonly backend: PlainBackend;
  /** The tree's root; after the test it is unmounted. */
  root: Root;
  /** Makes another root, with these options. */
  createRoot(options: RootOptions): void;
  render(node: ReactNode): void;
  find(selector: string): HTMLElement | null;
  iframes(): HTMLIFrameElement[];
  /** Has the embed say something, several times where it is told so. */
  say(message: object, times?: number): void;
  /** Waits until the embed has this status. */
  status(expected: string): Promise<void>;
}

function createTestPage(): TestPage {
  const place = document.body.appendChild(document.createElement('main'));
  const find = (selector: string): HTMLElement | null => place.querySelector<HTMLElement>(selector);
  const iframes = (): HTMLIFrameElement[] => [...place.querySelectorAll('iframe')];
  const page: TestPage = {
    place,
    backend: createPlainBackend(),
    root: createRoot(place),
    createRoot(options) {
      page.root.unmount();
      page.root = createRoot(place, options);
    },
    render: (node) => flushSync(() => page.root.render(node)),
    find,
    iframes,
    say(message, times = 1) {
      const iframe = iframes()[0]!;
      for (let time = 0; time < times; time += 1)
        iframe.contentWindow?.postMessage({ say: message }, new URL(iframe.src).origin);
    },
    status: (expected) => until(() => expect(find('[data-meshes-status]')?.dataset['meshesStatus']).toBe(expected)),
  };
  return page;
}

/** Gives each test of a file a page of its own. */
export function setUpPage(): () => TestPage {
  let page: TestPage;
  beforeEach(() => {
    page = createTestPage();
  });
  afterEach(() => {
    page.root.unmount();
    page.place.remove();
  });
  return () => page;
}
