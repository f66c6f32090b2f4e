import { describe, expect, test } from 'vitest';
import { faultNames } from '../src/faults/readFault.ts';
import { request, useSandbox } from './support/testSandbox.ts';

const api = useSandbox();
const unknown = '00000000-0000-4000-8000-000000000000';

describe('counters', () => {
  test('count every kind of thing, in total and by session', async () => {
    const { session_id, access_token, launch_url } = await api.mint();
    await fetch(launch_url);
    await fetch(launch_url);
    await api.manage('POST', `/sessions/${session_id}/refresh`);
    await api.call(access_token, 'GET', '/session');
    await api.manage('DELETE', `/sessions/${session_id}`);
    const { status, body } = await api.control('GET', '/stats');
    expect(status).toBe(200);
    expect(body).toEqual({
      mints: 1,
      mintAttempts: 1,
      refreshes: 1,
      refreshAttempts: 1,
      revokes: 1,
      launches: 1,
      launchesRefused: 1,
      authsReceived: 0,
      apiCalls: 1,
      apiUnauthorized: 1,
      messagesSent: {},
      sessions: { [session_id]: { refreshes: 1, launches: 1, authsReceived: 0, apiUnauthorized: 1 } },
    });
    expect(api.sandbox.stats()).toEqual(body);
  });

  test('a reading does not change any more', async () => {
    const before = api.sandbox.stats();
    await api.mint();
    expect(before.mints).toBe(0);
  });

  test('what was refused is no success, but was tried', async () => {
    await api.manage('POST', '/sessions', {});
    await api.manage('POST', '/sessions', {}, { secretKey: 'x'.repeat(43) });
    await api.manage('POST', `/sessions/${unknown}/refresh`);
    await api.manage('DELETE', `/sessions/${unknown}`);
    expect(api.sandbox.stats()).toMatchObject({
      mints: 0,
      mintAttempts: 2,
      refreshes: 0,
      refreshAttempts: 1,
      revokes: 0,
    });
  });
});

describe('acting on a session', () => {
  test('expire ends the access token, and a refresh brings the next', async () => {
    const { session_id, access_token } = await api.mint();
    expect((await api.control('POST', `/sessions/${session_id}/expire`)).status).toBe(200);
    expect(await api.call(access_token, 'GET', '/session')).toMatchObject({
      status: 401,
      body: { error: { code: 'token-expired' } },
    });
    const { body } = await api.manage('POST', `/sessions/${session_id}/refresh`);
    expect((await api.call(body.access_token, 'GET', '/session')).status).toBe(200);
  });

  test('rotate makes the token stale, as a refresh elsewhere would', async () => {
    const { session_id, access_token } = await api.mint();
    expect((await api.control('POST', `/sessions/${session_id}/rotate`)).status).toBe(200);
    expect(await api.call(access_token, 'GET', '/session')).toMatchObject({
      status: 401,
      body: { error: { code: 'token-stale' } },
    });
    expect(api.sandbox.stats().refreshes).toBe(0);
    expect((await api.manage('POST', `/sessions/${session_id}/refresh`)).status).toBe(200);
  });

  test('revoke ends the session', async () => {
    const { session_id, access_token } = await api.mint();
    expect((await api.control('POST', `/sessions/${session_id}/revoke`)).status).toBe(200);
    expect((await api.call(access_token, 'GET', '/session')).status).toBe(401);
    expect((await api.manage('POST', `/sessions/${session_id}/refresh`)).status).toBe(409);
    expect((await api.control('POST', `/sessions/${session_id}/rotate`)).status).toBe(409);
  });

  test.each(['expire', 'revoke', 'rotate'])('%s of an unknown session gets 404; another action too', async (action) => {
    expect(await api.control('POST', `/sessions/${unknown}/${action}`)).toMatchObject({
      status: 404,
      body: { error: { code: 'unknown-session' } },
    });
    expect((await api.control('POST', `/sessions/${unknown}/delete`)).status).toBe(404);
  });

  test('the methods do the same, and throw what HTTP says', async () => {
    const { session_id, access_token } = await api.mint();
    api.sandbox.expireSession(session_id);
    expect((await api.call(access_token, 'GET', '/session')).status).toBe(401);
    api.sandbox.revokeSession(session_id);
    expect(() => api.sandbox.rotateSession(session_id)).toThrowError(
      expect.objectContaining({ code: 'session-revoked' }),
    );
    expect(() => api.sandbox.expireSession(unknown)).toThrowError(expect.objectContaining({ code: 'unknown-session' }));
  });
});

