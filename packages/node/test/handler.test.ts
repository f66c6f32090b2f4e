import { describe, expect, test } from 'vitest';
import { createSessionHandler, MeshesApiError } from '../src/index.ts';
import { json, networkFailure, refusal, type Answer } from './fakeMeshes.ts';
import { canaries, mintedSession, refreshedSession, startMs, workspace } from './fixtures.ts';
import { authorization, codeOf, fieldsOf, obliging, testHandler, type Fields } from './handlerFixtures.ts';
import { createTestClock } from './testClock.ts';

describe('the three routes', () => {
  test('a session lives: minted, refreshed with a renewed grant, revoked', async () => {
    const { ask, received, clock } = testHandler({ grantTtlSeconds: 600 });
    const minted = await fieldsOf(await ask('POST', '/sessions', { page: 'rules' }));
    expect(minted['grant']).toEqual(expect.any(String));
    expect(received[0]).toMatchObject({ method: 'POST', body: { workspace_id: workspace, launch_page: 'rules' } });

    clock.advance(599_000);
    const refreshed = await fieldsOf(await ask('POST', '/sessions/ses_1/refresh', { grant: minted['grant'] }));
    expect(refreshed).toMatchObject({ session_id: 'ses_1', access_token: 'newer-token' });
    expect(refreshed).not.toHaveProperty('launch_url');

    clock.advance(599_000);
    expect((await ask('POST', '/sessions/ses_1/refresh', { grant: minted['grant'] })).status).toBe(404);
    const revoked = await ask('DELETE', '/sessions/ses_1', { grant: refreshed['grant'] });
    expect([revoked.status, await revoked.json()]).toEqual([200, { revoked: true }]);
    expect(received.at(-1)).toMatchObject({ method: 'DELETE', url: expect.stringMatching(/\/sessions\/ses_1$/) });
  });

  test.each(['/sessions', '/sessions/', '/deeper/sessions'])('wherever it is mounted: %s', async (path) => {
    expect((await testHandler().ask('POST', path)).status).toBe(200);
  });

  test.each([
    [{}, 'connections', 200],
    [{ session_type: 'resource', resource: 'contact', resource_id: '1' }, 'events', 200],
    [{ session_type: 'resource', resource: 'contact', resource_id: '1' }, 'connections', 400],
    [{ session_type: 'dashboard' }, 'rules', 400],
    [{}, 'settings', 400],
    [{}, null, 400],
    [{}, ['rules'], 400],
    [{}, 'toString', 400],
  ] as const)('the browser chooses a page within what it may see: %j %j', async (rights, page, status) => {
    const { ask, received } = testHandler({ authorize: () => ({ ...authorization, ...rights }) });
    expect((await ask('POST', '/sessions', { page })).status).toBe(status);
    expect(received).toHaveLength(status === 200 ? 1 : 0);
  });
});

describe('F1: no authorize', () => {
  test.each([undefined, null, 'yes', {}])('%j throws at once', (authorize) => {
    const { client } = { client: { sessions: { mint() {} } } };
    // @ts-expect-error authorize is required, and a function
    const make = () => createSessionHandler({ client, authorize });
    expect(make).toThrow(TypeError);
    expect(make).toThrow(expect.objectContaining({ code: 'bad-option', field: 'authorize' }));
  });
});

describe('F2: no one, or no one knows', () => {
  test.each([
    ['null', () => null, 401],
    ['undefined', () => undefined, 401],
    ['false', () => false, 401],
    ['a promise of false', async () => false, 401],
    ['an empty text', () => '', 500],
    ['zero', () => 0, 500],
    [
      'a throw',
      () => {
        throw new Error('database');
      },
      500,
    ],
    ['a rejection', () => Promise.reject(new Error('database')), 500],
    ['no authorization at all', () => true, 500],
    ['an unknown field', () => ({ ...authorization, workspaceId: workspace }), 500],
    ['a bad workspace', () => ({ ...authorization, workspace_id: 'acme' }), 500],
    ['no subject', () => ({ workspace_id: workspace }), 500],
    ['a blank subject', () => ({ ...authorization, subject: ' ' }), 500],
    ['an impossible life', () => ({ ...authorization, ttl_seconds: 7200 }), 500],
    ['a resource session of nothing', () => ({ ...authorization, session_type: 'resource' }), 500],
    [
      'a body that it read',
      async (request: Request) => {
        await request.text();
        return authorization;
      },
      500,
    ],
  ])('%s', async (_, authorize, status) => {
    const { ask, received, errors } = testHandler({ authorize: authorize as never });
    const response = await ask('POST', '/sessions');
    expect(response.status).toBe(status);
    expect(errors).toHaveLength(status === 500 ? 1 : 0);
    expect(received).toHaveLength(0);
    expect(await response.text()).not.toContain('database');
  });

  test.each([
    [undefined, 10_000],
    [2_500, 2_500],
  ])('silence, with authorizeTimeoutMs %j: 503 after %i ms', async (authorizeTimeoutMs, ms) => {
    const { ask, clock, received, errors } = testHandler({
      authorizeTimeoutMs,
      authorize: () => new Promise<null>(() => {}),
    });
    const response = ask('POST', '/sessions');
    clock.advance(ms);
    expect([(await response).status, (await response).headers.get('retry-after')]).toEqual([503, '2']);
    expect(received).toHaveLength(0);
    expect(errors).toEqual([expect.objectContaining({ message: `authorize() took longer than ${ms / 1000} s` })]);
    expect(clock.running()).toBe(0);
  });

  test('asked again at each refresh, also when another user is signed in', async () => {
    let subject = 'acme-admin';
    const { ask, received } = testHandler({ authorize: () => ({ ...authorization, subject }) });
    const { grant } = await fieldsOf(await ask('POST', '/sessions'));
    subject = 'acme-member';
    expect((await ask('POST', '/sessions/ses_1/refresh', { grant })).status).toBe(404);
    expect(received).toHaveLength(1);
  });
});

