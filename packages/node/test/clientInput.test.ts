import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeholderIn } from '../src/client/placeholderIn.ts';
import { createMeshesClient, createSessionHandler, MeshesInputError, type MeshesClientOptions } from '../src/index.ts';
import { fakeMeshes, json } from './fakeMeshes.ts';
import { credentials, mintedSession, workspace } from './fixtures.ts';
import { thrownBy } from './thrownBy.ts';

function clientWith(differing: object) {
  return () => createMeshesClient({ ...credentials, ...differing } as MeshesClientOptions);
}

/** Every call, with a client whose credentials differ; what each of them throws, and that nothing was sent. */
async function refusalsOf(differing: object): Promise<unknown[]> {
  const meshes = fakeMeshes(json(mintedSession()));
  const { sessions } = clientWith({ ...differing, fetch: meshes.fetch })();
  const calls = [
    () => sessions.mint({ workspace_id: workspace }),
    () => sessions.refresh('ses_1'),
    () => sessions.revoke('ses_1'),
    () => sessions.list({ workspace_id: workspace }),
  ];
  const errors: unknown[] = [];
  for (const call of calls) errors.push(await thrownBy(call));
  expect(meshes.received).toHaveLength(0);
  return errors;
}

describe('G2: credentials', () => {
  test.each<[field: string, value: unknown, why: string]>([
    ['secretKey', '', 'blank text'],
    ['secretKey', 'short', 'text of 5 characters'],
    ['secretKey', 'a'.repeat(43), 'only 1 different characters'],
    ['secretKey', 'xxxxxxxxxxxxxxxxabcdefghijklmnopqrstuvwxyz0123456789', 'a placeholder'],
    ['secretKey', 'your-secret-goes-here-abcdefghijklmnopqrstuvwxyz', 'a placeholder'],
    ['secretKey', 'your-secret-key-v2-from-the-Meshes-dashboard-goes-here', 'a placeholder'],
    ['secretKey', 'MESHES_SECRET_KEY_abcdefghijklmnopqrstuvwxyz0123', 'a placeholder'],
    ['secretKey', 'CHANGE_ME_CHANGE_ME_CHANGE_ME_CHANGE_ME_CHANGE_ME', 'a placeholder'],
    ['secretKey', 'placeholderForTheRealSecretKeyOfMeshes1234567890', 'a placeholder'],
    ['secretKey', `${credentials.secretKey}\n`, 'there is a line break'],
    ['secretKey', ` ${credentials.secretKey}`, 'there is a blank'],
    ['secretKey', `"${credentials.secretKey}"`, 'there are quotes'],
    ['secretKey', `${credentials.secretKey}=`, 'there is another character'],
    ['secretKey', undefined, 'got nothing'],
    ['accessKey', 'mk_tooshort', 'text of 11 characters'],
    ['accessKey', 'pk_T3stAccessKeyCanary_4pQ9z', 'does not begin with mk_'],
    ['accessKey', `mk_${'0'.repeat(22)}`, 'only 1 different characters'],
    ['accessKey', 'mk_your_access_key_goes_here', 'a placeholder'],
    ['accessKey', null, 'got null'],
    ['organizationId', 'acme', 'text of 4 characters'],
    ['organizationId', 42, 'the number 42'],
  ])('%s %j is refused at the first use: %s', async (field, value, why) => {
    for (const error of await refusalsOf({ [field]: value })) {
      expect(error).toBeInstanceOf(MeshesInputError);
      expect(error).toMatchObject({ code: 'bad-credentials', field });
      expect((error as Error).message).toContain(why);
      if (typeof value === 'string' && value !== '') expect((error as Error).message).not.toContain(value.trim());
    }
  });

  test('all that is missing is named at once, with its variable', async () => {
    for (const error of await refusalsOf({ organizationId: undefined, accessKey: '', secretKey: ' ' })) {
      expect(error).toMatchObject({ code: 'bad-credentials', field: 'organizationId' });
      for (const name of [
        'organizationId',
        'accessKey',
        'secretKey',
        'MESHES_ORGANIZATION_ID, MESHES_ACCESS_KEY, MESHES_SECRET_KEY',
      ])
        expect((error as Error).message).toContain(name);
    }
    const [one] = await refusalsOf({ secretKey: undefined });
    expect((one as Error).message).not.toContain('MESHES_ACCESS_KEY');
  });

  test.each([
    {},
    { secretKey: 'kT9Qv2xxxxLm4RzW8pYc1NfHs6Bd3JgAa7Ue5Ti0Ok_Vx' },
    { secretKey: 'XXXXq7-vR3_mZ9cW2kF8pL1hT6yN4bJ0sD5gA-eU_xxxx' },
    { secretKey: 'kT9Qv2-your-Lm4RzW8pYc1NfHs6Bd3JgAa7Ue5Ti0Ok_' },
    { secretKey: 'kT9Qv2secret_keyLm4RzW8pYc1NfHs6BdPlaceholder' },
    { accessKey: 'mk_xXxX9vR3mZ7cW2kF8pL1hT' },
  ])('3.13: real ones pass, whatever a random one happens to hold: %j', async (differing) => {
    const meshes = fakeMeshes(json({ revoked: true }));
    expect(await clientWith({ ...differing, fetch: meshes.fetch })().sessions.revoke('ses_1')).toEqual({
      revoked: true,
    });
  });

  test('3.13: random keys are never taken for placeholders', () => {
    const characters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
    // Without the bias to small and equal values: a key is random.
    const random = fc.noBias(fc.array(fc.constantFrom(...characters), { minLength: 39, maxLength: 60 }));
    fc.assert(
      fc.property(
        random,
        fc.constantFrom('xxxx', '-your-', 'secret_key', 'changeme', '_your'),
        fc.nat(39),
        (key, word, at) => {
          fc.pre(new Set(key).size > 15);
          expect(placeholderIn(key.slice(0, at).join('') + word + key.slice(at).join(''))).toBeNull();
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('what comes from the environment may be missing until the client is used', () => {
  test.each([
    { organizationId: '', accessKey: '', secretKey: '' },
    { organizationId: undefined, accessKey: undefined, secretKey: undefined },
    { organizationId: '', accessKey: '', secretKey: '', baseUrl: '' },
  ])('3.5: as in a build without secrets: %j', (differing) => {
    const client = clientWith(differing)();
    expect(createSessionHandler({ client, authorize: () => null })).toEqual(expect.any(Function));
    expect(createSessionHandler({ client, authorize: () => null, grantKeys: ['', undefined as never] })).toEqual(
      expect.any(Function),
    );
  });

  test('a baseUrl that is set and empty never leads to the real service', async () => {
    for (const error of await refusalsOf({ baseUrl: '' }))
      expect(error).toMatchObject({ code: 'bad-option', field: 'baseUrl' });
  });
});

describe('G5: baseUrl', () => {
  test.each([
    'http://api.meshes.io',
    'ftp://localhost',
    'https://user:pw@api.meshes.io',
    'https://user@api.meshes.io',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    '/api/v1',
    'https://api.meshes.io?x=1',
    'https://api.meshes.io/#x',
    7,
  ])('%j is refused', async (baseUrl) => {
    expect(await thrownBy(clientWith({ baseUrl }))).toMatchObject({ code: 'bad-option', field: 'baseUrl' });
  });

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
    await createMeshesClient({ ...credentials, baseUrl, fetch: meshes.fetch }).sessions.mint({
      workspace_id: workspace,
    });
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
    [
      'allowed_origins',
      { allowed_origins: Array.from({ length: 11 }, (_, index) => `https://app${index}.example.com`) },
    ],
    ['scopes.0', { scopes: ['events:write'] }],
    ['scopes', { scopes: Array.from({ length: 21 }, () => 'events.payload:read') }],
    ['launch_path', { launch_path: '/workspace/rules' }],
  ])('mint: %s in %j', async (field, differing) => {
    const params = { workspace_id: workspace, ...differing };
    const error = await thrownBy(() => sessions.mint((Object.keys(differing).length === 0 ? {} : params) as never));
    expect(error).toMatchObject({ code: 'bad-params', field });
    expect((error as Error).message).toMatch(/expected .+, got |there is no such field; known are /);
    expect(meshes.received).toHaveLength(0);
  });

  test.each([null, undefined, 'text', 7, []])('mint of %j', async (params) => {
    expect(await thrownBy(() => sessions.mint(params as never))).toMatchObject({ code: 'bad-params' });
  });

  test.each(['', '../x', 'a/b', 'a%2eb', 'a?b', 'a#b', 'a\r\nb', 'x'.repeat(129), ['a'], undefined])(
    'refresh and revoke of %j',
    async (id) => {
      expect(await thrownBy(() => sessions.refresh(id as string))).toMatchObject({
        code: 'bad-params',
        field: 'sessionId',
      });
      expect(await thrownBy(() => sessions.revoke(id as string))).toMatchObject({
        code: 'bad-params',
        field: 'sessionId',
      });
      expect(meshes.received).toHaveLength(0);
    },
  );

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
    expect(() => sessions.list({ workspace_id: workspace, ...differing } as never)).toThrow(
      expect.objectContaining({ code: 'bad-params', field }),
    );
  });
});
