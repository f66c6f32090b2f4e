import { describe, expect, test } from 'vitest';
import { createMeshesClient, MeshesInputError, type MeshesClientOptions } from '../src/index.ts';
import { fakeMeshes, json } from './fakeMeshes.ts';
import { credentials, mintedSession, workspace } from './fixtures.ts';
import { thrownBy } from './thrownBy.ts';

function clientWith(differing: object) {
  return () => createMeshesClient({ ...credentials, ...differing } as MeshesClientOptions);
}

describe('G2: credentials', () => {
  test.each([
    ['secretKey', ''],
    ['secretKey', 'short'],
    ['secretKey', 'a'.repeat(43)],
    ['secretKey', 'xxxxxxxxxxxxxxxxabcdefghijklmnopqrstuvwxyz0123456789'],
    ['secretKey', 'your-secret-goes-here-abcdefghijklmnopqrstuvwxyz'],
    ['secretKey', 'MESHES_SECRET_KEY_abcdefghijklmnopqrstuvwxyz0123'],
    ['secretKey', `${credentials.secretKey}\n`],
    ['secretKey', undefined],
    ['accessKey', 'mk_tooshort'],
    ['accessKey', 'pk_T3stAccessKeyCanary_4pQ9z'],
    ['accessKey', `mk_${'0'.repeat(22)}`],
    ['accessKey', 'mk_your_access_key_goes_here'],
    ['accessKey', null],
    ['organizationId', 'acme'],
    ['organizationId', 42],
  ])('%s %j is refused', async (field, value) => {
    const error = await thrownBy(clientWith({ [field]: value }));
    expect(error).toBeInstanceOf(MeshesInputError);
    expect(error).toMatchObject({ code: 'bad-credentials', field });
    if (typeof value === 'string' && value !== '') expect((error as Error).message).not.toContain(value.trim());
  });

  test('real ones pass', () => {
    expect(clientWith({})).not.toThrow();
  });
});

describe('G5: baseUrl', () => {
  test.each(['http://api.meshes.io', 'ftp://localhost', 'https://user:pw@api.meshes.io', 'https://user@api.meshes.io', 'http://localhost.evil.example', 'http://127.0.0.1.evil.example', '/api/v1', '', 'https://api.meshes.io?x=1', 'https://api.meshes.io/#x', 7])(
    '%j is refused',
    async (baseUrl) => {
      expect(await thrownBy(clientWith({ baseUrl }))).toMatchObject({ code: 'bad-option', field: 'baseUrl' });
    },
  );

  test.each([
    [undefined, 'https://api.meshes.io/api/v1/sessions'],
    ['https://api.meshes.io/', 'https://api.meshes.io/api/v1/sessions'],
    ['https://eu.example/api/v1', 'https://eu.example/api/v1/sessions'],
    ['https://eu.example/api/v1/', 'https://eu.example/api/v1/sessions'],
    ['https://proxy.example/meshes', 'https://proxy.example/meshes/api/v1/sessions'],
    ['http://localhost:4010', 'http://localhost:4010/api/v1/sessions'],
    ['http://127.0.0.1:4010/api/v1', 'http://127.0.0.1:4010/api/v1/sessions'],
    ['http://[::1]:4010', 'http://[::1]:4010/api/v1/sessions'],
  ])('%j leads to %s', async (baseUrl, url) => {
    const meshes = fakeMeshes(json(mintedSession({ expires_at: null, launch_expires_at: null })));
    await createMeshesClient({ ...credentials, baseUrl, fetch: meshes.fetch }).sessions.mint({ workspace_id: workspace });
    expect(meshes.received[0]?.url).toBe(url);
  });
});

test.each([
  ['timeoutMs', 0],
  ['timeoutMs', Number.NaN],
  ['timeoutMs', '10'],
  ['retries', -1],
  ['retries', 1.5],
  ['fetch', 'fetch'],
])('option %s %j is refused', async (field, value) => {
  expect(await thrownBy(clientWith({ [field]: value }))).toMatchObject({ code: 'bad-option', field });
});

