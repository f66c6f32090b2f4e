import { startSandbox, type Sandbox } from '@meshes-embed/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  createMeshesClient,
  createSessionHandler,
  MeshesApiError,
  type MeshesClient,
  type MintParams,
} from '../src/index.ts';
import { fieldsOf, requestOf } from './handlerFixtures.ts';
import { thrownBy } from './thrownBy.ts';

// Against the sandbox, which holds to the contract by its own lights.
let sandbox: Sandbox;
let client: MeshesClient;
let first: string;
let second: string;

beforeAll(async () => {
  sandbox = await startSandbox({ apiPort: 0, embedPort: 0 });
  [first, second] = sandbox.workspaces.map(({ id }) => id) as [string, string];
  client = makeClient();
});

afterAll(() => sandbox.close());
afterEach(() => sandbox.deleteFaults());

function makeClient(differing: object = {}): MeshesClient {
  const { organizationId, accessKey, secretKey, apiUrl } = sandbox;
  return createMeshesClient({ organizationId, accessKey, secretKey, baseUrl: apiUrl, ...differing });
}

describe('the four calls', () => {
  test('a session is minted, launched, refreshed, listed, revoked', async () => {
    const minted = await client.sessions.mint({
      workspace_id: first,
      role: 'admin',
      launch_page: 'events',
      scopes: ['events.payload:read'],
      allowed_origins: ['https://app.example.com'],
      external_user_id: 'acme-admin',
    });
    expect(minted).toMatchObject({ workspace_id: first, role: 'admin', session_type: 'workspace', expires_in: 1800 });
    expect((await fetch(minted.launch_url)).headers.get('content-security-policy')).toContain(
      'https://app.example.com',
    );
    const refreshed = await client.sessions.refresh(minted.session_id);
    expect(refreshed.session_id).toBe(minted.session_id);
    expect(refreshed.access_token).not.toBe(minted.access_token);
    const listed = await client.sessions.list({ workspace_id: first, status: 'active' }).page();
    expect(listed.records.map(({ session_id }) => session_id)).toContain(minted.session_id);
    expect(await client.sessions.revoke(minted.session_id)).toEqual({ revoked: true });
    expect(await client.sessions.revoke(minted.session_id)).toEqual({ revoked: true });
    expect(await thrownBy(() => client.sessions.refresh(minted.session_id))).toMatchObject({
      code: 'revoked',
      status: 409,
      requestId: expect.any(String),
    });
  });

  test.each([
    {},
    { role: 'owner', ttl_seconds: 300, launch_ttl_seconds: 15 },
    { session_type: 'resource', resource: 'project', resource_id: 'atlas', launch_page: 'rules' },
    { session_type: 'dashboard', launch_page: 'dashboard' },
    {
      allowed_origins: Array.from({ length: 10 }, (_, index) => `https://app${index}.example.com`),
      external_user_id: 'x'.repeat(255),
    },
  ] as Partial<MintParams>[])('what the client takes the service takes: %j', async (params) => {
    await expect(client.sessions.mint({ workspace_id: second, ...params })).resolves.toMatchObject({
      workspace_id: second,
    });
  });

  test('a listing goes over all pages', async () => {
    const minted = new Set<string>();
    for (let index = 0; index < 7; index += 1)
      minted.add((await client.sessions.mint({ workspace_id: second })).session_id);
    for await (const { session_id, workspace_id } of client.sessions.list({ workspace_id: second, limit: 3 })) {
      expect(workspace_id).toBe(second);
      minted.delete(session_id);
    }
    expect(minted.size).toBe(0);
  });

  test('refusals are told by what they mean', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect(await thrownBy(() => client.sessions.mint({ workspace_id: unknown }))).toMatchObject({ code: 'not-found' });
    expect(await thrownBy(() => client.sessions.refresh('ses_unknown'))).toMatchObject({ code: 'not-found' });
    expect(await thrownBy(() => makeClient({ organizationId: unknown }).sessions.refresh('ses_unknown'))).toMatchObject(
      { code: 'forbidden' },
    );
    const forged = makeClient({ secretKey: '0123456789-abcdefghijklmnopqrstuvwxyz-0123456789' });
    expect(await thrownBy(() => forged.sessions.mint({ workspace_id: first }))).toMatchObject({
      code: 'unauthorized',
      retryable: false,
    });
  });
});

