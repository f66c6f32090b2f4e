import { expect, test } from 'vitest';
import { countMessages, onDashboard } from './support/dashboard.ts';
import type { HostWindow } from './support/hostPage.ts';
import type { OpenEmbed } from './support/testHost.ts';
import { useTestHost } from './support/useTestHost.ts';

const host = useTestHost();

test('ready, then the first page, then the height of what is shown', async () => {
  const opening = await onDashboard(await host.open());
  await expect.poll(() => countMessages(opening, 'meshes:resize')).toBeGreaterThan(0);
  const messages = await opening.messages();
  expect(messages.slice(0, 2)).toEqual([
    { type: 'meshes:ready' },
    { type: 'meshes:navigate', path: '/workspace/dashboard' },
  ]);
  const shown = await opening.embed.locator('#app').evaluate((app) => Math.ceil(app.getBoundingClientRect().height));
  await expect.poll(async () => (await opening.messages()).at(-1)).toEqual({ type: 'meshes:resize', height: shown });
});

test('the height follows the content, down as well as up', async () => {
  const opening = await onDashboard(await host.open());
  const { page, embed } = opening;
  const last = async () =>
    (await opening.messages()).findLast((message) => message.type === 'meshes:resize')?.height ?? 0;
  await expect.poll(last).toBeGreaterThan(600);
  const dashboard = await last();
  await embed.getByTestId('nav-events').click();
  await expect.poll(last).toBeGreaterThan(dashboard);
  await embed.getByTestId('nav-dashboard').click();
  await expect.poll(last).toBe(dashboard);
  await expect.poll(() => page.locator('iframe').evaluate((frame) => frame.clientHeight)).toBe(dashboard);
});

test('moving between pages is told, takes the focus to the heading, and adds nothing to the history', async () => {
  const opening = await onDashboard(await host.open());
  const { page, embed } = opening;
  const before = await page.evaluate(() => history.length);
  await embed.getByTestId('nav-rules').click();
  await embed.getByRole('heading', { name: 'Rules', level: 1 }).waitFor();
  await expect
    .poll(() => embed.getByTestId('page-heading').evaluate((heading) => document.activeElement === heading))
    .toBe(true);
  await embed.getByTestId('nav-events').click();
  await embed.getByTestId('event-link').first().click();
  await embed.getByTestId('deliveries').waitFor();
  const paths = (await opening.messages()).flatMap(({ path }) => path ?? []);
  expect(paths.slice(0, 3)).toEqual(['/workspace/dashboard', '/workspace/rules', '/workspace/events']);
  expect(paths[3]).toMatch(/^\/workspace\/events\/evt_/);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('the first page leaves the focus where the host has it', async () => {
  const { page, embed } = await onDashboard(await host.open());
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  expect(await embed.locator('body').evaluate(() => document.activeElement === document.body)).toBe(true);
});

test('E1, E3: the tokens are in no address, storage, cookie or markup of the embed', async () => {
  const { embed, session } = await onDashboard(await host.open());
  const launchToken = new URL(session.launch_url).searchParams.get('launch') ?? '';
  const everything = await embed
    .locator('html')
    .evaluate((html) =>
      [
        html.outerHTML,
        location.href,
        document.cookie,
        JSON.stringify({ ...localStorage }),
        JSON.stringify({ ...sessionStorage }),
      ].join('\n'),
    );
  expect(launchToken.length).toBeGreaterThan(10);
  expect(everything).not.toContain(launchToken);
  expect(everything).not.toContain(session.access_token);
});

test('a stale token: the host is asked, and the page loads with what it brings', async () => {
  const opening = await onDashboard(await host.open());
  host.sandbox().rotateSession(opening.session.session_id);
  await opening.embed.getByTestId('nav-rules').click();
  await opening.embed.getByTestId('rule-row').first().waitFor();
  expect(await countMessages(opening, 'meshes:token-refresh')).toBe(1);
  await expect.poll(() => host.sandbox().stats().sessions[opening.session.session_id]?.authsReceived).toBe(2);
});

/** Sends the embed its session's token, unasked. */
async function sendToken({ page, session }: OpenEmbed): Promise<void> {
  await page.evaluate((token) => {
    const frame = document.querySelector('iframe');
    frame?.contentWindow?.postMessage({ type: 'meshes:auth', token }, new URL(frame.src).origin);
  }, session.access_token);
}

test('without a token: says so after a while, and signs in when one comes after all', async () => {
  const opening = await host.open({ silent: true, prepare: (page) => page.clock.install() });
  await opening.embed.getByTestId('signing-in').waitFor();
  await opening.page.clock.fastForward(10_001);
  await opening.embed.getByTestId('authentication-required').waitFor();
  await sendToken(opening);
  await opening.embed.getByTestId('figures').waitFor();
  expect(await opening.embed.getByTestId('authentication-required').count()).toBe(0);
});

test('a token that ends: asks before, says expired after, and keeps what was typed for when a new one comes', async () => {
  const opening = await host.open({
    session: { launch_page: 'rules', ttl_seconds: 300 },
    prepare: (page) => page.clock.install(),
  });
  const { page, embed } = opening;
  await embed.getByTestId('add-rule').click();
  await embed.getByLabel('Name').fill('Half typed');
  // A host that does not answer any more.
  await page.evaluate(() => {
    (window as unknown as HostWindow).newToken = () => new Promise(() => {});
  });
  await page.clock.fastForward(241_000);
  await expect.poll(() => countMessages(opening, 'meshes:token-refresh')).toBeGreaterThan(0);
  expect(await countMessages(opening, 'meshes:token-expired')).toBe(0);
  await page.clock.fastForward(60_000);
  await embed.getByTestId('authentication-required').waitFor();
  expect(await countMessages(opening, 'meshes:token-expired')).toBe(1);
  expect(await embed.getByTestId('page-heading').isVisible()).toBe(false);

  await sendToken(opening);
  await expect.poll(() => embed.getByTestId('page-heading').isVisible()).toBe(true);
  expect(await embed.getByLabel('Name').inputValue()).toBe('Half typed');
});

test('a hard reload gets the refused page, which says nothing', async () => {
  const opening = await onDashboard(await host.open());
  const before = await countMessages(opening, 'meshes:ready');
  host.sandbox().addFault({ fault: 'reload-frame', times: 1 });
  await opening.embed.getByRole('heading', { name: 'Invalid or expired embed launch token' }).waitFor();
  expect(await countMessages(opening, 'meshes:ready')).toBe(before);
  expect(host.sandbox().stats().launchesRefused).toBe(1);
});
