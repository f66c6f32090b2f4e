import { describe, expect, test } from 'vitest';
import { authorization, base, testHandler } from './handlerFixtures.ts';

/** A request with exactly these headers, without those that a test would add. */
function bare(headers: Record<string, string>, url = `${base}/sessions`): Request {
  return new Request(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' });
}

describe('F3: what a form of another site can send', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/plain; application/json',
    '',
  ])('%j', async (type) => {
    const { ask, received } = testHandler();
    expect((await ask('POST', '/sessions', '{}', { 'content-type': type })).status).toBe(415);
    expect(received).toHaveLength(0);
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
    'but %j passes',
    async (type) => {
      expect((await testHandler().ask('POST', '/sessions', '{}', { 'content-type': type })).status).toBe(200);
    },
  );
});

describe('F4, F5: where the page is from', () => {
  test.each([
    ['same-origin', { 'sec-fetch-site': 'same-origin' }, 200],
    ['cross-site', { 'sec-fetch-site': 'cross-site', origin: 'https://app.example' }, 403],
    ['same-site', { 'sec-fetch-site': 'same-site', origin: 'https://other.app.example' }, 403],
    ['none', { 'sec-fetch-site': 'none' }, 403],
    ['a misspelled site', { 'sec-fetch-site': 'Same-Origin' }, 403],
    ['no site, the own origin', { origin: 'https://app.example' }, 200],
    ['no site, no origin, a cookie', { cookie: 'session=1' }, 403],
    ['no site, no origin', {}, 403],
    ['no site, null', { origin: 'null' }, 403],
    ['no site, foreign', { origin: 'https://evil.example' }, 403],
    ['no site, a prefix', { origin: 'https://app.example.evil.example' }, 403],
    ['no site, a suffix', { origin: 'https://evil-app.example' }, 403],
    ['no site, another port', { origin: 'https://app.example:8443' }, 403],
    ['no site, plain http', { origin: 'http://app.example' }, 403],
    ['no site, a path', { origin: 'https://app.example/' }, 403],
    ['no site, userinfo', { origin: 'https://app.example@evil.example' }, 403],
    ['a listed origin of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://listed.example' }, 200],
    ['a listed origin without site', { origin: 'https://listed.example' }, 200],
    [
      'an origin that only looks listed',
      { 'sec-fetch-site': 'cross-site', origin: 'https://listed.example.evil.example' },
      403,
    ],
  ])('%s', async (_, headers, status) => {
    const { handler, received } = testHandler({ allowedOrigins: ['https://listed.example'] });
    expect((await handler(bare(headers as Record<string, string>))).status).toBe(status);
    expect(received).toHaveLength(status === 200 ? 1 : 0);
  });

  test('behind a proxy that ends TLS the hosts decide', async () => {
    const { handler } = testHandler();
    expect(
      (await handler(bare({ origin: 'https://app.example' }, 'http://app.example/api/meshes/sessions'))).status,
    ).toBe(200);
    expect(
      (await handler(bare({ origin: 'https://evil.example' }, 'http://app.example/api/meshes/sessions'))).status,
    ).toBe(403);
  });

  test.each([
    ['a URL with a name of its own', 'http://app.lan:3000', 'app.lan:3000', 'http://localhost:3000', 200],
    ['the same, foreign', 'http://localhost:3000', 'app.lan:3000', 'http://localhost:3000', 403],
    ['a default port behind a proxy', 'https://app.example', 'app.example:443', 'http://localhost', 200],
    ['a default port at TLS', 'https://app.example', 'app.example:443', 'https://localhost', 200],
    ['the default port of plain http', 'http://app.example', 'app.example:80', 'http://localhost', 200],
    ['the default port of the proxy inside', 'https://app.example', 'app.example:80', 'http://localhost', 200],
    ['another port', 'https://app.example', 'app.example:8443', 'http://localhost', 403],
    ['the port of https for a plain page', 'http://app.example', 'app.example:443', 'http://localhost', 403],
    ['an own port', 'https://app.example:8443', 'app.example:8443', 'http://localhost', 200],
    ['capitals', 'https://app.example', 'APP.Example', 'http://localhost', 200],
    ['an address', 'http://[::1]:3000', '[::1]:3000', 'http://localhost', 200],
    ['a plain page at an https request', 'http://app.example', 'app.example', 'https://localhost', 403],
    ['another name', 'https://app.example', 'app.example.evil.example', 'https://app.example', 403],
    ['a user in Host', 'https://app.example', 'evil@app.example', 'https://app.example', 403],
    ['a path in Host', 'https://app.example', 'app.example/x', 'https://app.example', 403],
    ['two of Host', 'https://app.example', 'app.example, evil.example', 'https://app.example', 403],
    ['an empty Host', 'https://app.example', '', 'https://app.example', 403],
    ['null', 'null', 'null', 'https://app.example', 403],
  ])('3.3: Host is what the page asked for: %s', async (_, origin, host, url, status) => {
    const { handler } = testHandler();
    expect((await handler(bare({ origin, host }, `${url}/api/meshes/sessions`))).status).toBe(status);
  });

  const apps = [
    'capacitor://localhost',
    'ionic://localhost',
    'tauri://localhost',
    'app://localhost',
    'app://.',
    'app://bundle:8080',
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'moz-extension://2c127fa4-62c7-7e4f-90e5-472b45eecfdc',
    'safari-web-extension://2C127FA4-62C7-7E4F-90E5-472B45EECFDC',
    'my.app+1://home',
  ];

  test.each(apps)('2.16: %s, named, is allowed, and may frame', async (origin) => {
    const { handler, received } = testHandler({
      allowedOrigins: [origin],
      authorize: () => ({ ...authorization, allowed_origins: [origin] }),
    });
    const response = await handler(bare({ origin, 'sec-fetch-site': 'cross-site' }));
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
    expect(received[0]?.body).toMatchObject({ allowed_origins: [origin] });
    for (const other of [`${origin}x`, origin.slice(0, -1), origin.toUpperCase()]) {
      const foreign = await handler(bare({ origin: other }));
      expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    }
  });

  test.each([
    'capacitor://',
    'capacitor:',
    'capacitor:localhost',
    'capacitor:///',
    'capacitor://localhost/',
    'capacitor://localhost/path',
    'capacitor://user@localhost',
    'capacitor://user:pass@localhost',
    'capacitor://*',
    'capacitor://localhost?x',
    'capacitor://localhost#x',
    'Capacitor://localhost',
    'capacitor://LOCALHOST',
    ' capacitor://localhost',
    'capacitor://localhost ',
    'capacitor://localhost\n',
    '*://localhost',
    'capacitor://localhost:',
    'capacitor://localhost:x',
    'capacitor://localhost:99999',
    'capacitor://a b',
    'capacitor://a%20b',
    'chrome-extension://*',
    'file://',
    'file://host',
    'data://x',
    'blob://x',
    'javascript://x',
    'about://blank',
    'ws://app.example',
    'wss://app.example',
    'htps://app.example',
    'httpss://app.example',
  ])('%j is no origin', (origin) => {
    expect(() => testHandler({ allowedOrigins: [origin] })).toThrow(expect.objectContaining({ code: 'bad-option' }));
  });

  test.each([
    '*',
    'null',
    'https://app.example/',
    'https://app.example/path',
    'https://*.app.example',
    'app.example',
    'HTTPS://app.example',
    'https://app.example:443',
    'ftp://app.example',
    '',
  ])('allowedOrigins %j throws', (origin) => {
    expect(() => testHandler({ allowedOrigins: [origin] })).toThrow(expect.objectContaining({ code: 'bad-option' }));
  });

  test('F11: forged X-Forwarded-* have no effect', async () => {
    const { handler, received } = testHandler();
    const forged = {
      origin: 'https://evil.example',
      host: 'app.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
    };
    expect((await handler(bare(forged))).status).toBe(403);
    expect(received).toHaveLength(0);
  });
});