describe('with faults', () => {
  test('a mint survives two refusals in passing', async () => {
    sandbox.addFault({ fault: 'mint-status', status: 503, times: 2 });
    await expect(client.sessions.mint({ workspace_id: first })).resolves.toMatchObject({ workspace_id: first });
  });

  test('a refresh that hangs ends with timeoutMs', async () => {
    const { session_id } = await client.sessions.mint({ workspace_id: first });
    sandbox.addFault({ fault: 'refresh-hang' });
    expect(await thrownBy(() => makeClient({ timeoutMs: 200 }).sessions.refresh(session_id))).toMatchObject({
      code: 'timeout',
    });
  });

  test.each([30, -30, 60, -60, 120, -120])('G3: a clock that is off by %i s', async (seconds) => {
    sandbox.addFault({ fault: 'clock-skew', seconds });
    const fresh = makeClient();
    const { session_id } = await fresh.sessions.mint({ workspace_id: first }, { retries: 0 });
    await expect(fresh.sessions.refresh(session_id)).resolves.toMatchObject({ session_id });
  });
});

describe('the handler', () => {
  test('serves a page, and not another subject', async () => {
    let subject = 'acme-admin';
    const handler = createSessionHandler({
      client,
      authorize: () => ({ subject, workspace_id: first, role: 'admin' }),
    });
    const minted = await fieldsOf(await handler(requestOf('POST', '/sessions', { page: 'rules' })));
    expect(new URL(minted['launch_url'] as string).pathname).toBe('/workspace/rules');
    const path = `/sessions/${minted['session_id']}`;
    const refreshed = await handler(requestOf('POST', `${path}/refresh`, { grant: minted['grant'] }));
    expect(refreshed.status).toBe(200);

    subject = 'acme-member';
    const foreign = await handler(requestOf('POST', `${path}/refresh`, { grant: minted['grant'] }));
    const unknown = await handler(requestOf('POST', '/sessions/ses_unknown/refresh', { grant: minted['grant'] }));
    expect([foreign.status, await foreign.text()]).toEqual([unknown.status, await unknown.text()]);

    subject = 'acme-admin';
    expect((await handler(requestOf('DELETE', path, { grant: minted['grant'] }))).status).toBe(200);
    expect((await handler(requestOf('POST', `${path}/refresh`, { grant: minted['grant'] }))).status).toBe(409);
  });

  test('F14: 200 mints at once are all answered', async () => {
    const handler = createSessionHandler({ client, authorize: () => ({ subject: 'acme-admin', workspace_id: first }) });
    const before = sandbox.stats().mints;
    const answers = await Promise.all(Array.from({ length: 200 }, () => handler(requestOf('POST', '/sessions'))));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(sandbox.stats().mints - before).toBe(200);
  });

  test('in an outage each request of a page is one mint, and is told when to try again', async () => {
    sandbox.addFault({ fault: 'mint-status', status: 503, retryAfter: 3, times: 2 });
    const handler = createSessionHandler({
      client,
      authorize: () => ({ subject: 'acme-admin', workspace_id: first }),
      onError: () => {},
    });
    const answers = [];
    for (let index = 0; index < 3; index += 1) answers.push(await handler(requestOf('POST', '/sessions')));
    expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [503, '3'],
      [503, '3'],
      [200, null],
    ]);
  });

  test("a sandbox that is gone is Meshes that doesn't answer", async () => {
    const errors: unknown[] = [];
    const other = await startSandbox({ apiPort: 0, embedPort: 0 });
    await other.close();
    const gone = makeClient({ baseUrl: other.apiUrl });
    const handler = createSessionHandler({
      client: gone,
      authorize: () => ({ subject: 'acme-admin', workspace_id: first }),
      onError: (error) => errors.push(error),
    });
    expect((await handler(requestOf('POST', '/sessions'))).status).toBe(503);
    expect(errors[0]).toBeInstanceOf(MeshesApiError);
    expect((errors[0] as Error).message).toContain('ECONNREFUSED');
  });
});
