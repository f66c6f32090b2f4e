import type { EmbedStatus, EmbedView, LaunchPage, MeshesEmbedOptions } from '@meshes-embed/core';
import { connectInspector, type InspectorMessage, type InspectorSource } from '@meshes-embed/core/inspect';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPlainBackend, type PlainBackend } from './plainBackend.ts';
import { plainEmbedOrigin } from './plainOrigin.ts';
import { until } from './until.ts';

/** What a framework's component gives its page. */
export interface AdapterHandle extends InspectorSource {
  refresh(): void;
  relaunch(options?: { readonly page?: LaunchPage }): void;
  diagnose(): unknown;
}

/** A component on the page. */
export interface MountedAdapter {
  readonly handle: AdapterHandle;
  /** Renders again with these options instead of the former ones. */
  render(options: MeshesEmbedOptions): void | Promise<void>;
  unmount(): void | Promise<void>;
}

/** A framework's adapter, as the contract sees it. */
export interface AdapterUnderTest {
  readonly name: string;
  /** Renders the component into the element, its default displays included, the options passed the framework's way. */
  mount(place: HTMLElement, options: MeshesEmbedOptions): MountedAdapter | Promise<MountedAdapter>;
}

/**
 * The tests that every adapter passes, in a browser. Needs `plain-embed` as a vitest `globalSetup`. Every framework's
 * component is to be the same thing: one container, one iframe, one session, the same displays and the same silence.
 */
