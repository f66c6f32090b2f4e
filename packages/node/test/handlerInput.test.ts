import { describe, expect, test } from 'vitest';
import { networkFailure } from './fakeMeshes.ts';
import { startMs } from './fixtures.ts';
import { codeOf, fieldsOf, obliging, requestOf, testHandler } from './handlerFixtures.ts';
import { passTime } from './passTime.ts';

describe('F9: malformed session ids', () => {
  const ids = [
    '..%2Fses_1',
    '%2e%2e',
    '%2E',
    '../ses_1',
    '..',
    '.',
    'a/b',
    'a%2Fb',
    'a?b',
    'a#b',
    'a%0d%0ab',
    'a%00b',
    'a%20b',
    'a.b',
    'ä',
    'x'.repeat(10_000),
    '%5B%22a%22%5D',
    'a,b',
    '__proto__%00',
    '',
  ];

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

  /** Says whether it was cancelled. */
  function streamOf(pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void | Promise<void>) {
    const seen = { cancelled: false };
    return { seen, stream: new ReadableStream<Uint8Array>({ pull, cancel: () => void (seen.cancelled = true) }) };
  }

  test('3.8: a body that is too large is let through, never cancelled, and answered with 413', async () => {
    let left = 64;
    const { seen, stream } = streamOf((controller) => {
      if (left === 0) controller.close();
      else controller.enqueue(new Uint8Array(16_384).fill(0x20));
      left -= 1;
    });
    const { handler, received } = testHandler();
    expect((await handler(requestOf('POST', '/sessions', stream))).status).toBe(413);
    expect([left, seen.cancelled, received.length, stream.locked]).toEqual([-1, false, 0, false]);
  });

  test('a body that goes on and on is let through to a bound, whatever Content-Length says', async () => {
    let sent = 0;
    const { seen, stream } = streamOf((controller) => {
      sent += 16_384;
      controller.enqueue(new Uint8Array(16_384).fill(0x20));
    });
    const { handler } = testHandler();
    expect((await handler(requestOf('POST', '/sessions', stream, { 'content-length': '2' }))).status).toBe(413);
    expect([sent < 17_000_000, seen.cancelled]).toEqual([true, false]);
  });

  test.each([
    ['with a status', { status: 413 }, {}, 413],
    ['with a status code', { statusCode: 413 }, {}, 413],
    ['with no word, of what says that it is too large', {}, { 'content-length': '3000000' }, 413],
    ['with no word, of what does not', {}, { 'content-length': '2' }, 400],
  ])('one that a limit of the server lets fail %s', async (_, fields, headers, status) => {
    const { stream } = streamOf((controller) =>
      controller.error(Object.assign(new Error('Content-length exceeds limit'), fields)),
    );
    const { handler } = testHandler();
    expect((await handler(requestOf('POST', '/sessions', stream, headers))).status).toBe(status);
  });

  test('one that is too large and never ends is 413 when its time is over', async () => {
    let isSent = false;
    const { stream } = streamOf((controller) => {
      if (isSent) return new Promise<void>(() => {});
      controller.enqueue(new Uint8Array(70_000).fill(0x20));
      isSent = true;
    });
    const { handler, clock } = testHandler();
    expect((await passTime(clock, handler(requestOf('POST', '/sessions', stream)))).status).toBe(413);
  });

  test.each([
    [undefined, 10_000],
    [2_000, 2_000],
  ])('a slow one is given up, by bodyTimeoutMs %j after %i ms', async (bodyTimeoutMs, ms) => {
    const { handler, clock, received } = testHandler({ bodyTimeoutMs });
    const { seen, stream } = streamOf(() => new Promise<void>(() => {}));
    const response = await passTime(clock, handler(requestOf('POST', '/sessions', stream)));
    expect([response.status, seen.cancelled, received.length, stream.locked]).toEqual([408, false, 0, false]);
    expect(Math.abs(clock.now() - startMs - ms)).toBeLessThanOrEqual(1000);
  });

  test('no one reads the body of a caller who is not signed in', async () => {
    const { handler } = testHandler({ authorize: () => null });
    const request = requestOf('POST', '/sessions', '{}');
    expect((await handler(request)).status).toBe(401);
    expect(request.bodyUsed).toBe(false);
  });
});

