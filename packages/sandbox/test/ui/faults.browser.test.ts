import { expect, test } from 'vitest';
import type { FrameFault } from '../../src/wire.ts';
import { countMessages, onDashboard } from './support/dashboard.ts';
import { useTestHost } from './support/useTestHost.ts';

const host = useTestHost();

test('ready-never: no message at all, and no sign-in', async () => {
  host.sandbox().addFault({ fault: 'ready-never' });
  const opening = await host.open({ prepare: (page) => page.clock.install() });
  await opening.embed.getByTestId('signing-in').waitFor();
  await opening.page.clock.fastForward(10_001);
  await opening.embed.getByTestId('authentication-required').waitFor();
  expect(await opening.messages()).toEqual([]);
});

test('ready-late: ready after its time, not before', async () => {
  host.sandbox().addFault({ fault: 'ready-late', ms: 30_000 });
  const opening = await host.open({ prepare: (page) => page.clock.install() });
  await opening.embed.locator('main').waitFor();
  expect(await countMessages(opening, 'meshes:ready')).toBe(0);
  await opening.page.clock.fastForward(30_001);
  await opening.embed.getByTestId('figures').waitFor();
  expect(await countMessages(opening, 'meshes:ready')).toBe(1);
});

test('ready-twice: two, answered by two tokens', async () => {
  host.sandbox().addFault({ fault: 'ready-twice' });
  const opening = await onDashboard(await host.open());
  expect(await countMessages(opening, 'meshes:ready')).toBe(2);
  await expect.poll(() => host.sandbox().stats().authsReceived).toBe(2);
});

test.each([
  [{ fault: 'refresh-requests', count: 40 }, 'meshes:token-refresh', 40],
  [{ fault: 'token-expired' }, 'meshes:token-expired', 1],
] as const satisfies readonly (readonly [FrameFault, string, number])[])(
  '%o: at boot and while it runs, and counted',
  async (fault, type, expected) => {
    host.sandbox().addFault({ ...fault, times: 1 });
    const opening = await onDashboard(await host.open());
    // At least: a refresh in mid-load makes the load's own token stale, for which the page asks once more by itself.
    await expect.poll(() => countMessages(opening, type)).toBeGreaterThanOrEqual(expected);
    host.sandbox().addFault({ ...fault, times: 1 });
    await expect.poll(() => countMessages(opening, type)).toBeGreaterThanOrEqual(2 * expected);
    await expect
      .poll(async () => host.sandbox().stats().messagesSent[type] === (await countMessages(opening, type)))
      .toBe(true);
  },
);

test('resize-never: no height, and everything else', async () => {
  host.sandbox().addFault({ fault: 'resize-never' });
  const opening = await onDashboard(await host.open());
  await opening.embed.getByTestId('nav-events').click();
  await opening.embed.getByTestId('event-row').first().waitFor();
  expect(await countMessages(opening, 'meshes:navigate')).toBe(2);
  expect(await countMessages(opening, 'meshes:resize')).toBe(0);
});

test('resize-storm: a burst that ends on the true height', async () => {
  const opening = await onDashboard(await host.open());
  await expect.poll(() => countMessages(opening, 'meshes:resize')).toBeGreaterThan(0);
  const before = await countMessages(opening, 'meshes:resize');
  host.sandbox().addFault({ fault: 'resize-storm', count: 500, times: 1 });
  await expect.poll(() => countMessages(opening, 'meshes:resize')).toBe(before + 500);
  const shown = await opening.embed.locator('#app').evaluate((app) => Math.ceil(app.getBoundingClientRect().height));
  expect((await opening.messages()).at(-1)).toEqual({ type: 'meshes:resize', height: shown });
});

test('resize-growing: grows for as long as the host follows', async () => {
  const opening = await onDashboard(await host.open());
  await expect.poll(() => countMessages(opening, 'meshes:resize')).toBeGreaterThan(0);
  const before = (await opening.messages()).at(-1)?.height ?? 0;
  host.sandbox().addFault({ fault: 'resize-growing', times: 1 });
  await expect.poll(async () => (await opening.messages()).at(-1)?.height ?? 0).toBeGreaterThan(before + 10);
});

test('navigate-away: another document, and what was said until then is counted', async () => {
  const opening = await onDashboard(await host.open());
  const elsewhere = `${host.sandbox().apiUrl}/nowhere`;
  host.sandbox().addFault({ fault: 'navigate-away', url: elsewhere, times: 1 });
  await expect.poll(() => opening.page.frames().some((frame) => frame.url() === elsewhere)).toBe(true);
  await expect.poll(() => host.sandbox().stats().messagesSent['meshes:ready']).toBe(1);
});