export function runAdapterContract({ name, mount }: AdapterUnderTest): void {
  describe(`the adapter contract: ${name}`, () => {
    let place: HTMLElement;
    let backend: PlainBackend;
    let mounted: MountedAdapter[];

    beforeEach(() => {
      place = document.body.appendChild(document.createElement('main'));
      backend = createPlainBackend();
      mounted = [];
    });
    afterEach(async () => {
      for (const adapter of mounted) await adapter.unmount();
      place.remove();
    });

    async function show(options: MeshesEmbedOptions = {}, where = place): Promise<MountedAdapter> {
      const adapter = await mount(where, { ...backend.options, ...options });
      mounted.push(adapter);
      return adapter;
    }
    const container = (): Element | null => place.querySelector('[data-meshes-status]');
    const iframes = (): HTMLIFrameElement[] => [...place.querySelectorAll('iframe')];
    const say = (message: object): void => iframes()[0]?.contentWindow?.postMessage({ say: message }, plainEmbedOrigin());
    const status = (expected: EmbedStatus): Promise<void> =>
      until(() => expect(container()?.getAttribute('data-meshes-status')).toBe(expected));

    /** Collects what the embed reports: which document it is, and how many tokens that document took. */
    function reports() {
      const onNavigate = vi.fn<NonNullable<MeshesEmbedOptions['onNavigate']>>();
      const pages = () => onNavigate.mock.calls.map(([message]) => message.page ?? '');
      return { onNavigate, pages, documents: () => new Set(pages().map((page) => page.split(' ')[0])).size };
    }

    test('puts one iframe into the container and gives it its token once it is ready', async () => {
      const { onNavigate, pages } = reports();
      await show({ onNavigate, page: 'rules', title: 'Integrations' });
      await until(() => expect(pages()).toEqual([expect.stringContaining('took 1')]));
      await status('live');
      expect(backend.launches).toEqual(['rules']);
      expect(iframes()).toHaveLength(1);
      expect(iframes()[0]).toHaveProperty('title', 'Integrations');
      expect(container()?.contains(iframes()[0] ?? null)).toBe(true);
      expect(container()?.getAttribute('aria-busy')).toBe('false');
    });

    test('shows that it loads, as a status, until it is live', async () => {
      const serve = backend.hold();
      await show();
      await status('minting');
      expect(place.querySelector('[role="status"]')?.textContent).toBe('Loading…');
      expect(container()?.getAttribute('aria-busy')).toBe('true');
      serve();
      await status('live');
      await until(() => expect(place.querySelector('[role="status"]')?.textContent ?? '').toBe(''));
    });

    test('shows a problem as an alert, with a button that tries again and leaves the focus inside', async () => {
      backend.refuse(403);
      await show();
      await status('failed');
      const retry = await until(() => {
        const button = place.querySelector<HTMLButtonElement>('[role="alert"] button');
        if (!button) throw new Error('There is no button to try again.');
        return button;
      });
      expect(document.activeElement).toBe(document.body);
      backend.refuse(null);
      retry.focus();
      retry.click();
      await status('live');
      expect(place.querySelector('[role="alert"]')).toBeNull();
      expect(backend.launches).toHaveLength(2);
      expect(place.contains(document.activeElement)).toBe(true);
    });

    test('does not reload for new callbacks, and calls the latest ones alone', async () => {
      const first = reports();
      const adapter = await show({ onNavigate: first.onNavigate });
      await status('live');
      await until(() => expect(first.pages()).toHaveLength(1));
      const second = reports();
      await adapter.render({ ...backend.options, onNavigate: second.onNavigate });
      say({ type: 'meshes:navigate', path: '/workspace/events' });
      await until(() => expect(second.pages()).toEqual(['/workspace/events']));
      expect(first.pages()).toHaveLength(1);
      expect(backend.launches).toHaveLength(1);
    });

    test('takes new settings in place, and the default again for one that is gone', async () => {
      const { onNavigate, documents } = reports();
      const onResize = vi.fn();
      const adapter = await show({ title: 'First', onNavigate, onResize });
      await until(() => expect(onResize).toHaveBeenLastCalledWith(640));
      await adapter.render({ ...backend.options, title: 'Second', minHeight: 700, onNavigate, onResize });
      await until(() => expect(iframes()[0]).toHaveProperty('title', 'Second'));
      await until(() => expect(iframes()[0]).toHaveProperty('offsetHeight', 700));
      await adapter.render({ ...backend.options, onNavigate, onResize });
      await until(() => expect(iframes()[0]).toHaveProperty('title', 'Meshes workspace'));
      await status('live');
      expect(documents()).toBe(1);
    });

    test('launches afresh for another page', async () => {
      const adapter = await show();
      await status('live');
      await adapter.render({ ...backend.options, page: 'events' });
      await until(() => expect(backend.launches).toEqual(['dashboard', 'events']));
      await status('live');
      expect(iframes()).toHaveLength(1);
    });

    test('its handle refreshes in place', async () => {
      const { onNavigate, pages, documents } = reports();
      const adapter = await show({ onNavigate });
      await until(() => expect(pages()).toHaveLength(1));
      adapter.handle.refresh();
      await until(() => expect(pages()[1]).toContain('took 2'));
      expect(documents()).toBe(1);
      expect(backend.refreshes).toEqual(['session-1']);
      expect(backend.launches).toHaveLength(1);
    });

    test('its handle launches afresh, on the page it is given', async () => {
      const { onNavigate, documents } = reports();
      const adapter = await show({ onNavigate });
      await until(() => expect(documents()).toBe(1));
      adapter.handle.relaunch({ page: 'connections' });
      await until(() => expect(documents()).toBe(2));
      expect(backend.launches).toEqual(['dashboard', 'connections']);
      expect(iframes()).toHaveLength(1);
    });

    test('its handle diagnoses, without a secret', async () => {
      const adapter = await show();
      await status('live');
      const report = JSON.stringify(adapter.handle.diagnose());
      expect(report).toContain('session-1');
      for (const secret of backend.secrets) expect(report).not.toContain(secret);
    });

    test('its handle can be inspected: the trace and the view, without a secret', async () => {
      const adapter = await show();
      await status('live');
      const { port1, port2 } = new MessageChannel();
      const heard: InspectorMessage[] = [];
      port1.addEventListener('message', ({ data }: MessageEvent<InspectorMessage>) => heard.push(data));
      port1.start();
      const stop = connectInspector(adapter.handle, port2);
      adapter.handle.refresh();
      const liveAgain = { event: expect.objectContaining({ name: 'live' }), view: expect.objectContaining({ status: 'live', sessionId: 'session-1' }) };
      await until(() => expect(heard).toContainEqual(expect.objectContaining(liveAgain)));
      stop();
      await until(() => expect(heard.at(-1)?.type).toBe('meshes-inspector:bye'));
      port1.close();
      expect(heard[0]).toMatchObject({ type: 'meshes-inspector:hello', view: { status: 'live' } });
      for (const secret of backend.secrets) expect(JSON.stringify(heard)).not.toContain(secret);
    });

    test('E1: no token stands in the page, and the launch URL in src alone', async () => {
      const adapter = await show();
      await status('live');
      adapter.handle.refresh();
      await until(() => expect(backend.refreshes).toHaveLength(1));
      await status('live');
      const copy = place.cloneNode(true) as HTMLElement;
      copy.querySelector('iframe')?.removeAttribute('src');
      for (const secret of backend.secrets) expect(copy.outerHTML).not.toContain(secret);
    });

    test('leaves nothing behind, and is silent from then on', async () => {
      const onStatusChange = vi.fn<(status: EmbedStatus) => void>();
      const { onNavigate, pages } = reports();
      const adapter = await show({ onStatusChange, onNavigate });
      await until(() => expect(pages()).toHaveLength(1));
      const frame = iframes()[0]?.contentWindow;
      await adapter.unmount();
      expect(place.childElementCount).toBe(0);
      frame?.postMessage({ say: { type: 'meshes:navigate', path: '/late' } }, plainEmbedOrigin());
      await show();
      await status('live');
      expect(pages()).toHaveLength(1);
      expect(onStatusChange.mock.calls.map(([value]) => value).filter((value) => value !== 'idle')).toEqual(['minting', 'launching', 'live']);
    });

    test('gives up the session it is waiting for', async () => {
      backend.hold();
      const adapter = await show();
      await status('minting');
      await adapter.unmount();
      await until(() => expect(backend.lastSignal()).toHaveProperty('aborted', true));
    });

    test('H6: survives being put in and taken out again and again', async () => {
      for (let round = 0; round < 20; round += 1) await (await show()).unmount();
      const views: EmbedView['status'][] = [];
      await show({ onStatusChange: (value) => views.push(value) });
      await status('live');
      expect(iframes()).toHaveLength(1);
      expect(views).toEqual(['minting', 'launching', 'live']);
    });

    test('A1: two on one page have a session each, and only the owner reacts', async () => {
      const [left, right] = [place.appendChild(document.createElement('section')), place.appendChild(document.createElement('section'))];
      const [first, second] = [reports(), reports()];
      await show({ onNavigate: first.onNavigate }, left);
      await show({ onNavigate: second.onNavigate }, right);
      await until(() => expect([first.documents(), second.documents()]).toEqual([1, 1]));
      expect(backend.launches).toHaveLength(2);
      left.querySelector('iframe')?.contentWindow?.postMessage({ say: { type: 'meshes:navigate', path: '/mine' } }, plainEmbedOrigin());
      await until(() => expect(first.pages()).toContain('/mine'));
      expect(second.pages()).not.toContain('/mine');
    });
  });
}