test('what a launch shows is one of two kinds of pages', async () => {
  const launched = async () => (await fetch((await api.mint()).launch_url)).text();
  const full = await launched();
  expect(await api.control('POST', '/pages', { pages: 'plain' })).toMatchObject({ status: 200 });
  expect(await launched()).not.toContain('/assets/index');
  api.sandbox.reset();
  expect(full).toContain('/assets/index');
  expect(await launched()).toContain('/assets/index');
  expect((await api.control('POST', '/pages', { pages: 'fancy' })).status).toBe(400);
  expect((await api.control('POST', '/pages', null)).status).toBe(400);
  expect(() => api.sandbox.usePages('fancy' as 'full')).toThrowError(
    expect.objectContaining({
      code: 'bad-option',
      message: 'pages: expected one of full, plain; got "fancy"',
    }),
  );
});

describe('reset', () => {
  test('brings back the data, and forgets sessions, faults and counts; ids stay', async () => {
    const { access_token, launch_url } = await api.mint({ role: 'admin' });
    const before = (await api.call(access_token, 'GET', '/connections')).body.records;
    await api.call(access_token, 'DELETE', `/connections/${before[0].id}`);
    api.sandbox.addFault({ fault: 'mint-status', status: 500 });
    expect((await api.control('POST', '/reset')).status).toBe(200);
    expect(api.sandbox.listFaults()).toEqual([]);
    expect(api.sandbox.stats()).toMatchObject({ mints: 0, apiCalls: 0, sessions: {} });
    expect((await api.call(access_token, 'GET', '/connections')).status).toBe(401);
    expect((await fetch(launch_url)).status).toBe(401);
    const again = await api.mint({ role: 'admin' });
    expect((await api.call(again.access_token, 'GET', '/connections')).body.records).toEqual(before);
  });

  test('what a page from before it still asks does not count for what comes after', async () => {
    const { access_token } = await api.mint();
    api.sandbox.reset();
    expect((await api.call(access_token, 'GET', '/session')).status).toBe(401);
    expect(api.sandbox.stats()).toMatchObject({ apiCalls: 0, apiUnauthorized: 0 });
    expect((await api.call('no-token-of-ours', 'GET', '/session')).status).toBe(401);
    expect(api.sandbox.stats()).toMatchObject({ apiCalls: 1, apiUnauthorized: 1 });
  });
});

describe('who may use the control plane', () => {
  const stats = (headers: Record<string, string>, method = 'GET') =>
    request(`${api.sandbox.apiUrl}/__sandbox/stats`, method, null, undefined, headers);

  test.each(['http://localhost:5173', 'http://127.0.0.1:3000', 'http://[::1]:8080', 'https://app.localhost'])(
    'pages of this machine (%s), by CORS',
    async (origin) => {
      const { status, headers } = await stats({ origin });
      expect([status, headers.get('access-control-allow-origin')]).toEqual([200, origin]);
      const preflight = await stats({ origin, 'access-control-request-method': 'POST' }, 'OPTIONS');
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    },
  );

  test.each(['https://example.com', 'null', 'http://localhost.example.com', 'http://127.0.0.1.example.com'])(
    'no page of elsewhere (%s)',
    async (origin) => {
      const { status, headers } = await stats({ origin });
      expect([status, headers.get('access-control-allow-origin')]).toEqual([403, null]);
    },
  );

  test('the management API has no CORS for anyone', async () => {
    const { headers } = await request(
      `${api.sandbox.apiUrl}/api/v1/sessions`,
      'POST',
      null,
      {},
      { origin: 'http://localhost:5173' },
    );
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test('localhost is as good a name as 127.0.0.1', async () => {
    const { port } = new URL(api.sandbox.apiUrl);
    expect((await request(`http://localhost:${port}/__sandbox/stats`, 'GET', null)).status).toBe(200);
  });

  test('unknown paths get 404', async () => {
    expect((await api.control('GET', '/nothing')).status).toBe(404);
  });
});

describe('landing pages', () => {
  test('tell what this is, the keys, and a line for every fault that works as it stands', async () => {
    const { status, headers, text } = await request(`${api.sandbox.apiUrl}/`, 'GET', null);
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(text).toContain(api.sandbox.accessKey);
    expect(text).toContain('Harbor &amp; Pine Goods');
    const bodies = [
      ...text
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .matchAll(/faults -d '(.*?)'/g),
    ].map(([, json = '']) => JSON.parse(json));
    expect(bodies.map(({ fault }: { fault: string }) => fault).toSorted()).toEqual(faultNames.toSorted());
    for (const body of bodies) expect((await api.control('POST', '/faults', body)).status).toBe(200);
  });

  test('the embed has one too', async () => {
    const { status, text } = await request(`${api.sandbox.embedUrl}/`, 'GET', null);
    expect(status).toBe(200);
    expect(text).toContain(api.sandbox.apiUrl);
    expect(text).not.toContain(api.sandbox.secretKey);
  });
});