test('F7: role, workspace, type, scopes, ttl and origins in the body are ignored', async () => {
  const { ask, received } = testHandler({
    authorize: () => ({ ...authorization, role: 'member', allowed_origins: ['https://app.example'] }),
  });
  await ask('POST', '/sessions?role=owner', {
    role: 'owner',
    workspace_id: 'b6c1b0e2-6f0e-4a53-8c39-0d7d2f1a9e02',
    session_type: 'dashboard',
    scopes: ['events.payload:read'],
    ttl_seconds: 3600,
    allowed_origins: ['https://evil.example'],
    external_user_id: 'root',
    subject: 'root',
    launch_page: 'rules',
  });
  expect(received[0]?.body).toEqual({
    workspace_id: workspace,
    role: 'member',
    allowed_origins: ['https://app.example'],
  });
});

test("F8: another subject's session gets the same answer as an unknown one, byte for byte", async () => {
  let subject = 'acme-admin';
  const unknownToMeshes: Answer = ({ method, url }) =>
    url.endsWith('refresh') || method === 'DELETE'
      ? Response.json({ message: 'no such session' }, { status: 404 })
      : Response.json(mintedSession());
  const { ask } = testHandler({ answers: [unknownToMeshes], authorize: () => ({ ...authorization, subject }) });
  const { grant } = await fieldsOf(await ask('POST', '/sessions'));
  const unknown = await ask('POST', '/sessions/ses_1/refresh', { grant });
  const unknownToRevoke = await ask('DELETE', '/sessions/ses_1', { grant });
  subject = 'acme-member';
  const foreign = await ask('POST', '/sessions/ses_1/refresh', { grant });
  const bodies = await Promise.all(
    [unknown, unknownToRevoke, foreign].map(async (response) => [
      response.status,
      [...response.headers],
      await response.text(),
    ]),
  );
  expect(bodies[1]).toEqual(bodies[0]);
  expect(bodies[2]).toEqual(bodies[0]);
  expect(unknown.status).toBe(404);
});

test.each([undefined, 7, null, ['x'], {}])('a grant that is no text (%j) is 400', async (grant) => {
  const { ask, received } = testHandler();
  expect((await ask('POST', '/sessions/ses_1/refresh', { grant })).status).toBe(400);
  expect(received).toHaveLength(0);
});

describe('F12: what Meshes says is never passed through', () => {
  const spiteful = { 'set-cookie': 'stolen=1', 'x-internal': 'header-canary', 'content-type': 'application/json' };

  test.each([
    [400, 502, 'meshes-refused'],
    [401, 502, 'meshes-refused'],
    [403, 502, 'meshes-refused'],
    [404, 404, 'unknown-workspace'],
    [409, 409, 'session-revoked'],
    [418, 502, 'meshes-refused'],
    [302, 502, 'meshes-refused'],
    [429, 429, 'rate-limited'],
    [500, 503, 'meshes-unavailable'],
    [502, 503, 'meshes-unavailable'],
    [503, 503, 'meshes-unavailable'],
  ])('%i becomes %i %s', async (status, ours, code) => {
    const { ask } = testHandler({ answers: [refusal(status, spiteful)] });
    const response = await ask('POST', '/sessions');
    expect(response.status).toBe(ours);
    const text = await response.text();
    expect(JSON.parse(text)).toEqual({ error: { code, message: expect.any(String) } });
    expect(text + JSON.stringify([...response.headers])).not.toMatch(/canary|stolen/);
    expect(response.headers.has('retry-after')).toBe(ours === 429 || ours === 503);
  });

  test.each([
    ['no network', networkFailure, 503],
    ['a bad answer', json({ session_id: 'x' }), 502],
    ['a bad launch URL', json(mintedSession({ launch_url: 'javascript:alert(1)' })), 502],
  ])('%s', async (_, answer, status) => {
    const { ask, errors } = testHandler({ answers: [answer] });
    expect((await ask('POST', '/sessions')).status).toBe(status);
    expect(errors[0]).toBeInstanceOf(MeshesApiError);
  });

  test.each([
    ['7', '7'],
    ['0', '1'],
  ])('Retry-After %s becomes %s', async (given, ours) => {
    const { ask } = testHandler({ answers: [refusal(429, { 'retry-after': given })] });
    expect((await ask('POST', '/sessions')).headers.get('retry-after')).toBe(ours);
  });
});

