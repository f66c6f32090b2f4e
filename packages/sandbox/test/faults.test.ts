import { describe, expect, test } from 'vitest';
import { signMachineJwt } from './support/signMachineJwt.ts';
import { request, useSandbox } from './support/testSandbox.ts';

const api = useSandbox();
const mint = () => api.manage('POST', '/sessions', { workspace_id: api.sandbox.workspaces[0]?.id });
const refresh = (id: string) => api.manage('POST', `/sessions/${id}/refresh`);

/** Sends a refresh that the caller may give up, and waits until the sandbox has it. */
async function startRefresh(id: string, signal?: AbortSignal) {
  const attempts = api.sandbox.stats().refreshAttempts;
  const token = await signMachineJwt(api.sandbox, api.clock.now());
  const response = fetch(`${api.sandbox.apiUrl}/api/v1/sessions/${id}/refresh`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    ...(signal && { signal }),
  });
  await expect.poll(() => api.sandbox.stats().refreshAttempts).toBe(attempts + 1);
  // Wrapped, because a promise that is returned by itself would be awaited.
  return { response };
}

describe('posting and deleting faults', () => {
  test.each([
    { fault: 'launch-expired' },
    { fault: 'launch-reusable' },
    { fault: 'frame-ancestors', value: "'none'" },
    { fault: 'ready-never' },
    { fault: 'ready-late', ms: 500 },
    { fault: 'ready-twice' },
    { fault: 'mint-status', status: 503, times: 2, retryAfter: 1 },
    { fault: 'refresh-status', status: 429, times: 1 },
    { fault: 'refresh-hang' },
    { fault: 'stale-accepted' },
    { fault: 'revoke-status', status: 500, times: 1 },
    { fault: 'refresh-requests', count: 3 },
    { fault: 'token-expired' },
    { fault: 'resize-never' },
    { fault: 'resize-storm', count: 50 },
    { fault: 'resize-growing' },
    { fault: 'resize-growing', step: 10 },
    { fault: 'navigate-away', url: 'https://example.com/' },
    { fault: 'reload-frame' },
    { fault: 'latency', ms: 10 },
    { fault: 'clock-skew', seconds: -120 },
  ])('$fault is taken, listed, and deleted', async (fault) => {
    const posted = await api.control('POST', '/faults', fault);
    expect(posted).toMatchObject({ status: 200, body: fault });
    expect((await api.control('GET', '/faults')).body.records).toEqual([posted.body]);
    expect((await api.control('DELETE', '/faults')).body.records).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['an unknown one', { fault: 'coffee-spilled' }],
    ['a name that objects have by themselves', { fault: 'constructor' }],
    ['none', {}],
    ['null', null],
    ['a list', []],
    ['a missing field', { fault: 'latency' }],
    ['a field of the wrong type', { fault: 'latency', ms: '10' }],
    ['a negative time', { fault: 'ready-late', ms: -1 }],
    ['a status that is no refusal', { fault: 'mint-status', status: 200 }],
    ['a status beyond HTTP', { fault: 'refresh-status', status: 600 }],
    ['no uses at all', { fault: 'token-expired', times: 0 }],
    ['a fraction of a use', { fault: 'token-expired', times: 1.5 }],
    ['a script as an address', { fault: 'navigate-away', url: 'javascript:alert(1)' }],
    ['no address', { fault: 'navigate-away', url: 'somewhere' }],
    ['a header of several directives', { fault: 'frame-ancestors', value: "'none'; script-src *" }],
    ['a header of several lines', { fault: 'frame-ancestors', value: "'none'\r\nX-Other: 1" }],
    ['a header that is blank', { fault: 'frame-ancestors', value: ' ' }],
    ['a field of another fault', { fault: 'refresh-hang', ms: 10 }],
    [
      'a session that has no say in it',
      { fault: 'mint-status', status: 500, session_id: '00000000-0000-4000-8000-000000000000' },
    ],
  ])('%s gets 400 that says what was expected', async (_case, fault) => {
    const { status, body } = await api.control('POST', '/faults', fault);
    expect(status).toBe(400);
    expect(body).toEqual({
      message: expect.stringMatching(/expected|unknown field|is required/),
      error: { code: 'bad-fault' },
    });
    expect(api.sandbox.listFaults()).toEqual([]);
  });

  test('what is no JSON gets 400', async () => {
    expect((await api.control('POST', '/faults', '{')).status).toBe(400);
  });

  test('one without times replaces its like; those with times queue before it', async () => {
    api.sandbox.addFault({ fault: 'mint-status', status: 500 });
    api.sandbox.addFault({ fault: 'mint-status', status: 503 });
    api.sandbox.addFault({ fault: 'mint-status', status: 429, times: 1 });
    api.sandbox.addFault({ fault: 'mint-status', status: 403, times: 1 });
    const statuses: number[] = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await mint()).status);
    expect(statuses).toEqual([429, 403, 503, 503]);
    expect(api.sandbox.listFaults()).toMatchObject([{ fault: 'mint-status', status: 503 }]);
  });

  test('those of one name can be deleted by themselves; an unknown name gets 400', async () => {
    api.sandbox.addFault({ fault: 'mint-status', status: 500 });
    api.sandbox.addFault({ fault: 'ready-never' });
    expect((await api.control('DELETE', '/faults?fault=mint-status')).body.records).toMatchObject([
      { fault: 'ready-never' },
    ]);
    expect((await api.control('DELETE', '/faults?fault=nothing')).status).toBe(400);
  });

  test('the method throws what HTTP says', () => {
    expect(() => api.sandbox.addFault({ fault: 'latency', ms: -1 })).toThrowError(
      expect.objectContaining({ name: 'SandboxError', code: 'bad-fault' }),
    );
  });
});

