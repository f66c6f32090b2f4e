import { describe, expect, test } from 'vitest';
import { signIn } from '../support/signIn.ts';
import { useSandbox } from '../support/testSandbox.ts';

const api = useSandbox();

describe('connections', () => {
  test('one by API key is made, its key never sent back', async () => {
    const user = await signIn(api);
    const { status, body } = await user.call('POST', '/connections', {
      provider: 'webhook',
      name: '  Audit log ',
      api_key: 'whk_secret_7f3a',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^con_/),
      provider: 'webhook',
      provider_name: 'Webhook',
      name: 'Audit log',
      status: 'active',
      created_at: new Date(api.clock.now()).toISOString(),
      key_hint: '7f3a',
    });
    const listed = await user.call('GET', '/connections');
    expect(listed.body.records).toContainEqual(body);
    expect(listed.text).not.toContain('whk_secret');
  });

  test.each([
    ['provider', { provider: 'unknown', name: 'A', api_key: '12345678' }],
    ['provider', { provider: 'crm', name: 'A', api_key: '12345678' }],
    ['name', { provider: 'webhook', name: '  ', api_key: '12345678' }],
    ['name', { provider: 'webhook', name: 'n'.repeat(81), api_key: '12345678' }],
    ['api_key', { provider: 'webhook', name: 'A', api_key: 'short' }],
    ['api_key', { provider: 'webhook', name: 'A' }],
  ])('a bad %s gets 400', async (field, body) => {
    const answer = await (await signIn(api)).call('POST', '/connections', body);
    expect(answer.status).toBe(400);
    expect(answer.body.message).toContain(field);
  });

  test('a bad API key is not echoed', async () => {
    const { status, text } = await (
      await signIn(api)
    ).call('POST', '/connections', { provider: 'webhook', name: 'A', api_key: 'my secret' });
    expect(status).toBe(400);
    expect(text).not.toContain('my secret');
  });

  test('removing one removes its rules', async () => {
    const user = await signIn(api);
    const [first] = await user.connections();
    expect((await user.call('DELETE', `/connections/${first?.id}`)).body).toEqual({ deleted: true });
    expect(await user.connections()).toHaveLength(4);
    expect((await user.rules()).records.some(({ connection_id }) => connection_id === first?.id)).toBe(false);
    expect((await user.call('DELETE', `/connections/${first?.id}`)).status).toBe(404);
  });
});

describe('mappings', () => {
  test.each([
    ['an unknown source', [{ source: 'nothing', target: 'email' }]],
    ['an unknown target', [{ source: 'id', target: 'nothing' }]],
    [
      'a target filled twice',
      [
        { source: 'id', target: 'email' },
        { source: 'type', target: 'email' },
      ],
    ],
    ['no list', 'all'],
    ['no mapping', [7]],
  ])('%s gets 400, and nothing changes', async (_case, records) => {
    const user = await signIn(api);
    const crm = (await user.connections()).find(({ provider }) => provider === 'crm');
    const before = await user.call('GET', `/connections/${crm?.id}/mappings`);
    expect((await user.call('PUT', `/connections/${crm?.id}/mappings`, { records })).status).toBe(400);
    expect((await user.call('GET', `/connections/${crm?.id}/mappings`)).body).toEqual(before.body);
  });
});