describe('parameters are checked before anything is sent', () => {
  const meshes = fakeMeshes(json(mintedSession()));
  const { sessions } = createMeshesClient({ ...credentials, fetch: meshes.fetch });

  test.each([
    ['workspace_id', {}],
    ['workspace_id', { workspace_id: 'acme' }],
    ['role', { role: 'root' }],
    ['role', { role: null }],
    ['session_type', { session_type: 'all' }],
    ['external_user_id', { external_user_id: 'x'.repeat(256) }],
    ['ttl_seconds', { ttl_seconds: 299 }],
    ['ttl_seconds', { ttl_seconds: 3601 }],
    ['ttl_seconds', { ttl_seconds: 600.5 }],
    ['ttl_seconds', { ttl_seconds: '600' }],
    ['launch_ttl_seconds', { launch_ttl_seconds: 14 }],
    ['launch_ttl_seconds', { launch_ttl_seconds: 61 }],
    ['launch_page', { launch_page: 'settings' }],
    ['launch_page', { session_type: 'dashboard', launch_page: 'rules' }],
    ['launch_page', { session_type: 'resource', resource: 'contact', resource_id: '1', launch_page: 'connections' }],
    ['resource', { session_type: 'resource', resource_id: '1' }],
    ['resource_id', { session_type: 'resource', resource: 'contact' }],
    ['resource', { resource: 'contact', resource_id: '1' }],
    ['resource_id', { session_type: 'dashboard', resource_id: '1' }],
    ['allowed_origins', { allowed_origins: 'https://app.example.com' }],
    ['allowed_origins.0', { allowed_origins: ['*'] }],
    ['allowed_origins.0', { allowed_origins: ['null'] }],
    ['allowed_origins.0', { allowed_origins: ['https://app.example.com/'] }],
    ['allowed_origins.1', { allowed_origins: ['https://app.example.com', 'https://app.example.com/path'] }],
    ['allowed_origins', { allowed_origins: Array.from({ length: 11 }, (_, index) => `https://app${index}.example.com`) }],
    ['scopes.0', { scopes: ['events:write'] }],
    ['scopes', { scopes: Array.from({ length: 21 }, () => 'events.payload:read') }],
    ['launch_path', { launch_path: '/workspace/rules' }],
  ])('mint: %s in %j', async (field, differing) => {
    const params = { workspace_id: workspace, ...differing };
    const error = await thrownBy(() => sessions.mint((Object.keys(differing).length === 0 ? {} : params) as never));
    expect(error).toMatchObject({ code: 'bad-params', field });
    expect((error as Error).message).toMatch(/expected .+, got /);
    expect(meshes.received).toHaveLength(0);
  });

  test.each([null, undefined, 'text', 7, []])('mint of %j', async (params) => {
    expect(await thrownBy(() => sessions.mint(params as never))).toMatchObject({ code: 'bad-params' });
  });

  test.each(['', '../x', 'a/b', 'a%2eb', 'a?b', 'a#b', 'a\r\nb', 'x'.repeat(129), ['a'], undefined])('refresh and revoke of %j', async (id) => {
    expect(await thrownBy(() => sessions.refresh(id as string))).toMatchObject({ code: 'bad-params', field: 'sessionId' });
    expect(await thrownBy(() => sessions.revoke(id as string))).toMatchObject({ code: 'bad-params', field: 'sessionId' });
    expect(meshes.received).toHaveLength(0);
  });

  test.each([-1, 11, 1.5, Number.NaN, '1', null])('retries of a call: %s', async (value) => {
    const options = { retries: value } as never;
    const refused = { code: 'bad-option', field: 'retries' };
    expect(await thrownBy(() => sessions.mint({ workspace_id: workspace }, options))).toMatchObject(refused);
    expect(await thrownBy(() => sessions.refresh('ses_1', options))).toMatchObject(refused);
    expect(await thrownBy(() => sessions.revoke('ses_1', options))).toMatchObject(refused);
    expect(() => sessions.list({ workspace_id: workspace }, options)).toThrow(expect.objectContaining(refused));
    expect(meshes.received).toHaveLength(0);
  });

  test.each([
    ['workspace_id', { workspace_id: 'x' }],
    ['limit', { limit: 0 }],
    ['limit', { limit: 201 }],
    ['cursor', { cursor: 'a b' }],
    ['status', { status: 'gone' }],
  ])('list: %s in %j', (field, differing) => {
    expect(() => sessions.list({ workspace_id: workspace, ...differing } as never)).toThrow(expect.objectContaining({ code: 'bad-params', field }));
  });
});
