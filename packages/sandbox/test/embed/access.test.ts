import { describe, expect, test } from 'vitest';
import { useSandbox } from '../support/testSandbox.ts';

const api = useSandbox();
const atlas = { session_type: 'resource', resource: 'project', resource_id: 'atlas' };

describe('who may call the embed API (contract §6, §8)', () => {
  test('without a token: "Authentication required", 401', async () => {
    const { status, body, headers } = await api.call(null, 'GET', '/session');
    expect(status).toBe(401);
    expect(body).toEqual({ message: 'Authentication required', error: { code: 'token-missing' } });
    expect(headers.get('x-request-id')).toMatch(/\S/);
  });

  test.each(['hello', 'a.b.c', 'x'.repeat(8000)])('a malformed token gets 401, without an echo', async (token) => {
    const { status, text } = await api.call(token, 'GET', '/session');
    expect(status).toBe(401);
    expect(text).toContain('Authentication required');
    expect(text).not.toContain(token);
  });

  test('a token whose claims were changed gets 401', async () => {
    const { access_token } = await api.mint();
    const [header, , signature] = access_token.split('.');
    const { session_id } = await api.mint({ role: 'owner' });
    const claims = Buffer.from(JSON.stringify({ sid: session_id, gen: 1, iat: 0, exp: 9_999_999_999 })).toString(
      'base64url',
    );
    expect((await api.call(`${header}.${claims}.${signature}`, 'GET', '/session')).status).toBe(401);
  });

  test('a launch token is no runtime credential', async () => {
    expect((await api.call((await api.mint()).launch_token, 'GET', '/session')).status).toBe(401);
  });

  test('unknown paths need a token like all others, and then get 404', async () => {
    expect((await api.call(null, 'GET', '/members')).status).toBe(401);
    expect(await api.call((await api.mint()).access_token, 'GET', '/members')).toMatchObject({
      status: 404,
      body: { message: expect.any(String) },
    });
  });

  test('each 401 is counted, for its session where the token was good once', async () => {
    const { session_id, access_token } = await api.mint();
    api.sandbox.rotateSession(session_id);
    await api.call(access_token, 'GET', '/session');
    await api.call(null, 'GET', '/session');
    expect(api.sandbox.stats()).toMatchObject({
      apiCalls: 2,
      apiUnauthorized: 2,
      sessions: { [session_id]: { apiUnauthorized: 1 } },
    });
  });
});

describe('whom the token stands for', () => {
  test('a member in a workspace session sees all pages and changes nothing', async () => {
    const { session_id, workspace_id, access_token } = await api.mint();
    expect((await api.call(access_token, 'GET', '/session')).body).toEqual({
      session_id,
      workspace: { id: workspace_id, name: 'Northwind Robotics' },
      role: 'member',
      session_type: 'workspace',
      scopes: [],
      pages: ['dashboard', 'connections', 'rules', 'events'],
      can_edit: false,
    });
  });

  test.each([
    ['admin', {}, true],
    ['owner', {}, true],
    ['admin', atlas, true],
    ['member', atlas, false],
    ['owner', { session_type: 'dashboard' }, false],
  ])('an %s in %o may change things: %s', async (role, type, expected) => {
    const { access_token } = await api.mint({ role, ...type });
    expect((await api.call(access_token, 'GET', '/session')).body.can_edit).toBe(expected);
  });
});

/** Every call of the embed API, with which types of session may make it (contract §3). */
const calls: readonly { method: string; path: string; types: readonly string[]; changes?: true }[] = [
  { method: 'GET', path: '/dashboard', types: ['workspace', 'resource', 'dashboard'] },
  { method: 'GET', path: '/providers', types: ['workspace'] },
  { method: 'GET', path: '/connections', types: ['workspace'] },
  { method: 'POST', path: '/connections', types: ['workspace'], changes: true },
  { method: 'POST', path: '/connections/oauth', types: ['workspace'], changes: true },
  { method: 'DELETE', path: '/connections/con_none', types: ['workspace'], changes: true },
  { method: 'GET', path: '/connections/con_none/mappings', types: ['workspace'] },
  { method: 'PUT', path: '/connections/con_none/mappings', types: ['workspace'], changes: true },
  { method: 'GET', path: '/rules', types: ['workspace', 'resource'] },
  { method: 'POST', path: '/rules', types: ['workspace', 'resource'], changes: true },
  { method: 'PATCH', path: '/rules/rul_none', types: ['workspace', 'resource'], changes: true },
  { method: 'DELETE', path: '/rules/rul_none', types: ['workspace', 'resource'], changes: true },
  { method: 'GET', path: '/events', types: ['workspace', 'resource'] },
  { method: 'GET', path: '/events/evt_none', types: ['workspace', 'resource'] },
  {
    method: 'POST',
    path: '/events/evt_none/deliveries/dlv_none/retry',
    types: ['workspace', 'resource'],
    changes: true,
  },
];

describe('roles and types on every call (contract §3)', () => {
  const types: Record<string, Record<string, string>> = {
    workspace: {},
    resource: atlas,
    dashboard: { session_type: 'dashboard' },
  };
  const cases = calls.flatMap((call) =>
    Object.keys(types).flatMap((type) => ['member', 'admin', 'owner'].map((role) => ({ ...call, type, role }))),
  );

  test.each(cases)(
    '$method $path in a $type session by a $role',
    async ({ method, path, types: allowed, changes, type, role }) => {
      const { access_token } = await api.mint({ role, ...types[type] });
      const { status, body } = await api.call(access_token, method, path, changes ? {} : undefined);
      const mayCall = allowed.includes(type) && (!changes || (role !== 'member' && type !== 'dashboard'));
      // A caller that is allowed gets as far as the missing thing, or the empty body.
      if (mayCall) expect([200, 400, 404]).toContain(status);
      else expect([status, typeof body.message]).toEqual([403, 'string']);
    },
  );
});
