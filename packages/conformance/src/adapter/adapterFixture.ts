import type { EmbedStatus, MeshesEmbedOptions } from '@meshes-embed/core';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { findAll } from '../openRoots.ts';
import { createPlainBackend, type PlainBackend } from '../plainBackend.ts';
import { plainEmbedOrigin } from '../plainOrigin.ts';
import { until } from '../until.ts';
import type { AdapterUnderTest, MountedAdapter } from './adapterUnderTest.ts';

/** What each test of the contract works with: a part of the page and a backend of its own. */
export interface AdapterFixture {
  readonly place: HTMLElement;
  readonly backend: PlainBackend;
  /** Renders the adapter with the backend's sessions and these options. */
  show(options?: Partial<MeshesEmbedOptions>, where?: HTMLElement): Promise<MountedAdapter>;
  /** Renders it with the backend's sessions and displays of the page's own. */
  showOwnDisplays(options?: Partial<MeshesEmbedOptions>): Promise<void>;
  /** Renders it with these options only. */
  showPlain(options: MeshesEmbedOptions): Promise<MountedAdapter>;
  /** What a CSS selector finds in the place, wherever the adapter puts it. */
  find(selector: string): HTMLElement[];
  container(): HTMLElement | undefined;
  iframes(): HTMLIFrameElement[];
  /** Lets the embed say something. */
  say(message: object): void;
  status(expected: EmbedStatus): Promise<void>;
}

/** What an embed reports: which document it is, and how many tokens that document took. */
export interface Reports {
  readonly onNavigate: NonNullable<MeshesEmbedOptions['onNavigate']>;
  pages(): string[];
  documents(): number;
}

/** Collects what an embed reports. */
export function createReports(): Reports {
  const onNavigate = vi.fn<NonNullable<MeshesEmbedOptions['onNavigate']>>();
  const pages = (): string[] => onNavigate.mock.calls.map(([message]) => message.page ?? '');
  const documents = (): number => new Set(pages().flatMap((page) => /^(\S+) took /.exec(page)?.[1] ?? [])).size;
  return { onNavigate, pages, documents };
}

/** Makes the fixture of a suite; what it has is made again for each test. */
export function createAdapterFixture({ mount, mountOwnDisplays }: AdapterUnderTest): AdapterFixture {
  let place: HTMLElement;
  let backend: PlainBackend;
  let mounted: Pick<MountedAdapter, 'unmount'>[];

  beforeEach(() => {
    place = document.body.appendChild(document.createElement('main'));
    backend = createPlainBackend();
    mounted = [];
  });
  afterEach(async () => {
    for (const adapter of mounted) await adapter.unmount();
    place.remove();
  });

  async function showAt(where: HTMLElement, options: MeshesEmbedOptions): Promise<MountedAdapter> {
    const adapter = await mount(where, options);
    mounted.push(adapter);
    return adapter;
  }
  const container = (): HTMLElement | undefined => findAll('[data-meshes-status]', place)[0];
  const iframes = (): HTMLIFrameElement[] => findAll<HTMLIFrameElement>('iframe', place);
  return {
    get place() {
      return place;
    },
    get backend() {
      return backend;
    },
    show: (options = {}, where = place) => showAt(where, { ...backend.options, ...options }),
    showOwnDisplays: async (options = {}) =>
      void mounted.push(await mountOwnDisplays(place, { ...backend.options, ...options })),
    showPlain: (options) => showAt(place, options),
    find: (selector) => findAll(selector, place),
    container,
    iframes,
    say: (message) => iframes()[0]?.contentWindow?.postMessage({ say: message }, plainEmbedOrigin()),
    status: (expected) => until(() => expect(container()?.getAttribute('data-meshes-status')).toBe(expected)),
  };
}