describe('1.9i: each request of a page is one call to Meshes, as the page tries again by itself', () => {
  const routes = [
    ['mint', 'POST', '/sessions'],
    ['refresh', 'POST', '/sessions/ses_1/refresh'],
    ['revoke', 'DELETE', '/sessions/ses_1'],
  ] as const;

  /** Sends a request that Meshes answers like this, after a mint that went well. */
  async function askAfterMint(method: string, path: string, answer: Answer) {
    const clock = createTestClock({ instantBelowMs: 10_000 });
    const { ask, received } = testHandler({ answers: [obliging, answer], clock });
    const { grant } = await fieldsOf(await ask('POST', '/sessions'));
    const response = await ask(method, path, { grant });
    return { response, sent: received.length - 1, pauses: clock.pauses };
  }

  test.each(routes)('%s: where Meshes fails, or no answer comes', async (_, method, path) => {
    for (const answer of [refusal(500), refusal(502), refusal(503), networkFailure]) {
      const { response, sent, pauses } = await askAfterMint(method, path, answer);
      expect([response.status, response.headers.get('retry-after'), sent, pauses]).toEqual([503, '2', 1, []]);
    }
  });

  test.each(routes)('%s: a Retry-After of Meshes reaches the page, undiminished', async (_, method, path) => {
    const date = new Date(startMs + 5000).toUTCString();
    for (const [status, given, ours] of [
      [429, '3', '3'],
      [503, '3', '3'],
      [503, '3600', '3600'],
      [429, date, '5'],
    ] as const) {
      const { response, sent, pauses } = await askAfterMint(method, path, refusal(status, { 'retry-after': given }));
      expect([response.status, response.headers.get('retry-after'), sent, pauses]).toEqual([status, ours, 1, []]);
    }
  });
});

describe('F13: every answer', () => {
  test('holds only the known fields', async () => {
    const { ask } = testHandler({
      answers: [
        json(mintedSession({ resource: 'contact', internal: 'x' })),
        json(refreshedSession({ launch_url: 'https://embed.meshes.io/', launch_token: 'x', internal: 'x' })),
      ],
    });
    const minted = await fieldsOf(await ask('POST', '/sessions'));
    const { launch_token: _, ...promised } = mintedSession({ resource: 'contact' }) as Fields;
    expect(minted).toEqual({ ...promised, grant: expect.any(String) });
    const refreshed = await fieldsOf(await ask('POST', '/sessions/ses_1/refresh', { grant: minted['grant'] }));
    expect(refreshed).toEqual({ ...refreshedSession(), grant: expect.any(String) });
  });

  test.each([
    ['a success', 'POST', '/sessions', 200],
    ['a refusal', 'POST', '/elsewhere', 404],
    ['another method', 'GET', '/sessions', 405],
  ])('%s is not kept, not sniffed, and varies', async (_, method, path, status) => {
    const response = await testHandler().ask(method, path);
    expect(response.status).toBe(status);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('vary')).toMatch(/Origin.*Sec-Fetch-Site/);
  });
});

test('an onError that fails takes nothing with it', async () => {
  const { ask } = testHandler({
    answers: [refusal(401)],
    onError: () => {
      throw new Error('broken');
    },
  });
  expect(await codeOf(await ask('POST', '/sessions'))).toBe('meshes-refused');
});

test('E2: no error that is reported, and no answer to one, shows a secret', async () => {
  const { ask, errors } = testHandler({ answers: [refusal(403)] });
  const text = await (await ask('POST', '/sessions')).text();
  const shown = text + errors.map((error) => `${(error as Error).stack}${JSON.stringify(error)}`).join('');
  for (const canary of canaries) expect(shown).not.toContain(canary);
});
