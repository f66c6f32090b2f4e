import type { Sandbox } from '@meshes-embed/sandbox';
import { describe, expect, test } from 'vitest';
import { examine, pagesOrigin, told, verdict } from './examine.ts';
import { useSandbox } from './useSandbox.ts';

type Fault = Parameters<Sandbox['addFault']>[0];

const here = useSandbox();
const json = (args: readonly string[] = [], differing = {}) => examine(here.sandbox, ['--json', ...args], differing);

describe('a healthy sandbox', () => {
  test('everything passes, each thing is asked for once', async () => {
    const examined = await examine(here.sandbox);
    expect(examined.status).toBe(0);
    expect(examined.output).toMatch(/14 passed, 0 failed, 0 unknown$/);
    expect(examined.errors).toBe('');
    for (const line of examined.output.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(here.sandbox.stats()).toMatchObject({
      mintAttempts: 1,
      launches: 1,
      launchesRefused: 1,
      refreshAttempts: 2,
      refreshes: 1,
      revokes: 1,
      apiCalls: 2,
      apiUnauthorized: 1,
    });
  });

  test('--json is one line that says the same', async () => {
    const examined = await json();
    expect(examined.output).not.toContain('\n');
    expect(JSON.parse(examined.output)).toMatchObject({
      workspace: here.sandbox.workspaces[0]?.id,
      origin: pagesOrigin,
      endpoint: null,
      passed: 14,
      failed: 0,
      unknown: 0,
      sessions: { minted: 1, revoked: 1 },
      stopped: false,
    });
    expect(verdict(examined)).toEqual({ found: [], unknown: [] });
  });

  test('the session is minted only for the origin of the pages, with the shortest life', async () => {
    await examine(here.sandbox);
    const [record, ...others] = await here.sessions();
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      status: 'revoked',
      external_user_id: expect.stringMatching(/^meshes-doctor [0-9a-f-]{36}$/),
    });
  });
});

describe('with each fault', () => {
  const afterMint = ['launch-url', 'launch', 'framing', 'use-once', 'refresh', 'stale-token', 'revoke'];

  test.each<[Fault, readonly string[], readonly string[]]>([
    [{ fault: 'launch-expired' }, ['launch-refused'], ['framing', 'use-once']],
    [{ fault: 'launch-reusable' }, ['launch-reusable'], []],
    [{ fault: 'frame-ancestors', value: 'https://other.example.com' }, ['framing-refused'], []],
    [{ fault: 'frame-ancestors', value: "'none'" }, ['framing-refused'], []],
    [{ fault: 'frame-ancestors', value: '*' }, ['framing-open'], []],
    [{ fault: 'mint-status', status: 503, times: 1 }, ['mint-failing'], afterMint],
    [{ fault: 'mint-status', status: 429, times: 1 }, ['mint-failing'], afterMint],
    [{ fault: 'mint-status', status: 403 }, ['mint-refused'], afterMint],
    [{ fault: 'refresh-status', status: 500, times: 1 }, ['refresh-failing'], ['stale-token']],
    [{ fault: 'refresh-status', status: 404, times: 1 }, ['refresh-refused'], ['stale-token']],
    [{ fault: 'refresh-hang', times: 1 }, ['refresh-failing'], ['stale-token']],
    [{ fault: 'stale-accepted' }, ['stale-accepted'], []],
    [{ fault: 'revoke-status', status: 503, times: 1 }, ['revoke-failing'], []],
    [{ fault: 'clock-skew', seconds: 120 }, ['clock-off'], []],
    [{ fault: 'clock-skew', seconds: -120 }, ['clock-off'], []],
    [{ fault: 'latency', ms: 10 }, [], []],
  ])('%j', async (fault, found, unknown) => {
    here.sandbox.addFault(fault);
    const examined = await json(fault.fault === 'refresh-hang' ? ['--timeout', '2'] : []);
    expect(verdict(examined)).toEqual({ found, unknown });
    expect(examined.status).toBe(found.length === 0 ? 0 : 1);
  });

  // The embed's page acts these out in a browser; no backend can see them.
  test.each<Fault>([
    { fault: 'ready-never' },
    { fault: 'ready-late', ms: 1000 },
    { fault: 'ready-twice' },
    { fault: 'refresh-requests', count: 3 },
    { fault: 'token-expired' },
    { fault: 'resize-never' },
    { fault: 'resize-storm', count: 50 },
    { fault: 'resize-growing' },
    { fault: 'navigate-away', url: 'https://example.com/' },
    { fault: 'reload-frame' },
  ])('$fault does not show from a backend', async (fault) => {
    here.sandbox.addFault(fault);
    expect(verdict(await json())).toEqual({ found: [], unknown: [] });
  });

  test('the table says why something is unknown, and the rest says what to do', async () => {
    here.sandbox.addFault({ fault: 'launch-expired' });
    const { output } = await examine(here.sandbox);
    expect(output).toMatch(/^failed {3}launch {7}status 401, a page that says why$/m);
    expect(output).toMatch(/^unknown {2}framing {6}launch failed$/m);
    expect(output).toMatch(
      /^launch-refused \(launch\)\n {2}seen .*\n {2}expected [^]*means [^]*remedy [^]*symptom {3}"Invalid or expired embed launch token"$/m,
    );
  });

  test('a session that cannot be revoked is told by its id', async () => {
    here.sandbox.addFault({ fault: 'revoke-status', status: 500 });
    const examined = await json();
    const [record] = await here.sessions();
    expect(told(examined)['clean-up']).toMatchObject({
      code: 'session-left',
      seen: `not revoked: ${record?.session_id}`,
    });
    expect(examined.status).toBe(1);
    here.sandbox.revokeSession(record?.session_id ?? '');
  });
});

