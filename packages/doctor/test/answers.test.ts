import { describe, expect, test } from 'vitest';
import { examine, told, verdict } from './examine.ts';
import { useSandbox } from './useSandbox.ts';

// What no fault of the sandbox plays: answers that are changed on their way.
const here = useSandbox();
type Fetch = typeof globalThis.fetch;

/** Changes the answers that a test picks, by method and path. */
function changing(pick: RegExp, change: (response: Response) => Response | Promise<Response>): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    return pick.test(`${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`) ? await change(response) : response;
  };
}

type Fields = Readonly<Record<string, unknown>>;
const bodyOf = async (response: Response) => (await response.json()) as Fields;
const withFields = (fields: Fields) => async (response: Response) =>
  Response.json({ ...(await bodyOf(response)), ...fields }, { headers: response.headers });
const found = async (fetch: Fetch, args: readonly string[] = []) =>
  verdict(await examine(here.sandbox, ['--json', ...args], { fetch })).found;
const mintRequest = /^POST .*\/sessions$/;
const launchRequest = /^GET \/workspace\//;

describe('answers that break the contract', () => {
  test.each([
    ['a launch URL of another scheme', { launch_url: 'ftp://embed.example.com/?launch=canary' }],
    ['plain http that is not on loopback', { launch_url: 'http://embed.example.com/?launch=canary' }],
    ['no launch URL', { launch_url: null }],
    ['another workspace', { workspace_id: '00000000-0000-4000-8000-000000000000' }],
  ])('mint: %s; the session is found by its mark and revoked', async (_, fields) => {
    const examined = await examine(here.sandbox, ['--json'], { fetch: changing(mintRequest, withFields(fields)) });
    expect(verdict(examined).found).toEqual(['mint-answer']);
    expect(told(examined)['clean-up']).toMatchObject({
      status: 'passed',
      seen: 'the session that was minted is revoked',
    });
  });

  test('a launch URL at the origin of the pages', async () => {
    expect(await found(fetch, ['--origin', here.sandbox.embedUrl])).toEqual(['launch-own-origin']);
  });

  test('frame-ancestors that is missing, and the older header', async () => {
    const plain = (headers: Record<string, string>) =>
      changing(launchRequest, ({ status }) => new Response('', { status, headers }));
    expect(await found(plain({}))).toEqual(['framing-open']);
    expect(await found(plain({ 'x-frame-options': 'DENY' }))).toEqual(['framing-refused']);
    expect(await found(plain({ 'content-security-policy': "default-src 'none'" }))).toEqual(['framing-open']);
  });

  test('a launch that redirects is not followed, and nothing is claimed of it', async () => {
    const examined = await examine(here.sandbox, ['--json'], {
      fetch: changing(launchRequest, () => Response.redirect('https://elsewhere.example.com/?launch=canary', 302)),
    });
    expect(verdict(examined)).toEqual({ found: [], unknown: ['launch', 'framing', 'use-once'] });
    expect(examined.status).toBe(0);
  });

  test('a refresh that brings the same token', async () => {
    let first = '';
    const fetch: Fetch = async (input, init) => {
      const response = await globalThis.fetch(input, init);
      if (!response.ok || init?.method !== 'POST') return response;
      const body = await bodyOf(response);
      first ||= String(body['access_token']);
      return Response.json({ ...body, access_token: first }, { headers: response.headers });
    };
    expect(await found(fetch)).toEqual(['refresh-same-token']);
  });

  test('a revocation without effect', async () => {
    const refreshed: Response[] = [];
    const fetch: Fetch = async (input, init) => {
      const response = await globalThis.fetch(input, init);
      if (!String(input).endsWith('/refresh')) return response;
      if (response.ok) refreshed.push(response.clone());
      return refreshed[0]?.clone() ?? response;
    };
    expect(await found(fetch)).toEqual(['revoke-without-effect']);
  });

  test('an answer without Date leaves the clock unknown', async () => {
    const examined = await examine(here.sandbox, ['--json'], {
      fetch: changing(/api\/v1/, async (response) => Response.json(await response.json(), { status: response.status })),
    });
    expect(verdict(examined)).toEqual({ found: [], unknown: ['clock'] });
  });
});

describe('the stale token', () => {
  const https = changing(mintRequest, async (response) => {
    const body = await bodyOf(response);
    return Response.json(
      { ...body, launch_url: String(body['launch_url']).replace('http://127.0.0.1', 'https://embed.example.com') },
      { headers: response.headers },
    );
  });
  /** Brings the requests for the embed's made-up origin back to the sandbox. */
  const remote: Fetch = (input, init) =>
    https(String(input).replace('https://embed.example.com', 'http://127.0.0.1'), init);

  test('of the real service is unknown: no address is documented', async () => {
    const examined = await examine(here.sandbox, ['--json'], { fetch: remote });
    expect(verdict(examined)).toEqual({ found: [], unknown: ['stale-token'] });
    expect(told(examined)['stale-token']?.why).toContain('--embed-api');
  });

  test('is looked at where an address is named', async () => {
    expect(verdict(await examine(here.sandbox, ['--json', '--embed-api', '/api/session'], { fetch: remote }))).toEqual({
      found: [],
      unknown: [],
    });
    here.sandbox.addFault({ fault: 'stale-accepted' });
    expect(await found(remote, ['--embed-api', '/api/session'])).toEqual(['stale-accepted']);
  });

  test('at an address that takes no token at all nothing is claimed', async () => {
    const examined = await examine(here.sandbox, ['--json', '--embed-api', '/api/nothing'], { fetch: remote });
    expect(told(examined)['stale-token']).toMatchObject({
      status: 'unknown',
      why: expect.stringContaining('(status 404)'),
    });
  });
});

describe('no session is left', () => {
  test('where the answer to the mint gets lost', async () => {
    const lost = changing(mintRequest, () => {
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });
    });
    const examined = await examine(here.sandbox, ['--json'], { fetch: lost });
    expect(told(examined)['mint']).toMatchObject({ code: 'mint-failing', seen: expect.stringContaining('ECONNRESET') });
    expect(told(examined)['clean-up']?.seen).toBe('the session that was minted is revoked');
    expect(here.sandbox.stats().mints).toBe(1);
  });

  test.each([
    ['while minting', mintRequest],
    ['while launching', launchRequest],
    ['while refreshing', /\/refresh$/],
    ['while revoking', /^DELETE /],
  ])('after Ctrl-C %s', async (_, pick) => {
    const stop = new AbortController();
    const fetch: Fetch = (input, init) => {
      if (pick.test(`${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`)) stop.abort(new Error('stopped'));
      return globalThis.fetch(input, init);
    };
    const examined = await examine(here.sandbox, ['--json'], { fetch, signal: stop.signal });
    expect(examined.status).toBe(2);
    expect(JSON.parse(examined.output)).toMatchObject({ stopped: true, sessions: { minted: 1, revoked: 1 } });
    expect(told(examined)['revoke']).toMatchObject({
      status: 'unknown',
      why: expect.stringMatching(/^stopped before/),
    });
    expect(here.sandbox.stats()).toMatchObject({ mints: 1, revokes: 1 });
  });
});
