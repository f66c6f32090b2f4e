import type { EmbedStatus, EmbedView } from '@meshes-embed/core';
import { describe, expect, test, vi } from 'vitest';
import { createAdapterFixture, createReports } from './adapter/adapterFixture.ts';
import type { AdapterUnderTest } from './adapter/adapterUnderTest.ts';
import { handleRules } from './adapter/handleRules.ts';
import { pageRules } from './adapter/pageRules.ts';
import { parkingRules } from './adapter/parkingRules.ts';
import { placeRules } from './adapter/placeRules.ts';
import { waitingRules } from './adapter/waitingRules.ts';
import { findAll, markupOf } from './openRoots.ts';
import { plainEmbedOrigin } from './plainOrigin.ts';
import { reachableTexts } from './reachable.ts';
import { until } from './until.ts';

export { ownDisplay } from './adapter/adapterUnderTest.ts';
export type { AdapterHandle, AdapterUnderTest, MountedAdapter } from './adapter/adapterUnderTest.ts';

/**
 * The tests that every adapter passes, in a browser. Needs `plain-embed` as a vitest `globalSetup`. Every framework's
 * component is to be the same thing: one container, one iframe, one session, the same displays and the same silence.
 */
export function runAdapterContract(adapterUnderTest: AdapterUnderTest): void {
  describe(`the adapter contract: ${adapterUnderTest.name}`, () => {
    const fixture = createAdapterFixture(adapterUnderTest);
    const { show, status, say, container, iframes } = fixture;

    test('puts one iframe into the container and gives it its token once it is ready', async () => {
      const { onNavigate, pages } = createReports();
      await show({ onNavigate, page: 'rules', title: 'Integrations' });
      await until(() => expect(pages()).toEqual([expect.stringContaining('took 1')]));
      await status('live');
      expect(fixture.backend.launches).toEqual(['rules']);
      expect(iframes()).toHaveLength(1);
      expect(iframes()[0]).toHaveProperty('title', 'Integrations');
      expect(findAll('iframe', container())).toEqual(iframes());
      expect(container()?.getAttribute('aria-busy')).toBe('false');
    });

    test('does not reload for new callbacks, and calls the latest ones only', async () => {
      const first = createReports();
      const adapter = await show({ onNavigate: first.onNavigate });
      await status('live');
      await until(() => expect(first.pages()).toHaveLength(1));
      const second = createReports();
      await adapter.render({ ...fixture.backend.options, onNavigate: second.onNavigate });
      say({ type: 'meshes:navigate', path: '/workspace/events' });
      await until(() => expect(second.pages()).toEqual(['/workspace/events']));
      expect(first.pages()).toHaveLength(1);
      expect(fixture.backend.launches).toHaveLength(1);
    });

    test('takes new settings in place, and the default again for one that is gone', async () => {
      const { onNavigate, documents } = createReports();
      const onResize = vi.fn();
      const adapter = await show({ title: 'First', onNavigate, onResize });
      await until(() => expect(onResize).toHaveBeenLastCalledWith(640));
      await adapter.render({ ...fixture.backend.options, title: 'Second', minHeight: 700, onNavigate, onResize });
      await until(() => expect(iframes()[0]).toHaveProperty('title', 'Second'));
      await until(() => expect(iframes()[0]).toHaveProperty('offsetHeight', 700));
      await adapter.render({ ...fixture.backend.options, onNavigate, onResize });
      await until(() => expect(iframes()[0]).toHaveProperty('title', 'Meshes workspace'));
      await status('live');
      expect(documents()).toBe(1);
    });

    test('E1: no token is in the page, and the launch URL in src only', async () => {
      const adapter = await show();
      await status('live');
      adapter.handle.refresh();
      await until(() => expect(fixture.backend.refreshes).toHaveLength(1));
      await status('live');
      const markup = markupOf(fixture.place);
      expect(markup).toContain('<iframe');
      for (const secret of fixture.backend.secrets) expect(markup).not.toContain(secret);
    });

    test('E6: no token and no launch URL is in what tools of the framework can show', async () => {
      const adapter = await show({ title: 'Told to the component' });
      await status('live');
      adapter.handle.refresh();
      await until(() => expect(fixture.backend.refreshes).toHaveLength(1));
      await status('live');
      // Vue says that the names of an instance are for its tools only.
      const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
      const texts = reachableTexts(adapter.handle, ...findAll('*', fixture.place));
      warned.mockRestore();
      expect(texts.includes('Told to the component')).toBe(adapterUnderTest.isShownByTools);
      for (const secret of fixture.backend.secrets) expect(texts.filter((text) => text.includes(secret))).toEqual([]);
    });

    test('leaves nothing behind, and is silent from then on', async () => {
      const onStatusChange = vi.fn<(status: EmbedStatus) => void>();
      const { onNavigate, pages } = createReports();
      const adapter = await show({ onStatusChange, onNavigate });
      await until(() => expect(pages()).toHaveLength(1));
      const frame = iframes()[0]?.contentWindow;
      await adapter.unmount();
      expect(fixture.place.childElementCount).toBe(0);
      frame?.postMessage({ say: { type: 'meshes:navigate', path: '/late' } }, plainEmbedOrigin());
      await show();
      await status('live');
      expect(pages()).toHaveLength(1);
      expect(onStatusChange.mock.calls.map(([value]) => value).filter((value) => value !== 'idle')).toEqual([
        'minting',
        'launching',
        'live',
      ]);
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
      const [left, right] = [
        fixture.place.appendChild(document.createElement('section')),
        fixture.place.appendChild(document.createElement('section')),
      ];
      const [first, second] = [createReports(), createReports()];
      await show({ onNavigate: first.onNavigate }, left);
      await show({ onNavigate: second.onNavigate }, right);
      await until(() => expect([first.documents(), second.documents()]).toEqual([1, 1]));
      expect(fixture.backend.launches).toHaveLength(2);
      findAll<HTMLIFrameElement>('iframe', left)[0]?.contentWindow?.postMessage(
        { say: { type: 'meshes:navigate', path: '/mine' } },
        plainEmbedOrigin(),
      );
      await until(() => expect(first.pages()).toContain('/mine'));
      expect(second.pages()).not.toContain('/mine');
    });

    waitingRules(fixture);
    placeRules(fixture);
    pageRules(fixture);
    handleRules(fixture);
    parkingRules(fixture);
  });
}