describe('credentials and addresses', () => {
  const all = ['service', 'clock', 'signing', 'workspace', 'mint'];
  const rest = ['launch-url', 'launch', 'framing', 'use-once', 'refresh', 'stale-token', 'revoke'];

  test.each([
    ['MESHES_ORGANIZATION_ID', 'acme'],
    ['MESHES_ACCESS_KEY', 'mk_short'],
    ['MESHES_SECRET_KEY', 'a secret with blanks in it, and long enough to be one\n'],
  ])('%s without its form is told by its name, and nothing is sent', async (name, value) => {
    const fetch = () => Promise.reject(new Error('nothing should be sent'));
    const examined = await json([], { environment: { [name]: value }, fetch });
    expect(verdict(examined)).toEqual({ found: ['credentials-malformed'], unknown: [...all, ...rest] });
    expect(told(examined)['credentials']?.seen).toMatch(
      new RegExp(`^${name}: expected .*, got text of ${value.length} characters$`),
    );
    expect(examined.output).not.toContain(value.trim());
  });

  test.each([
    ['key-refused', { MESHES_SECRET_KEY: '0123456789-abcdefghijklmnopqrstuvwxyz-0123456789' }],
    ['key-refused', { MESHES_ACCESS_KEY: 'mk_0123456789-abcdefghijklmnopqrstuvwxyz' }],
    ['organization-refused', { MESHES_ORGANIZATION_ID: '00000000-0000-4000-8000-000000000000' }],
  ])('%s', async (code, environment) => {
    expect(verdict(await json([], { environment }))).toEqual({
      found: [code],
      unknown: ['workspace', 'mint', ...rest],
    });
  });

  test('a workspace that is not there', async () => {
    const examined = await json(['--workspace', '00000000-0000-4000-8000-000000000000']);
    expect(verdict(examined)).toEqual({ found: ['workspace-unknown'], unknown: ['mint', ...rest] });
    expect(told(examined)['workspace']?.seen).toMatch(/^status 404 \(request /);
  });

  test('a service that does not answer, and one that is another', async () => {
    const unreachable = await json([], { environment: { MESHES_BASE_URL: 'http://127.0.0.1:9' } });
    expect(verdict(unreachable).found).toEqual(['service-unreachable']);
    const other = await json([], {
      environment: { MESHES_BASE_URL: here.sandbox.embedUrl },
      fetch: () => Promise.resolve(new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })),
    });
    expect(verdict(other).found).toEqual(['service-other']);
  });
});
