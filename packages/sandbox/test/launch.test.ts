import { describe, expect, test } from 'vitest';
import { request, useSandbox } from './support/testSandbox.ts';

const api = useSandbox();
const launch = (url: string, method = 'GET') => request(url, method, null);

function boot(text: string) {
  const [, json = ''] = /<script id="boot" type="application\/json">(.*?)<\/script>/.exec(text) ?? [];
  return JSON.parse(json);
}

const refusal = 'Invalid or expired embed launch token';

describe('launch (contract §4)', () => {
  test('the first request gets the page, with its boot data and no token in it', async () => {
    const { launch_url, access_token, launch_token } = await api.mint();
    const { status, headers, text } = await launch(launch_url);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(boot(text)).toEqual({ base: '', frame: expect.any(String), host_origins: [], faults: [] });
    expect(text).not.toContain(access_token);
    expect(text).not.toContain(launch_token);
  });

  test('the page is not kept, tells no referrer, and runs nothing but its own script', async () => {
    const { headers } = await launch((await api.mint()).launch_url);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
  });

  test('H1: a launch URL works once', async () => {
    const { launch_url } = await api.mint();
    expect((await launch(launch_url)).status).toBe(200);
    const second = await launch(launch_url);
    expect(second.status).toBe(401);
    expect(second.text).toContain(refusal);
    expect(api.sandbox.stats()).toMatchObject({ launches: 1, launchesRefused: 1 });
  });

  test('H1: of many requests at once, one gets the page', async () => {
    const { launch_url } = await api.mint();
    const answers = await Promise.all(Array.from({ length: 8 }, () => launch(launch_url)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('it works until its time is over, and not any more then', async () => {
    const [early, late] = [await api.mint({ launch_ttl_seconds: 15 }), await api.mint({ launch_ttl_seconds: 15 })];
    api.clock.advance(14);
    expect((await launch(early.launch_url)).status).toBe(200);
    api.clock.advance(1);
    expect((await launch(late.launch_url)).status).toBe(401);
  });

  test.each([
    '/workspace/dashboard',
    '/workspace/dashboard?launch=',
    '/workspace/dashboard?launch=nonsense',
    '/workspace/events/evt_1',
    '/workspace/settings',
    '/workspace/members',
  ])('%s without a launch token of its own is refused', async (path) => {
    const { status, text } = await launch(`${api.sandbox.embedUrl}${path}`);
    expect(status).toBe(401);
    expect(text).toContain(refusal);
  });

  test('the refused page holds no script, and so sends no message', async () => {
    const { headers, text } = await launch(`${api.sandbox.embedUrl}/workspace/dashboard`);
    expect(text).not.toMatch(/<script|javascript:|\son\w+=/i);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('script-src');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('looking at a launch URL with HEAD does not spend it', async () => {
    const { launch_url } = await api.mint();
    expect((await launch(launch_url, 'HEAD')).status).toBe(401);
    expect((await launch(launch_url)).status).toBe(200);
  });

  test.each([
    ['resource', 'connections', { session_type: 'resource', resource: 'project', resource_id: 'atlas' }],
    ['dashboard', 'events', { session_type: 'dashboard' }],
    ['workspace', 'members', {}],
  ])('the token of a %s session does not open the %s page', async (_type, page, fields) => {
    const { launch_url } = await api.mint(fields);
    expect((await launch(launch_url.replace('/workspace/dashboard', `/workspace/${page}`))).status).toBe(401);
  });

  test.each(['dashboard', 'connections', 'rules', 'events'])('the %s page can be launched', async (page) => {
    expect((await launch((await api.mint({ launch_page: page })).launch_url)).status).toBe(200);
  });
});

describe('who may frame the embed (contract §2)', () => {
  test('anyone, if the mint named no one', async () => {
    const { launch_url } = await api.mint();
    const answers = [await launch(launch_url), await launch(launch_url)];
    for (const { headers } of answers) expect(headers.get('content-security-policy')).toMatch(/frame-ancestors \*$/);
  });

  test('those named, as browsers write them; the refused page too', async () => {
    const { launch_url } = await api.mint({ allowed_origins: ['https://app.example.com', 'HTTP://LocalHost:3000'] });
    for (const expected of [200, 401]) {
      const { status, headers, text } = await launch(launch_url);
      expect(status).toBe(expected);
      expect(headers.get('content-security-policy')).toMatch(
        /frame-ancestors https:\/\/app\.example\.com http:\/\/localhost:3000$/,
      );
      if (status === 200) expect(boot(text).host_origins).toEqual(['https://app.example.com', 'http://localhost:3000']);
    }
  });
});

describe("the page's files", () => {
  test('may be kept for long', async () => {
    const { text } = await launch((await api.mint()).launch_url);
    const [, script] = /<script type="module"[^>]* src="([^"]+)"/.exec(text) ?? [];
    const { status, headers } = await launch(`${api.sandbox.embedUrl}${script}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/javascript/);
    expect(headers.get('cache-control')).toContain('immutable');
  });

  test.each(['/assets/nothing.js', '/assets/..%2Findex.html', '/assets/%2e%2e%2findex.html', '/assets/.hidden'])(
    '%s is not there',
    async (path) => {
      expect((await launch(`${api.sandbox.embedUrl}${path}`)).status).toBe(404);
    },
  );
});
