import { describe, expect, test } from 'vitest';
import { atlas, signIn } from '../support/signIn.ts';
import { useSandbox } from '../support/testSandbox.ts';

const api = useSandbox();

describe('events', () => {
  test('pages of 25, the newest first, each event once', async () => {
    const user = await signIn(api);
    expect((await user.events()).records).toHaveLength(25);
    const times = (await user.allEvents()).map(({ created_at }) => created_at);
    expect(times).toEqual([...times].sort().reverse());
    expect(new Set((await user.allEvents()).map(({ id }) => id)).size).toBe(120);
  });

  test('can be filtered by status, type and search', async () => {
    const user = await signIn(api);
    const failed = await user.allEvents('&status=failed');
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.every(({ status }) => status === 'failed')).toBe(true);
    const shipped = await user.allEvents('&type=order.shipped');
    expect(new Set(shipped.map(({ type }) => type))).toEqual(new Set(['order.shipped']));
    const found = await user.allEvents('&search=BOREALIS');
    expect(new Set(found.map(({ resource_id }) => resource_id))).toEqual(new Set(['borealis']));
    expect(await user.allEvents('&search=nothing-like-it')).toEqual([]);
  });

  test.each(['?status=lost', '?cursor=evt_none'])('%s gets 400', async (query) => {
    expect((await (await signIn(api)).call('GET', `/events${query}`)).status).toBe(400);
  });

  test('a resource session sees those of its own resource; others get 403, unknown ones 404', async () => {
    const [own, all] = [await signIn(api, atlas), await signIn(api)];
    const events = await own.allEvents();
    expect(events.length).toBeGreaterThan(0);
    expect(events).toEqual((await all.allEvents()).filter(({ resource_id }) => resource_id === 'atlas'));
    const other = (await all.allEvents()).find(({ resource_id }) => resource_id === 'borealis');
    expect((await own.call('GET', `/events/${other?.id}`)).status).toBe(403);
    expect((await own.call('GET', '/events/evt_none')).status).toBe(404);
    expect((await own.call('GET', `/events/${events[0]?.id}`)).status).toBe(200);
  });

  test('a resource of the same id but another kind is another one', async () => {
    expect(await (await signIn(api, { ...atlas, resource: 'site' })).allEvents()).toEqual([]);
  });

  test("another workspace's event is unknown", async () => {
    const [event] = await (await signIn(api, { workspace_id: api.sandbox.workspaces[1]?.id })).allEvents();
    expect((await (await signIn(api)).call('GET', `/events/${event?.id}`)).status).toBe(404);
  });

  test.each([
    ['member', ['events.payload:read'], 'role'],
    ['member', [], 'role'],
    ['admin', [], 'scope'],
    ['owner', [], 'scope'],
    ['admin', ['events.payload:read'], undefined],
    ['owner', ['events.payload:read'], undefined],
  ])('the payload, for a %s with the scopes %j: refused for its %s (contract §3)', async (role, scopes, refused) => {
    const user = await signIn(api, { role, scopes });
    const [first] = (await user.events()).records;
    const detail = await user.event(first?.id ?? '');
    expect(detail.payload_refused).toBe(refused);
    expect('payload' in detail).toBe(refused === undefined);
  });
});
