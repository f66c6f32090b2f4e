import { describe, expect, test } from 'vitest';
import type { OpenEmbed } from './support/testHost.ts';
import { useTestHost } from './support/useTestHost.ts';

const host = useTestHost();

/** Opens an embed on a page. */
function open(launch_page: string, session: Record<string, unknown> = {}): Promise<OpenEmbed> {
  return host.open({ session: { launch_page, ...session } });
}

/** The row of a table that holds this text. */
function row({ embed }: OpenEmbed, testId: string, text: string) {
  return embed.getByTestId(testId).filter({ hasText: text });
}

describe('connections', () => {
  test('one added by API key is there in the next session, with only the end of its key', async () => {
    const first = await open('connections');
    await first.embed.getByTestId('add-connection').click();
    await first.embed.getByTestId('provider-webhook').check();
    await first.embed.getByLabel('Name').fill('Order webhook');
    await first.embed.getByLabel('API key').fill('key_0123456789wxyz');
    await first.embed.getByTestId('connection-submit').click();
    await row(first, 'connection-row', 'Order webhook').waitFor();
    expect(await first.embed.getByTestId('outcome').innerText()).toBe('Order webhook is connected.');

    const second = await open('connections');
    const text = await row(second, 'connection-row', 'Order webhook').innerText();
    expect(text).toContain('wxyz');
    expect(text).not.toContain('key_0123456789');
  });

  test('a key that the service refuses is told in the form, which keeps what was typed', async () => {
    const { embed } = await open('connections');
    await embed.getByTestId('add-connection').click();
    await embed.getByTestId('provider-webhook').check();
    await embed.getByLabel('API key').fill('short');
    await embed.getByTestId('connection-submit').click();
    await embed.getByTestId('form-error').waitFor();
    expect(await embed.getByLabel('API key').inputValue()).toBe('short');
  });

  test('one by OAuth opens a tab, and is in the list when the user comes back', async () => {
    const opening = await open('connections');
    const { page, embed } = opening;
    await embed.getByTestId('add-connection').click();
    await embed.getByTestId('provider-team-chat').check();
    await embed.getByLabel('Name').fill('Support channel');
    const [tab] = await Promise.all([page.waitForEvent('popup'), embed.getByTestId('connection-submit').click()]);
    await embed.getByTestId('oauth-pending').waitFor();
    const approve = tab.getByRole('button', { name: 'Approve' });
    await approve.waitFor(); // The tab is on its way to the provider until then.
    expect(await tab.evaluate(() => window.opener)).toBeNull();
    await approve.click();
    await tab.getByRole('heading', { name: 'Connected' }).waitFor();
    expect(await row(opening, 'connection-row', 'Support channel').count()).toBe(0);
    await tab.close();
    await row(opening, 'connection-row', 'Support channel').waitFor();
    await embed.getByTestId('oauth-pending').waitFor({ state: 'detached' });
  });

  test('removing asks first, and lasts', async () => {
    const first = await open('connections');
    const rows = first.embed.getByTestId('connection-row');
    await rows.first().waitFor();
    const before = await rows.count();
    const name = (await rows.first().locator('th').innerText()).split('\n').find((line) => line.length > 1) ?? '';
    await rows.first().getByTestId('remove').click();
    await rows.first().getByTestId('remove-cancel').click();
    expect(await rows.count()).toBe(before);
    await rows.first().getByTestId('remove').click();
    await rows.first().getByTestId('remove-confirm').click();
    await expect.poll(() => rows.count()).toBe(before - 1);
    expect(await first.embed.getByTestId('outcome').innerText()).toBe(`${name} is removed.`);

    const second = await open('connections');
    await second.embed.getByTestId('connection-row').first().waitFor();
    expect(await row(second, 'connection-row', name).count()).toBe(0);
  });
});