describe('mint-status and refresh-status', () => {
  test('answer so often with the status and Retry-After, then no more', async () => {
    api.sandbox.addFault({ fault: 'mint-status', status: 503, times: 2, retryAfter: 7 });
    const refused = [await mint(), await mint()];
    for (const { status, headers, body } of refused) {
      expect([status, headers.get('retry-after'), typeof body.message]).toEqual([503, '7', 'string']);
    }
    expect((await mint()).status).toBe(200);
    expect(api.sandbox.stats()).toMatchObject({ mints: 1, mintAttempts: 3 });
  });

  test('a failed refresh leaves the token good', async () => {
    const { session_id, access_token } = await api.mint();
    api.sandbox.addFault({ fault: 'refresh-status', status: 500 });
    const { status, headers } = await refresh(session_id);
    expect([status, headers.get('retry-after')]).toEqual([500, null]);
    expect((await api.call(access_token, 'GET', '/session')).status).toBe(200);
    expect(api.sandbox.stats()).toMatchObject({ refreshes: 0, refreshAttempts: 1 });
    api.sandbox.deleteFaults();
    expect((await refresh(session_id)).status).toBe(200);
  });

  test('one for a session does not touch the others', async () => {
    const [one, other] = [await api.mint(), await api.mint()];
    api.sandbox.addFault({ fault: 'refresh-status', status: 500, session_id: one.session_id });
    expect((await refresh(other.session_id)).status).toBe(200);
    expect((await refresh(one.session_id)).status).toBe(500);
  });
});

