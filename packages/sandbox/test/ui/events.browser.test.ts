import { expect, test } from 'vitest';
import type { OpenEmbed } from './support/testHost.ts';
import { useTestHost } from './support/useTestHost.ts';

const host = useTestHost();

/** Opens an embed on a page. */
function open(launch_page: string, session: Record<string, unknown> = {}): Promise<OpenEmbed> {
  return host.open({ session: { launch_page, ...session } });
}

/** Opens failed events, one after the other, until one has a delivery that failed so; answers with its id. */
async function findEvent({ embed }: OpenEmbed, reason: RegExp): Promise<string> {
  const rows = embed.getByTestId('event-row');
  await expect.poll(async () => (await rows.count()) === (await rows.filter({ hasText: 'Failed' }).count())).toBe(true);
  const ids = await Promise.all((await rows.all()).map((each) => each.locator('.sub').first().innerText()));
  for (const id of ids) {
    await rows.filter({ hasText: id }).getByTestId('event-link').click();
    await embed.getByTestId('deliveries').waitFor();
    if (reason.test((await embed.locator('.reason').allInnerTexts()).join(' '))) return id;
    await embed.getByTestId('back').click();
    await embed.getByLabel('Status').selectOption('failed');
    await rows.filter({ hasText: id }).waitFor();
  }
  throw new Error(`no failed delivery matches ${reason}`);
}

test('the list is narrowed by status and search, and loads more', async () => {
  const { embed } = await open('events');
  const rows = embed.getByTestId('event-row');
  await expect.poll(() => rows.count()).toBe(25);
  await embed.getByTestId('load-more').click();
  await expect.poll(() => rows.count()).toBe(50);

  await embed.getByLabel('Status').selectOption('failed');
  const failed = rows.filter({ hasText: 'Failed' });
  await expect.poll(async () => (await rows.count()) > 0 && (await rows.count()) === (await failed.count())).toBe(true);

  const id = (await rows.first().locator('.sub').first().innerText()).trim();
  await embed.getByLabel('Search').fill(id);
  await expect.poll(() => rows.count()).toBe(1);

  await embed.getByLabel('Search').fill('no such event');
  await embed.getByTestId('empty').waitFor();
  await embed.getByRole('button', { name: 'Show all events' }).click();
  await expect.poll(() => rows.count()).toBe(25);
  expect(await embed.getByLabel('Search').inputValue()).toBe('');
});

test('a failed delivery is sent again, and stays delivered', async () => {
  const first = await open('events');
  await first.embed.getByLabel('Status').selectOption('failed');
  // A missing field is a failure that lasts; a passing one is over at the next try.
  const passing = await findEvent(first, /Service Unavailable|Too Many Requests|No answer|Bad Gateway/);
  await first.embed.getByTestId('retry').first().click();
  await first.embed.getByTestId('outcome').waitFor();
  await expect.poll(() => first.embed.getByTestId('delivery-status').first().innerText()).toBe('Delivered');

  const second = await open('events');
  await second.embed.getByLabel('Search').fill(passing);
  await expect.poll(() => second.embed.getByTestId('event-row').count()).toBe(1);
  await second.embed.getByTestId('event-link').click();
  await second.embed.getByTestId('deliveries').waitFor();
  expect(await second.embed.getByTestId('delivery-status').first().innerText()).toBe('Delivered');
});

test('a failure that lasts is told with its reason', async () => {
  const { embed, ...rest } = await open('events');
  await embed.getByLabel('Status').selectOption('failed');
  await findEvent({ embed, ...rest }, /is required/);
  await embed.getByTestId('retry').first().click();
  await embed.getByTestId('outcome').filter({ hasText: 'is required' }).waitFor();
  expect(await embed.getByTestId('delivery-status').allInnerTexts()).toContain('Failed');
});

test.each([
  ['an admin with the scope', { role: 'admin', scopes: ['events.payload:read'] }, 'payload', '"occurred_at"'],
  ['an admin without the scope', { role: 'admin' }, 'payload-refused', 'events.payload:read'],
  [
    'a member, scope or not',
    { role: 'member', scopes: ['events.payload:read'] },
    'payload-refused',
    'your role is Member',
  ],
])('payload: %s', async (_who, session, testId, text) => {
  const { embed } = await open('events', session);
  await embed.getByTestId('event-link').first().click();
  expect(await embed.getByTestId(testId).innerText()).toContain(text);
});
