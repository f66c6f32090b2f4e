import { describe, expect, test } from 'vitest';
import { fieldsOf, requestOf, testHandler } from './handlerFixtures.ts';
import { passTime } from './passTime.ts';

describe('F9: session ids that are none', () => {
  const ids = ['..%2Fses_1', '%2e%2e', '%2E', '../ses_1', '..', '.', 'a/b', 'a%2Fb', 'a?b', 'a#b', 'a%0d%0ab', 'a%00b', 'a%20b', 'a.b', 'ä', 'x'.repeat(10_000), '%5B%22a%22%5D', 'a,b', '__proto__%00', ''];

  test.each(ids)('refresh of %j', async (id) => {
    const { ask, received } = testHandler();
    expect((await ask('POST', `/sessions/${id}/refresh`, { grant: 'x' })).status).toBe(400);
    expect(received).toHaveLength(0);
  });

  test.each(ids)('revocation of %j reaches nothing', async (id) => {
    const { ask, received } = testHandler();
    expect((await ask('DELETE', `/sessions/${id}`, { grant: 'x' })).status).toBeGreaterThanOrEqual(400);
    expect(received).toHaveLength(0);
  });

  test('a query of the endpoint itself does no harm', async () => {
    const { ask } = testHandler();
    const { grant } = await fieldsOf(await ask('POST', '/sessions?tenant=1'));
    expect((await ask('POST', '/sessions/ses_1/refresh?tenant=1', { grant })).status).toBe(200);
  });
});

describe('F10: bodies', () => {
  test.each([
    ['nothing', '', 400],
    ['no JSON', '{page:1}', 400],
    ['cut JSON', '{"page":"rul', 400],
    ['a list', '[]', 400],
    ['null', 'null', 400],
    ['text', '"rules"', 400],
    ['bad UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400],
    ['very deep', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 400],
    ['just under 64 kB', JSON.stringify({ x: 'x'.repeat(65_500) }), 200],
    ['over 64 kB', JSON.stringify({ x: 'x'.repeat(65_536) }), 413],
    ['duplicate keys: the last one counts', '{"page":"settings","page":"rules"}', 200],
    ['its own __proto__', '{"__proto__":{"page":"settings"}}', 200],
    ['a prototype that would be polluted', '{"constructor":{"prototype":{"page":"settings"}}}', 200],
  ])('%s', async (_, body, status) => {
    const { ask, received } = testHandler();
    expect((await ask('POST', '/sessions', body)).status).toBe(status);
    expect(received).toHaveLength(status === 200 ? 1 : 0);
    expect(({} as Record<string, unknown>)['page']).toBeUndefined();
  });

  test('a body that goes on and on is cut at 64 kB, whatever Content-Length says', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(16_384).fill(0x20));
      },
    });
    const { handler } = testHandler();
    expect((await handler(requestOf('POST', '/sessions', endless, { 'content-length': '2' }))).status).toBe(413);
    expect(sent).toBeLessThan(10);
  });

  test('a slow one is given up after 10 s', async () => {
    const { handler, clock, received } = testHandler();
    let cancelled = false;
    const slow = new ReadableStream<Uint8Array>({
      pull: () => new Promise<void>(() => {}),
      cancel: () => void (cancelled = true),
    });
    const response = await passTime(clock, handler(requestOf('POST', '/sessions', slow)));
    expect([response.status, cancelled, received.length]).toEqual([408, true, 0]);
  });

  test('nobody reads the body of a caller who is not signed in', async () => {
    const { handler } = testHandler({ authorize: () => null });
    const request = requestOf('POST', '/sessions', '{}');
    expect((await handler(request)).status).toBe(401);
    expect(request.bodyUsed).toBe(false);
  });
});

test('options that make no sense throw', () => {
  for (const options of [{ grantTtlSeconds: 1 }, { grantKeys: [] }, { grantKeys: ['short'] }, { grantKeys: ['a'.repeat(40)] }, { client: {} }, { onError: 'log' }, { origins: [] }]) {
    expect(() => testHandler(options as never)).toThrow(expect.objectContaining({ code: 'bad-option' }));
  }
});

test('a client of somebody else needs grantKeys, which sign', async () => {
  const client = { sessions: { mint: async () => ({ session_id: 's', access_token: 't', launch_url: 'https://embed.meshes.io/' }) } };
  expect(() => testHandler({ client: client as never })).toThrow(expect.objectContaining({ code: 'bad-option', field: 'grantKeys' }));
  const { ask } = testHandler({ client: client as never, grantKeys: ['0123456789-abcdefghijklmnopqrstuv'] });
  expect((await fieldsOf(await ask('POST', '/sessions')))['grant']).toEqual(expect.any(String));
});