describe('refresh-hang', () => {
  test('holds the answer back until the fault is deleted', async () => {
    const { session_id } = await api.mint();
    api.sandbox.addFault({ fault: 'refresh-hang' });
    const { response } = await startRefresh(session_id);
    expect(api.sandbox.stats().refreshes).toBe(0);
    api.sandbox.deleteFaults('refresh-hang');
    expect((await response).status).toBe(200);
  });

  test('with times, holds only so many back, and deleting frees even those', async () => {
    const { session_id } = await api.mint();
    api.sandbox.addFault({ fault: 'refresh-hang', times: 1 });
    const { response: held } = await startRefresh(session_id);
    expect((await refresh(session_id)).status).toBe(200);
    api.sandbox.deleteFaults();
    expect((await held).status).toBe(200);
  });

  test('a caller that hangs up gets no refresh: its token stays good', async () => {
    const { session_id, access_token } = await api.mint();
    api.sandbox.addFault({ fault: 'refresh-hang', times: 1 });
    const caller = new AbortController();
    const { response: held } = await startRefresh(session_id, caller.signal);
    caller.abort();
    await expect(held).rejects.toThrow('aborted');
    expect((await api.call(access_token, 'GET', '/session')).status).toBe(200);
    // Were it still held back, it would go on now.
    api.sandbox.deleteFaults();
    expect((await api.call(access_token, 'GET', '/session')).status).toBe(200);
    expect(api.sandbox.stats()).toMatchObject({ refreshes: 0, refreshAttempts: 1 });
  });
});

describe('launch-expired', () => {
  test('refuses so many launches, each spending its token', async () => {
    api.sandbox.addFault({ fault: 'launch-expired', times: 1 });
    const [one, other] = [await api.mint(), await api.mint()];
    expect((await fetch(one.launch_url)).status).toBe(401);
    expect((await fetch(one.launch_url)).status).toBe(401);
    expect((await fetch(other.launch_url)).status).toBe(200);
  });
});

describe('clock-skew', () => {
  test.each([120, -120])('of %i s moves every date of the service, and its checks', async (seconds) => {
    api.sandbox.addFault({ fault: 'clock-skew', seconds });
    const there = api.clock.now() + seconds * 1000;
    const refused = await mint();
    expect(refused.status).toBe(401);
    expect(Date.parse(refused.headers.get('date') ?? '')).toBe(Math.floor(there / 1000) * 1000);

    const issued = Math.floor(there / 1000);
    const { status, body } = await api.manage(
      'POST',
      '/sessions',
      { workspace_id: api.sandbox.workspaces[0]?.id },
      { claims: { iat: issued, exp: issued + 60 } },
    );
    expect(status).toBe(200);
    expect(Date.parse(body.expires_at)).toBe((issued + 1800) * 1000);
    expect(body.expires_in).toBe(1800);
    expect(Date.parse(body.launch_expires_at)).toBe(there + 30_000);
    expect((await api.call(body.access_token, 'GET', '/session')).status).toBe(200);
  });

  test('a small one is within the leeway', async () => {
    api.sandbox.addFault({ fault: 'clock-skew', seconds: 5 });
    expect((await mint()).status).toBe(200);
  });

  test('with times, ends after so many requests', async () => {
    api.sandbox.addFault({ fault: 'clock-skew', seconds: 300, times: 2 });
    const statuses: number[] = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await mint()).status);
    expect(statuses).toEqual([401, 401, 200]);
  });
});

describe('latency', () => {
  test('uses one of its times for each request, and leaves the control plane quick', async () => {
    api.sandbox.addFault({ fault: 'latency', ms: 1, times: 2 });
    await api.control('GET', '/stats');
    expect(api.sandbox.listFaults()).toMatchObject([{ times_left: 2 }]);
    expect((await mint()).status).toBe(200);
    expect((await request(`${api.sandbox.embedUrl}/api/session`, 'GET', null)).status).toBe(401);
    expect(api.sandbox.listFaults()).toEqual([]);
  });

  test('holds requests back: nothing is minted before', async () => {
    api.sandbox.addFault({ fault: 'latency', ms: 600_000, times: 1 });
    const caller = new AbortController();
    const token = await signMachineJwt(api.sandbox, api.clock.now());
    const slow = fetch(`${api.sandbox.apiUrl}/api/v1/sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: '{}',
      signal: caller.signal,
    });
    await expect.poll(() => api.sandbox.listFaults()).toEqual([]);
    expect(api.sandbox.stats().mintAttempts).toBe(0);
    caller.abort();
    await expect(slow).rejects.toThrow('aborted');
  });
});
