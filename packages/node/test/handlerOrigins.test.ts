import { describe, expect, test } from 'vitest';
import { base, testHandler } from './handlerFixtures.ts';

/** A request with exactly these headers, and none that a test would add. */
function bare(headers: Record<string, string>, url = `${base}/sessions`): Request {
  return new Request(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' });
}

describe('F3: what a form of another site can send', () => {
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', 'text/plain; application/json', ''])('%j', async (type) => {
    const { ask, received } = testHandler();
    expect((await ask('POST', '/sessions', '{}', { 'content-type': type })).status).toBe(415);
    expect(received).toHaveLength(0);
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])('but %j passes', async (type) => {
    expect((await testHandler().ask('POST', '/sessions', '{}', { 'content-type': type })).status).toBe(200);
  });
});

describe('F4, F5: where the page is from', () => {
  test.each([
    ['same-origin', { 'sec-fetch-site': 'same-origin' }, 200],
    ['cross-site', { 'sec-fetch-site': 'cross-site', origin: 'https://app.example' }, 403],
    ['same-site', { 'sec-fetch-site': 'same-site', origin: 'https://other.app.example' }, 403],
    ['none', { 'sec-fetch-site': 'none' }, 403],
    ['a site that is none', { 'sec-fetch-site': 'Same-Origin' }, 403],
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
    ['an origin that only looks listed', { 'sec-fetch-site': 'cross-site', origin: 'https://listed.example.evil.example' }, 403],
  ])('%s', async (_, headers, status) => {
    const { handler, received } = testHandler({ allowedOrigins: ['https://listed.example'] });
    expect((await handler(bare(headers as Record<string, string>))).status).toBe(status);
    expect(received).toHaveLength(status === 200 ? 1 : 0);
  });

  test('behind a proxy that ends TLS the hosts decide', async () => {
    const { handler } = testHandler();
    expect((await handler(bare({ origin: 'https://app.example' }, 'http://app.example/api/meshes/sessions'))).status).toBe(200);
    expect((await handler(bare({ origin: 'https://evil.example' }, 'http://app.example/api/meshes/sessions'))).status).toBe(403);
  });

  test.each(['*', 'null', 'https://app.example/', 'https://app.example/path', 'https://*.app.example', 'app.example', 'HTTPS://app.example', 'https://app.example:443', 'ftp://app.example', ''])(
    'allowedOrigins %j throws',
    (origin) => {
      expect(() => testHandler({ allowedOrigins: [origin] })).toThrow(expect.objectContaining({ code: 'bad-option' }));
    },
  );

  test('F11: forged X-Forwarded-* and Host have no effect', async () => {
    const { handler, received } = testHandler();
    const forged = { origin: 'https://evil.example', host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' };
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

  test.each([['GET', '/sessions/ses_1/refresh', 'POST'], ['DELETE', '/sessions/ses_1/refresh', 'POST'], ['POST', '/sessions/ses_1', 'DELETE'], ['GET', '/sessions/ses_1', 'DELETE']])(
    '%s %s says what it takes',
    async (method, path, allow) => {
      const response = await testHandler().ask(method, path);
      expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    },
  );

  test('no origin is reflected', async () => {
    const { handler } = testHandler({ allowedOrigins: ['https://listed.example'] });
    for (const method of ['POST', 'OPTIONS']) {
      const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST', 'content-type': 'application/json' };
      const response = await handler(new Request(`${base}/sessions`, { method, headers, body: '{}' }));
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(response.status).toBe(method === 'POST' ? 403 : 405);
    }
  });

  test('a listed origin gets itself, and its preflight is answered without a mint', async () => {
    const { handler, received } = testHandler({ allowedOrigins: ['https://listed.example'] });
    const headers = { origin: 'https://listed.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
    const preflight = await handler(new Request(`${base}/sessions`, { method: 'OPTIONS', headers }));
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': 'https://listed.example',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST, DELETE',
      'access-control-allow-headers': 'content-type',
    });
    expect(preflight.headers.get('vary')).toContain('Origin');
    expect(received).toHaveLength(0);
    const refused = await handler(new Request(`${base}/elsewhere`, { method: 'POST', headers }));
    expect(refused.headers.get('access-control-allow-origin')).toBe('https://listed.example');
  });
});