describe('a body that something else has read', () => {
  async function readRequest(body = '{"page":"rules"}'): Promise<Request> {
    const request = requestOf('POST', '/sessions', body);
    await request.text();
    return request;
  }

  test('3.6: is 500, and the operator hears the cause', async () => {
    const { handler, errors, received } = testHandler();
    const response = await handler(await readRequest());
    expect([response.status, await codeOf(response), received.length]).toEqual([500, 'internal', 0]);
    expect(errors).toEqual([
      expect.objectContaining({
        code: 'body-read',
        message: expect.stringMatching(/before the handler has read.*\{ body \}/),
      }),
    ]);
  });

  test('so is one that another reader has locked', async () => {
    const { handler, errors } = testHandler();
    const request = requestOf('POST', '/sessions');
    request.body?.getReader();
    expect((await handler(request)).status).toBe(500);
    expect(errors).toEqual([expect.objectContaining({ code: 'body-read' })]);
  });

  test('no one who is not signed in learns of it', async () => {
    const { handler, errors } = testHandler({ authorize: () => null });
    expect([(await handler(await readRequest())).status, errors]).toEqual([401, []]);
  });

  test.each([
    ['an object', { page: 'events' }, 200],
    ['text', '{"page":"events"}', 200],
    ['bytes', new TextEncoder().encode('{"page":"events"}'), 200],
    ['a buffer', new TextEncoder().encode('{"page":"events"}').buffer, 200],
    ['a list', [], 400],
    ['null', null, 400],
    ['what JSON has not', () => {}, 400],
    ['too much', { x: 'x'.repeat(70_000) }, 413],
  ])('3.6: can be handed over: %s', async (_, body, status) => {
    const { handler, received } = testHandler();
    expect((await handler(await readRequest(), { body })).status).toBe(status);
    expect(received.map((request) => (request.body as { launch_page: string }).launch_page)).toEqual(
      status === 200 ? ['events'] : [],
    );
  });

  test('one that is handed over needs the content type as any other', async () => {
    const { handler } = testHandler();
    expect(
      (
        await handler(requestOf('POST', '/sessions', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }), {
          body: {},
        })
      ).status,
    ).toBe(415);
  });

  test.each([{ params: Promise.resolve({}) }, { waitUntil() {} }, null, undefined])(
    'what frameworks pass besides the request counts for nothing: %j',
    async (context) => {
      const { handler, received } = testHandler();
      expect((await handler(requestOf('POST', '/sessions', { page: 'rules' }), context as never)).status).toBe(200);
      expect(received[0]?.body).toMatchObject({ launch_page: 'rules' });
    },
  );
});

describe('requests as some hosts make them', () => {
  /** A request with something of it replaced. */
  function altered(descriptors: PropertyDescriptorMap): Request {
    return Object.defineProperties(requestOf('POST', '/sessions'), descriptors) as Request;
  }

  test.each([
    ['is served', [obliging], 200],
    ['is told that Meshes fails', [networkFailure], 503],
  ])('3.10: one without a signal %s', async (_, answers, status) => {
    const { handler } = testHandler({ answers });
    expect((await handler(altered({ signal: { value: undefined } }))).status).toBe(status);
  });

  test('3.10: one whose body is a getter that throws is 400', async () => {
    const { handler } = testHandler();
    const body = {
      get: () => {
        throw new Error('no JSON');
      },
    };
    expect((await handler(altered({ body }))).status).toBe(400);
  });
});

test('an onError that rejects takes nothing with it', async () => {
  const { ask } = testHandler({
    authorize: () => Promise.reject(new Error('database')),
    onError: async () => {
      throw new Error('log');
    },
  });
  expect((await ask('POST', '/sessions')).status).toBe(500);
});

test('options that make no sense throw', () => {
  for (const options of [
    { grantTtlSeconds: 1 },
    { grantKeys: [] },
    { grantKeys: ['short'] },
    { grantKeys: ['a'.repeat(40)] },
    { client: {} },
    { onError: 'log' },
    { origins: [] },
    { maxConcurrent: 0 },
    { authorizeTimeoutMs: 0 },
    { bodyTimeoutMs: 1.5 },
    { queueTimeoutMs: '10' },
    { allowedHeaders: ['*'] },
    { allowedHeaders: ['x y'] },
    { allowedHeaders: [''] },
    { allowedHeaders: 'x-tenant' },
    { allowedHeaders: ['a, b'] },
    { allowedHeaders: ['a\r\nb'] },
  ]) {
    expect(() => testHandler(options as never)).toThrow(expect.objectContaining({ code: 'bad-option' }));
  }
});

test('a client that this package did not make needs grantKeys, which sign', async () => {
  const client = {
    sessions: { mint: async () => ({ session_id: 's', access_token: 't', launch_url: 'https://embed.meshes.io/' }) },
  };
  expect(() => testHandler({ client: client as never })).toThrow(
    expect.objectContaining({ code: 'bad-option', field: 'grantKeys' }),
  );
  const { ask } = testHandler({ client: client as never, grantKeys: ['0123456789-abcdefghijklmnopqrstuv'] });
  expect((await fieldsOf(await ask('POST', '/sessions')))['grant']).toEqual(expect.any(String));
});