describe('F6: other methods', () => {
  test.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'])('%s never mints', async (method) => {
    const { ask, received } = testHandler();
    const response = await ask(method, '/sessions');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(received).toHaveLength(0);
  });

  test.each([
    ['GET', '/sessions/ses_1/refresh', 'POST'],
    ['DELETE', '/sessions/ses_1/refresh', 'POST'],
    ['POST', '/sessions/ses_1', 'DELETE'],
    ['GET', '/sessions/ses_1', 'DELETE'],
  ])('%s %s says what it takes', async (method, path, allow) => {
    const response = await testHandler().ask(method, path);
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
  });

  test('no origin is reflected', async () => {
    const { handler } = testHandler({ allowedOrigins: ['https://listed.example'] });
    for (const method of ['POST', 'OPTIONS']) {
      const headers = {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'content-type': 'application/json',
      };
      const response = await handler(new Request(`${base}/sessions`, { method, headers, body: '{}' }));
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(response.status).toBe(method === 'POST' ? 403 : 405);
    }
  });

  /** A browser asks what it may send. */
  function preflight(headers: Record<string, string> = {}, path = '/sessions'): Request {
    return new Request(base + path, {
      method: 'OPTIONS',
      headers: { origin: 'https://listed.example', 'access-control-request-method': 'POST', ...headers },
    });
  }

  const usual =
    'content-type, authorization, x-csrf-token, x-xsrf-token, x-requested-with, traceparent, tracestate, baggage, sentry-trace';

  test('2.6: a listed origin gets itself, and its preflight is answered without a mint', async () => {
    const { handler, received } = testHandler({ allowedOrigins: ['https://listed.example'] });
    const answer = await handler(preflight({ 'access-control-request-headers': 'content-type' }));
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': 'https://listed.example',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST, DELETE',
      'access-control-allow-headers': usual,
    });
    expect(answer.headers.get('vary')).toContain('Origin');
    expect(received).toHaveLength(0);
    const headers = { origin: 'https://listed.example', 'content-type': 'application/json' };
    const refused = await handler(new Request(`${base}/elsewhere`, { method: 'POST', headers, body: '{}' }));
    expect(refused.headers.get('access-control-allow-origin')).toBe('https://listed.example');
  });

  test.each(['/sessions', '/sessions/ses_1/refresh', '/sessions/ses_1'])('so is one for %s', async (path) => {
    const { handler } = testHandler({ allowedOrigins: ['https://listed.example'] });
    expect((await handler(preflight({ 'access-control-request-method': 'DELETE' }, path))).status).toBe(204);
  });

  test('2.6: only headers that were named are answered, whatever is asked for', async () => {
    const { handler } = testHandler({
      allowedOrigins: ['https://listed.example'],
      allowedHeaders: ['X-Tenant', 'authorization'],
    });
    const answer = await handler(preflight({ 'access-control-request-headers': 'x-evil, x-tenant' }));
    expect(answer.headers.get('access-control-allow-headers')).toBe(`${usual}, x-tenant`);
    const foreign = await handler(
      preflight({ origin: 'https://evil.example', 'access-control-request-headers': 'x-tenant' }),
    );
    expect([foreign.status, foreign.headers.get('access-control-allow-headers')]).toEqual([405, null]);
  });
});
