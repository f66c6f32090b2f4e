import { createPlainBackend, type PlainBackend } from '@meshes-embed/conformance/plain-backend';
import { until } from '@meshes-embed/conformance/until';
import { afterEach, beforeEach, expect, vi, type Mock } from 'vitest';
import { compile, createApp, type App } from 'vue';
import { MeshesEmbed } from '../src/index.ts';

type ErrorHandler = NonNullable<App['config']['errorHandler']>;

/** A place on the page, a backend, and Vue apps in the place. Its functions need no `this`. */
export interface TestPage {
  readonly place: HTMLElement;
  readonly backend: PlainBackend;
  /** What Vue warned of; a test that expects a warning empties it. */
  readonly warnings: string[];
  /** Gets what the apps' `errorHandler` gets. */
  readonly onError: Mock<ErrorHandler>;
  /** Makes an app of a template, for which `MeshesEmbed` and all of the state are there. */
  create(template: string, state?: object, make?: typeof createApp): App;
  /** Mounts an app in the place; after the test it is unmounted. */
  mount(app: App): void;
  /** Makes an app of a template, and mounts it. */
  show(template: string, state?: object): void;
  find(selector: string): HTMLElement | null;
  iframes(): HTMLIFrameElement[];
  /** Has the embed say something. */
  say(message: object): void;
  /** Waits until the embed has this status. */
  status(expected: string): Promise<void>;
}

function createTestPage(apps: App[]): TestPage {
  const place = document.body.appendChild(document.createElement('main'));
  const warnings: string[] = [];
  const onError = vi.fn<ErrorHandler>();
  const find = (selector: string): HTMLElement | null => place.querySelector<HTMLElement>(selector);
  const iframes = (): HTMLIFrameElement[] => [...place.querySelectorAll('iframe')];

  function create(template: string, state: object = {}, make = createApp): App {
    // Compiled here, as the server's renderer does not do that in a browser.
    const app = make({ render: compile(template), setup: () => state });
    app.component('MeshesEmbed', MeshesEmbed);
    app.config.warnHandler = (message) => warnings.push(message);
    app.config.errorHandler = onError;
    return app;
  }
  function mount(app: App): void {
    app.mount(place);
    apps.push(app);
  }

  return {
    place,
    backend: createPlainBackend(),
    warnings,
    onError,
    create,
    mount,
    show: (template, state) => mount(create(template, state)),
    find,
    iframes,
    say(message) {
      for (const { contentWindow, src } of iframes()) contentWindow?.postMessage({ say: message }, new URL(src).origin);
    },
    status: (expected) => until(() => expect(find('[data-meshes-status]')?.dataset['meshesStatus']).toBe(expected)),
  };
}

/** Gives each test of a file a page of its own; afterwards Vue has warned of nothing. */
export function setUpPage(): () => TestPage {
  let page: TestPage;
  let apps: App[];
  beforeEach(() => {
    apps = [];
    page = createTestPage(apps);
  });
  afterEach(() => {
    for (const app of apps) app.unmount();
    page.place.remove();
    expect(page.warnings).toEqual([]);
  });
  return () => page;
}