describe('rules', () => {
  test('one is created, switched off and deleted; each is there in the next session', async () => {
    const first = await open('rules');
    await first.embed.getByTestId('add-rule').click();
    await first.embed.getByLabel('Name').fill('Orders to everyone');
    await first.embed.getByLabel('When this happens').selectOption({ index: 1 });
    await first.embed.getByLabel('Send it to').selectOption({ index: 1 });
    await first.embed.getByTestId('rule-submit').click();
    const created = row(first, 'rule-row', 'Orders to everyone');
    await created.waitFor();
    const toggle = created.getByRole('switch');
    expect(await toggle.getAttribute('aria-checked')).toBe('true');
    await toggle.click();
    await expect.poll(() => toggle.getAttribute('aria-checked')).toBe('false');

    const second = await open('rules');
    const kept = row(second, 'rule-row', 'Orders to everyone');
    expect(await kept.getByRole('switch').getAttribute('aria-checked')).toBe('false');
    await kept.getByTestId('delete-rule').click();
    await kept.getByTestId('delete-rule-confirm').click();
    await kept.waitFor({ state: 'detached' });

    const third = await open('rules');
    await third.embed.getByTestId('rule-row').first().waitFor();
    expect(await row(third, 'rule-row', 'Orders to everyone').count()).toBe(0);
  });

  test('one can be narrowed to a resource, and then shows in a session of that resource', async () => {
    const resource = host.sandbox().listWorkspaces()[0]?.resources[0];
    const first = await open('rules');
    await first.embed.getByTestId('add-rule').click();
    await first.embed.getByLabel('Name').fill('Only there');
    await first.embed.getByLabel('When this happens').selectOption({ index: 1 });
    await first.embed.getByLabel('Send it to').selectOption({ index: 1 });
    await first.embed.getByLabel('Only for').selectOption({ label: resource?.name ?? '' });
    await first.embed.getByTestId('rule-submit').click();
    await row(first, 'rule-row', 'Only there').waitFor();

    const second = await open('rules', {
      session_type: 'resource',
      resource: resource?.resource,
      resource_id: resource?.resource_id,
    });
    await row(second, 'rule-row', 'Only there').waitFor();
    expect(await second.embed.getByTestId('nav-connections').count()).toBe(0);
  });
});

describe('mappings', () => {
  test('rows are added, checked, saved, and there in the next session', async () => {
    const first = await open('connections');
    await first.embed.getByTestId('mappings-link').first().click();
    const rows = first.embed.getByTestId('mapping-row');
    await rows.first().waitFor();
    const before = await rows.count();
    await first.embed.getByTestId('add-mapping').click();
    expect(await first.embed.getByTestId('mapping-state').innerText()).toBe('Unsaved changes');

    await first.embed.getByTestId('save-mappings').click();
    await rows.last().getByRole('alert').waitFor();
    await rows.last().getByTestId('mapping-source').selectOption('summary');
    await rows.last().getByTestId('mapping-target').selectOption('company');
    await first.embed.getByTestId('save-mappings').click();
    await first.embed.getByTestId('mapping-state').filter({ hasText: 'All changes are saved' }).waitFor();

    const second = await open('connections');
    await second.embed.getByTestId('mappings-link').first().click();
    const kept = second.embed.getByTestId('mapping-row');
    await expect.poll(() => kept.count()).toBe(before + 1);
    expect(await kept.last().getByTestId('mapping-source').inputValue()).toBe('summary');
    expect(await kept.last().getByTestId('mapping-target').inputValue()).toBe('company');
  });

  test('unsaved changes hold the user back, until discarded', async () => {
    const { embed } = await open('connections');
    await embed.getByTestId('mappings-link').first().click();
    await embed.getByTestId('remove-mapping').first().click();
    await embed.getByTestId('nav-rules').click();
    await embed.getByTestId('stay').click();
    expect(await embed.getByTestId('page-heading').innerText()).toBe('Field mappings');
    await embed.getByTestId('nav-rules').click();
    await embed.getByTestId('leave').click();
    await embed.getByRole('heading', { name: 'Rules', level: 1 }).waitFor();
  });
});

describe('who may see and change what', () => {
  test('a member reads, is told why nothing can be changed, and has nothing to change it with', async () => {
    const { embed } = await open('connections', { role: 'member' });
    expect(await embed.getByTestId('read-only').innerText()).toContain('your role is Member');
    await embed.getByTestId('connection-row').first().waitFor();
    expect(await embed.getByTestId('add-connection').count()).toBe(0);
    expect(await embed.getByTestId('remove').count()).toBe(0);
    await embed.getByTestId('mappings-link').first().click();
    await embed.getByTestId('mapping-row').first().waitFor();
    expect(await embed.getByTestId('mapping-source').first().isDisabled()).toBe(true);
    await embed.getByTestId('nav-rules').click();
    await embed.getByTestId('rule-row').first().waitFor();
    expect(await embed.getByRole('switch').count()).toBe(0);
  });

  test('a dashboard session has only the dashboard, with no links out of it', async () => {
    const { embed } = await open('dashboard', { session_type: 'dashboard' });
    await embed.getByTestId('figures').waitFor();
    expect(await embed.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual(['Dashboard']);
    expect(await embed.getByTestId('recent-deliveries').getByRole('link').count()).toBe(0);
  });
});
