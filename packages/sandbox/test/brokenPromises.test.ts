import { describe, expect, test } from 'vitest';
import { useSandbox } from './support/testSandbox.ts';

// Faults by which the service breaks a promise of the contract, for those who check that it is kept.
const api = useSandbox();
const ancestorsOf = async (url: string) =>
  /frame-ancestors ([^;]*)/.exec((await fetch(url)).headers.get('content-security-policy') ?? '')?.[1];

describe('launch-reusable', () => {
  test('lets so many launches pass whose token is spent', async () => {
    api.sandbox.addFault({ fault: 'launch-reusable', times: 1 });
    const { launch_url } = await api.mint();
    const statuses: number[] = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await fetch(launch_url)).status);
    expect(statuses).toEqual([200, 200, 401]);
    expect(api.sandbox.stats()).toMatchObject({ launches: 2, launchesRefused: 1 });
  });

  test('is no longer life, and revives no revoked session', async () => {
    api.sandbox.addFault({ fault: 'launch-reusable' });
    const [late, revoked] = [await api.mint(), await api.mint()];
    api.sandbox.revokeSession(revoked.session_id);
    expect((await fetch(revoked.launch_url)).status).toBe(401);
    expect((await fetch(late.launch_url)).status).toBe(200);
    api.clock.advance(30);
    expect((await fetch(late.launch_url)).status).toBe(401);
  });
});

describe('frame-ancestors', () => {
  test('is in the header in place of what the mint said, only for its session', async () => {
    const allowed_origins = ['https://app.example.com'];
    const [one, other] = [await api.mint({ allowed_origins }), await api.mint({ allowed_origins })];
    api.sandbox.addFault({ fault: 'frame-ancestors', value: 'https://other.example.com', session_id: one.session_id });
    expect(await ancestorsOf(one.launch_url)).toBe('https://other.example.com');
    expect(await ancestorsOf(other.launch_url)).toBe('https://app.example.com');
  });
});

describe('stale-accepted', () => {
  test('takes so many calls with an older token', async () => {
    const { session_id, access_token } = await api.mint();
    await api.manage('POST', `/sessions/${session_id}/refresh`);
    api.sandbox.addFault({ fault: 'stale-accepted', times: 1 });
    expect((await api.call(access_token, 'GET', '/session')).body).toMatchObject({ session_id });
    expect((await api.call(access_token, 'GET', '/session')).status).toBe(401);
    expect(api.sandbox.stats()).toMatchObject({ apiCalls: 2, apiUnauthorized: 1 });
  });

  test('but none that is expired, revoked or no token at all', async () => {
    const { session_id, access_token } = await api.mint();
    await api.manage('POST', `/sessions/${session_id}/refresh`);
    api.sandbox.addFault({ fault: 'stale-accepted' });
    expect((await api.call('nonsense', 'GET', '/session')).status).toBe(401);
    api.sandbox.expireSession(session_id);
    expect((await api.call(access_token, 'GET', '/session')).status).toBe(401);
    await api.manage('POST', `/sessions/${session_id}/refresh`);
    expect((await api.call(access_token, 'GET', '/session')).status).toBe(200);
    api.sandbox.revokeSession(session_id);
    expect((await api.call(access_token, 'GET', '/session')).status).toBe(401);
  });
});

describe('revoke-status', () => {
  test('refuses so many revocations, and the session lives on', async () => {
    const { session_id, access_token } = await api.mint();
    api.sandbox.addFault({ fault: 'revoke-status', status: 503, retryAfter: 1, times: 1 });
    const refused = await api.manage('DELETE', `/sessions/${session_id}`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect((await api.call(access_token, 'GET', '/session')).status).toBe(200);
    expect((await api.manage('DELETE', `/sessions/${session_id}`)).body).toEqual({ revoked: true });
    expect(api.sandbox.stats().revokes).toBe(1);
  });
});
