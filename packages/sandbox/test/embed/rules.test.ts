import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/wire.ts';
import { atlas, signIn } from '../support/signIn.ts';
import { useSandbox } from '../support/testSandbox.ts';

const api = useSandbox();

describe('rules', () => {
  test('one is made, switched off, and removed; each is there after a reload', async () => {
    const user = await signIn(api);
    const { connections, event_types } = await user.rules();
    const made = await user.call('POST', '/rules', {
      name: 'Copy',
      event_type: event_types[0],
      connection_id: connections[0]?.id,
    });
    expect(made.status).toBe(201);
    const rule = made.body as Rule;
    expect(rule).toMatchObject({ name: 'Copy', enabled: true, connection_name: connections[0]?.name });
    expect((await user.call('PATCH', `/rules/${rule.id}`, { enabled: false })).body).toEqual({
      ...rule,
      enabled: false,
    });
    expect((await user.rules()).records).toContainEqual({ ...rule, enabled: false });
    expect((await user.call('DELETE', `/rules/${rule.id}`)).body).toEqual({ deleted: true });
    expect((await user.rules()).records.some(({ id }) => id === rule.id)).toBe(false);
  });

  test('a workspace session may narrow one to a resource', async () => {
    const user = await signIn(api);
    const { connections, event_types, resources } = await user.rules();
    const body = { name: 'Copy', event_type: event_types[0], connection_id: connections[0]?.id };
    const { resource, resource_id } = resources[0] ?? {};
    expect((await user.call('POST', '/rules', { ...body, resource, resource_id })).body).toMatchObject({
      resource,
      resource_id,
    });
    expect((await user.call('POST', '/rules', { ...body, resource })).status).toBe(400);
  });

  test("a resource session sees, makes and changes its own resource's only", async () => {
    const [own, all] = [await signIn(api, atlas), await signIn(api)];
    const { records, connections, event_types } = await own.rules();
    expect(records.length).toBeGreaterThan(0);
    expect(records.every(({ resource_id }) => resource_id === 'atlas')).toBe(true);
    expect(new Set(connections.map(({ id }) => id))).toEqual(
      new Set(records.map(({ connection_id }) => connection_id)),
    );
    const made = await own.call('POST', '/rules', {
      name: 'Mine',
      event_type: event_types[0],
      connection_id: connections[0]?.id,
      resource: 'project',
      resource_id: 'borealis',
    });
    expect(made.body).toMatchObject({ resource: 'project', resource_id: 'atlas' });
    const foreign = (await all.rules()).records.find(({ resource_id }) => resource_id !== 'atlas');
    expect((await own.call('PATCH', `/rules/${foreign?.id}`, { enabled: false })).status).toBe(403);
    expect((await own.call('DELETE', `/rules/${foreign?.id}`)).status).toBe(403);
    const hidden = (await all.connections()).find(({ id }) => !connections.some((one) => one.id === id));
    expect(
      (await own.call('POST', '/rules', { name: 'Mine', event_type: event_types[0], connection_id: hidden?.id }))
        .status,
    ).toBe(400);
  });

  test.each([
    ['event_type', { name: 'A', event_type: 'none', connection_id: 'x' }],
    ['connection_id', { name: 'A', event_type: 'order.created', connection_id: 'con_none' }],
    ['name', { name: '', event_type: 'order.created', connection_id: 'x' }],
  ])('a bad %s gets 400', async (field, body) => {
    const answer = await (await signIn(api)).call('POST', '/rules', body);
    expect(answer.status).toBe(400);
    expect(answer.body.message).toContain(field);
  });
});
