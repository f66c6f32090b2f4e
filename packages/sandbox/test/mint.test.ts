import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signMachineJwt } from './support/signMachineJwt.ts';
import { useSandbox } from './support/testSandbox.ts';

const api = useSandbox();
const mint = (fields: Readonly<Record<string, unknown>>) =>
  api.manage('POST', '/sessions', { workspace_id: api.sandbox.workspaces[0]?.id, ...fields });

describe('the answer to a mint (contract §2)', () => {
  test('holds the defaults, and no optional field as null', async () => {
    const { status, body } = await mint({});
    const seconds = Math.floor(api.clock.now() / 1000) * 1000;
    expect(status).toBe(200);
    expect(body).toEqual({
      session_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      expires_in: 1800,
      expires_at: new Date(seconds + 1_800_000).toISOString(),
      workspace_id: api.sandbox.workspaces[0]?.id,
      role: 'member',
      session_type: 'workspace',
      launch_token: expect.stringMatching(/^[\w-]{43}$/),
      launch_url: `${api.sandbox.embedUrl}/workspace/dashboard?launch=${body.launch_token}`,
      launch_expires_at: new Date(api.clock.now() + 30_000).toISOString(),
    });
  });

  test('repeats what was granted', async () => {
    const { body } = await mint({
      role: 'owner',
      session_type: 'resource',
      resource: 'project',
      resource_id: 'atlas',
      launch_page: 'events',
      ttl_seconds: 300,
      launch_ttl_seconds: 15,
    });
    expect(body).toMatchObject({
      role: 'owner',
      session_type: 'resource',
      resource: 'project',
      resource_id: 'atlas',
      expires_in: 300,
    });
    expect(body.launch_url).toContain('/workspace/events?launch=');
    expect(Date.parse(body.launch_expires_at) - api.clock.now()).toBe(15_000);
  });

  test('is the same for a workspace id in capitals', async () => {
    const { status, body } = await mint({ workspace_id: api.sandbox.workspaces[0]?.id.toUpperCase() });
    expect(status).toBe(200);
    expect(body.workspace_id).toBe(api.sandbox.workspaces[0]?.id);
  });

  test('is another session each time', async () => {
    const [one, other] = [await api.mint(), await api.mint()];
    expect(one.session_id).not.toBe(other.session_id);
    expect(one.access_token).not.toBe(other.access_token);
    expect(one.launch_token).not.toBe(other.launch_token);
  });

  test('carries a request id and is not to be kept; the API sends no CORS header', async () => {
    const { headers } = await mint({});
    expect(headers.get('x-request-id')).toMatch(/\S/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

const tenOrigins = Array.from({ length: 10 }, (_, index) => `https://app${index}.example.com`);

describe('the mint body (contract §2)', () => {
  test.each<[string, Record<string, unknown>]>([
    ['each role', { role: 'admin' }],
    ['an external user of 255 characters', { external_user_id: 'u'.repeat(255) }],
    ['255 characters that take two code units each', { external_user_id: '🙂'.repeat(255) }],
    ['the shortest lives', { ttl_seconds: 300, launch_ttl_seconds: 15 }],
    ['the longest lives', { ttl_seconds: 3600, launch_ttl_seconds: 60 }],
    ['ten origins', { allowed_origins: tenOrigins }],
    ['no origins', { allowed_origins: [] }],
    [
      'origins of apps and extensions',
      {
        allowed_origins: [
          'capacitor://localhost',
          'tauri://localhost',
          'app://main',
          'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
        ],
      },
    ],
    [
      'origins with ports, of IPv6 and of loopback',
      { allowed_origins: ['http://localhost:5173', 'http://[::1]:3000', 'http://127.0.0.1'] },
    ],
    ['the one scope', { scopes: ['events.payload:read'] }],
    ['no scopes', { scopes: [] }],
    ['fields that are not known', { anything: { else: true } }],
    ...(['dashboard', 'connections', 'rules', 'events'] as const).map((page): [string, Record<string, unknown>] => [
      `${page} in a workspace session`,
      { launch_page: page },
    ]),
    ...(['dashboard', 'rules', 'events'] as const).map((page): [string, Record<string, unknown>] => [
      `${page} in a resource session`,
      { launch_page: page, session_type: 'resource', resource: 'project', resource_id: 'atlas' },
    ]),
    ['a dashboard session', { session_type: 'dashboard' }],
    ['a resource that nothing belongs to yet', { session_type: 'resource', resource: 'site', resource_id: '42' }],
  ])('may have %s', async (_case, fields) => {
    expect(await mint(fields)).toMatchObject({ status: 200 });
  });

  test.each<[string, string, Record<string, unknown>]>([
    ['workspace_id', 'missing', { workspace_id: undefined }],
    ['workspace_id', 'no UUID', { workspace_id: 'northwind' }],
    ['workspace_id', 'no text', { workspace_id: 7 }],
    ['role', 'unknown', { role: 'viewer' }],
    ['role', 'null', { role: null }],
    ['session_type', 'unknown', { session_type: 'project' }],
    ['external_user_id', '256 characters long', { external_user_id: 'u'.repeat(256) }],
    ['external_user_id', 'a number', { external_user_id: 7 }],
    ['ttl_seconds', 'text', { ttl_seconds: '1800' }],
    ['ttl_seconds', 'a fraction', { ttl_seconds: 300.5 }],
    ['launch_ttl_seconds', 'too short', { launch_ttl_seconds: 14 }],
    ['launch_ttl_seconds', 'too long', { launch_ttl_seconds: 61 }],
    ['launch_ttl_seconds', 'a fraction', { launch_ttl_seconds: 20.5 }],
    ['launch_page', 'unknown', { launch_page: 'members' }],
    [
      'launch_page',
      'not in a resource session',
      { launch_page: 'connections', session_type: 'resource', resource: 'project', resource_id: 'atlas' },
    ],
    ...(['connections', 'rules', 'events'] as const).map((page): [string, string, Record<string, unknown>] => [
      'launch_page',
      `${page} in a dashboard session`,
      { launch_page: page, session_type: 'dashboard' },
    ]),
    ['resource', 'missing', { session_type: 'resource', resource_id: 'atlas' }],
    ['resource_id', 'missing', { session_type: 'resource', resource: 'project' }],
    ['resource', 'empty', { session_type: 'resource', resource: '', resource_id: 'atlas' }],
    ['resource', 'in a workspace session', { resource: 'project' }],
    ['resource_id', 'in a dashboard session', { session_type: 'dashboard', resource_id: 'atlas' }],
    ['allowed_origins', 'no list', { allowed_origins: 'https://app.example.com' }],
    ['allowed_origins', 'eleven', { allowed_origins: [...tenOrigins, 'https://one.more'] }],
    ['allowed_origins.0', 'with a path', { allowed_origins: ['https://app.example.com/embed'] }],
    ['allowed_origins.0', 'with a trailing slash', { allowed_origins: ['https://app.example.com/'] }],
    ['allowed_origins.0', 'with a query', { allowed_origins: ['https://app.example.com?x=1'] }],
    ['allowed_origins.0', 'with a fragment', { allowed_origins: ['https://app.example.com#x'] }],
    ['allowed_origins.0', 'with a user', { allowed_origins: ['https://user@app.example.com'] }],
    ['allowed_origins.0', 'of another scheme', { allowed_origins: ['ftp://app.example.com'] }],
    ['allowed_origins.0', 'of an app, with a path', { allowed_origins: ['capacitor://localhost/index.html'] }],
    ['allowed_origins.0', 'the wildcard', { allowed_origins: ['*'] }],
    ['allowed_origins.0', 'a wildcard host', { allowed_origins: ['https://*.example.com'] }],
    ['allowed_origins.0', 'the opaque origin', { allowed_origins: ['null'] }],
    [
      'allowed_origins.0',
      'an injected directive',
      { allowed_origins: ["https://a.example;script-src'unsafe-inline'"] },
    ],
    ['allowed_origins.1', 'no text', { allowed_origins: ['https://app.example.com', 7] }],
    ['scopes', 'no list', { scopes: 'events.payload:read' }],
    ['scopes.0', 'unknown', { scopes: ['events:write'] }],
    ['scopes', 'twenty-one', { scopes: Array.from({ length: 21 }, () => 'events.payload:read') }],
  ])('%s %s gets 400', async (field, _case, fields) => {
    const { status, body } = await mint(fields);
    expect(status).toBe(400);
    expect(body.message).toContain(field);
    expect(body.error).toContainEqual(expect.objectContaining({ field }));
  });

  test('every ttl_seconds is taken from 300 to 3600, and none beyond', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -10, max: 10_000 }), async (ttl) => {
        const { status, body } = await mint({ ttl_seconds: ttl });
        if (ttl >= 300 && ttl <= 3600) expect([status, body.expires_in]).toEqual([200, ttl]);
        else expect(status).toBe(400);
      }),
      { numRuns: 40, examples: [[299], [300], [3600], [3601]] },
    );
  });

  test.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['null', 'null'],
    ['nothing', undefined],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d])],
    ['more than 64 kB', JSON.stringify({ filler: 'x'.repeat(70_000) })],
  ])('%s gets 400', async (_case, body) => {
    const { status, message } = await post(body);
    expect(status).toBe(400);
    expect(message).toEqual(expect.any(String));
  });

  test('a workspace that does not exist gets 404', async () => {
    expect((await mint({ workspace_id: '00000000-0000-4000-8000-000000000000' })).status).toBe(404);
  });

  test('authorization is looked at before the body', async () => {
    expect(
      (await api.manage('POST', '/sessions', { role: 'viewer' }, { header: { kid: 'mk_0123456789012345678901' } }))
        .status,
    ).toBe(401);
  });
});

async function post(body: string | Uint8Array<ArrayBuffer> | undefined): Promise<{ status: number; message: unknown }> {
  const token = await signMachineJwt(api.sandbox, api.clock.now());
  const response = await fetch(`${api.sandbox.apiUrl}/api/v1/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body }),
  });
  return { status: response.status, message: ((await response.json()) as { message: unknown }).message };
}
