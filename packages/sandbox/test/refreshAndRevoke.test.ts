import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { request, useSandbox } from './support/testSandbox.ts';

const api = useSandbox();
const unknown = '00000000-0000-4000-8000-000000000000';

describe('refresh (contract §2, §6)', () => {
  test('gives the same session a new token and new expiry, and no launch fields', async () => {
    const minted = await api.mint({
      ttl_seconds: 600,
      session_type: 'resource',
      resource: 'project',
      resource_id: 'atlas',
    });
    api.clock.advance(120);
    const { status, body } = await api.manage('POST', `/sessions/${minted.session_id}/refresh`);
    expect(status).toBe(200);
    expect(body).toEqual({
      session_id: minted.session_id,
      access_token: expect.any(String),
      expires_in: 600,
      expires_at: new Date(Date.parse(minted.expires_at) + 120_000).toISOString(),
      workspace_id: minted.workspace_id,
      role: 'member',
      session_type: 'resource',
      resource: 'project',
      resource_id: 'atlas',
    });
    expect(body.access_token).not.toBe(minted.access_token);
  });

  test('makes the older token stale at once: 401 for it, 200 for the newer', async () => {
    const minted = await api.mint();
    const { body } = await api.manage('POST', `/sessions/${minted.session_id}/refresh`);
    expect(await api.call(minted.access_token, 'GET', '/session')).toMatchObject({
      status: 401,
      body: { error: { code: 'token-stale' } },
    });
    expect((await api.call(body.access_token, 'GET', '/session')).status).toBe(200);
  });

  test('of two at once leaves one token that is good', async () => {
    const { session_id } = await api.mint();
    const answers = await Promise.all([1, 2].map(() => api.manage('POST', `/sessions/${session_id}/refresh`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const calls = await Promise.all(answers.map(({ body }) => api.call(body.access_token, 'GET', '/session')));
    expect(calls.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test('brings back a session whose token has expired', async () => {
    const { session_id, access_token } = await api.mint({ ttl_seconds: 300 });
    api.clock.advance(301);
    expect((await api.call(access_token, 'GET', '/session')).status).toBe(401);
    const { status, body } = await api.manage('POST', `/sessions/${session_id}/refresh`);
    expect(status).toBe(200);
    expect((await api.call(body.access_token, 'GET', '/session')).status).toBe(200);
  });

  test.each([unknown, 'nothing', '..%2F..', 'x'.repeat(2000)])(
    'of a session that does not exist gets 404',
    async (id) => {
      expect(await api.manage('POST', `/sessions/${id}/refresh`)).toMatchObject({
        status: 404,
        body: { message: expect.any(String) },
      });
    },
  );

  test('needs the machine JWT', async () => {
    const { session_id, access_token } = await api.mint();
    expect(
      (await request(`${api.sandbox.apiUrl}/api/v1/sessions/${session_id}/refresh`, 'POST', access_token)).status,
    ).toBe(401);
    expect(api.sandbox.stats()).toMatchObject({ refreshes: 0, refreshAttempts: 1 });
  });
});

describe('access tokens (contract §1)', () => {
  test('live as long as the mint said, to the second', async () => {
    const { access_token } = await api.mint({ ttl_seconds: 300 });
    const { iat = 0, exp = 0 } = decodeJwt(access_token);
    expect(exp - iat).toBe(300);
    api.clock.advance(299);
    expect((await api.call(access_token, 'GET', '/session')).status).toBe(200);
    api.clock.advance(1);
    expect(await api.call(access_token, 'GET', '/session')).toMatchObject({
      status: 401,
      body: { error: { code: 'token-expired' } },
    });
  });
});

describe('revoking (contract §2, §6)', () => {
  test('ends refresh, token and launch, and answers the same a second time', async () => {
    const { session_id, access_token, launch_url } = await api.mint();
    const answers = [
      await api.manage('DELETE', `/sessions/${session_id}`),
      await api.manage('DELETE', `/sessions/${session_id}`),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { revoked: true } });
    expect(await api.manage('POST', `/sessions/${session_id}/refresh`)).toMatchObject({
      status: 409,
      body: { message: expect.any(String) },
    });
    expect(await api.call(access_token, 'GET', '/session')).toMatchObject({
      status: 401,
      body: { error: { code: 'token-revoked' } },
    });
    expect((await fetch(launch_url)).status).toBe(401);
  });

  test('a session that does not exist gets 404', async () => {
    expect((await api.manage('DELETE', `/sessions/${unknown}`)).status).toBe(404);
  });

  test('does not touch other sessions', async () => {
    const [one, other] = [await api.mint(), await api.mint()];
    await api.manage('DELETE', `/sessions/${one.session_id}`);
    expect((await api.call(other.access_token, 'GET', '/session')).status).toBe(200);
  });
});

describe('what the management API does not have', () => {
  test.each([
    ['GET', '/sessions/abc'],
    ['PUT', '/sessions'],
    ['PATCH', '/sessions'],
    ['OPTIONS', '/sessions'],
    ['GET', '/members'],
  ])('%s %s gets 404 with an error body, and no CORS header', async (method, path) => {
    const { status, body, headers } = await api.manage(method, path);
    expect(status).toBe(404);
    expect(body).toEqual({ message: expect.any(String) });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(headers.get('x-request-id')).toMatch(/\S/);
  });
});
