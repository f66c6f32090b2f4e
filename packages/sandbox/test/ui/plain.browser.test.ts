import { beforeEach, expect, test } from 'vitest';
import { countMessages } from './support/dashboard.ts';
import type { OpenEmbed } from './support/testHost.ts';
import { useTestHost } from './support/useTestHost.ts';

const host = useTestHost();
beforeEach(() => host.sandbox().usePages('plain'));

const shows = ({ embed }: OpenEmbed, page: string) =>
  embed
    .locator('main', { has: embed.locator(`h1:text-is("${page}")`) })
    .getByText('The data are here.')
    .waitFor();

test('plain pages say what the full ones say: ready, the page, and the height of what is shown', async () => {
  const opening = await host.open();
  await shows(opening, 'dashboard');
  await expect.poll(() => countMessages(opening, 'meshes:resize')).toBeGreaterThan(0);
  const messages = await opening.messages();
  expect(messages.slice(0, 2)).toEqual([
    { type: 'meshes:ready' },
    { type: 'meshes:navigate', path: '/workspace/dashboard' },
  ]);
  const shown = await opening.embed.locator('#app').evaluate((app) => Math.ceil(app.getBoundingClientRect().height));
  await expect.poll(async () => (await opening.messages()).at(-1)).toEqual({ type: 'meshes:resize', height: shown });
});

test('their links lead to the pages that the session may see', async () => {
  const opening = await host.open();
  await opening.embed.getByRole('link', { name: 'rules' }).click();
  await shows(opening, 'rules');
  expect((await opening.messages()).flatMap(({ path }) => path ?? [])).toEqual([
    '/workspace/dashboard',
    '/workspace/rules',
  ]);
  const single = await host.open({ session: { session_type: 'dashboard' } });
  await shows(single, 'dashboard');
  expect(await single.embed.getByRole('link').allTextContents()).toEqual(['dashboard']);
});

test('a stale token is noticed at the next page, and a newer one is asked for', async () => {
  const opening = await host.open();
  await shows(opening, 'dashboard');
  host.sandbox().rotateSession(opening.session.session_id);
  await opening.embed.getByRole('link', { name: 'events' }).click();
  await shows(opening, 'events');
  expect(await countMessages(opening, 'meshes:token-refresh')).toBe(1);
  expect(host.sandbox().stats().apiUnauthorized).toBe(1);
});

test('they act out faults', async () => {
  host.sandbox().addFault({ fault: 'ready-twice' });
  const opening = await host.open();
  await shows(opening, 'dashboard');
  expect(await countMessages(opening, 'meshes:ready')).toBe(2);
});

test('after a reset, launches show the pages that the sandbox was started with', async () => {
  host.sandbox().reset();
  const opening = await host.open();
  await expect.poll(() => opening.embed.getByTestId('figures').count()).toBe(1);
});
