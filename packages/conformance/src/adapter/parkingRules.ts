import { expect, test, vi } from 'vitest';
import { findAll } from '../openRoots.ts';
import { until } from '../until.ts';
import { createReports, type AdapterFixture } from './adapterFixture.ts';

/** What becomes of an embed that leaves the page, and of one that is launched ahead. */
export function parkingRules(fixture: AdapterFixture): void {
  const { show, status, iframes } = fixture;

  const parked = (): HTMLIFrameElement[] => [
    ...document.querySelectorAll<HTMLIFrameElement>(':root > div[inert] > iframe'),
  ];

  test('with keepAlive, what left is there at once: the same document and session, and the view that it had', async () => {
    const { onNavigate, documents } = createReports();
    const revokeSession = vi.fn(async () => {});
    const options = { keepAlive: true, revokeSession, onNavigate } as const;
    const first = await show(options);
    await until(() => expect(first.handle.getSnapshot().height).toBe(640));
    const [frame] = iframes();
    await (first.leave ?? first.unmount)();
    expect([fixture.place.childElementCount, parked()]).toEqual([0, [frame]]);

    const onSessionChange = vi.fn();
    const second = await show({ ...options, onSessionChange });
    await status('live');
    expect([iframes(), parked()]).toEqual([[frame], []]);
    expect(second.handle.getSnapshot()).toMatchObject({ status: 'live', sessionId: 'session-1', height: 640 });
    expect(onSessionChange).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ sessionId: 'session-1' }));
    second.handle.refresh();
    await until(() => expect(fixture.backend.refreshes).toEqual(['session-1']));
    expect([fixture.backend.launches.length, documents(), revokeSession.mock.calls]).toEqual([1, 1, []]);
    await second.handle.signOut();
    expect(revokeSession).toHaveBeenCalledOnce();
  });

  test('without keepAlive nothing stays, and the next one is launched', async () => {
    const first = await show();
    await status('live');
    await (first.leave ?? first.unmount)();
    expect(parked()).toEqual([]);
    await show();
    await status('live');
    expect(fixture.backend.launches).toHaveLength(2);
  });

  test('with preload it is launched out of sight, and shown once that is over', async () => {
    const adapter = await show({ preload: true });
    await until(() => expect(adapter.handle.trace().map(({ name }) => name)).toContain('parked.ready'));
    expect([adapter.handle.getSnapshot().status, findAll('iframe', fixture.place)]).toEqual(['idle', []]);
    await adapter.render({ ...fixture.backend.options, preload: false });
    await status('live');
    expect([iframes().length, fixture.backend.launches.length, parked()]).toEqual([1, 1, []]);
  });
}
