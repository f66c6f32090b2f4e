import { expect, test } from 'vitest';
import { ApiError } from '../../src/ui/api/apiError.ts';
import { createRequest } from '../../src/ui/api/request.ts';
import { createTokenKeeper } from '../../src/ui/frame/tokenKeeper.ts';

/** A service that takes only one token, and a host that brings the next one each time it is asked. */
function setUp(accepted: string, ...tokens: string[]) {
  const keeper = createTokenKeeper();
  const seen: (string | null)[] = [];
  let asked = 0;
  const send = createRequest(
    {
      token: keeper,
      unauthorized() {
        asked += 1;
        const next = tokens.shift();
        if (next !== undefined) keeper.take(next);
      },
    },
    '',
    async (_path, init) => {
      const authorization = new Headers(init?.headers).get('authorization');
      seen.push(authorization);
      if (authorization === `Bearer ${accepted}`) return Response.json({ fine: true });
      return Response.json({ message: 'stale token' }, { status: 401 });
    },
  );
  return { keeper, send, seen, asked: () => asked };
}

test('a request carries the current token', async () => {
  const { keeper, send, seen } = setUp('one');
  keeper.take('one');
  expect(await send('GET', '/session')).toEqual({ fine: true });
  expect(seen).toEqual(['Bearer one']);
});

test('a stale token: the host is asked, and the request is sent once more with what it brings', async () => {
  const { keeper, send, seen, asked } = setUp('two', 'two');
  keeper.take('one');
  expect(await send('GET', '/session')).toEqual({ fine: true });
  expect(seen).toEqual(['Bearer one', 'Bearer two']);
  expect(asked()).toBe(1);
});

test('a token that is stale already when it comes, as one refresh follows another: the next one is used', async () => {
  const { keeper, send, seen, asked } = setUp('three', 'two', 'three');
  keeper.take('one');
  expect(await send('GET', '/session')).toEqual({ fine: true });
  expect(seen).toEqual(['Bearer one', 'Bearer two', 'Bearer three']);
  expect(asked()).toBe(2);
});

test('a third 401 is final', async () => {
  const { keeper, send, seen, asked } = setUp('none', 'two', 'three', 'four');
  keeper.take('one');
  await expect(send('GET', '/session')).rejects.toMatchObject({
    name: 'ApiError',
    status: 401,
    message: 'stale token',
  });
  expect(seen).toEqual(['Bearer one', 'Bearer two', 'Bearer three']);
  expect(asked()).toBe(2);
});

test('a token that came while the request was on its way is used, and no other is asked for', async () => {
  const keeper = createTokenKeeper();
  keeper.take('one');
  let asked = 0;
  const send = createRequest({ token: keeper, unauthorized: () => (asked += 1) }, '', async (_path, init) => {
    if (new Headers(init?.headers).get('authorization') === 'Bearer two') return Response.json({ fine: true });
    keeper.take('two');
    return Response.json({ message: 'stale token' }, { status: 401 });
  });
  expect(await send('GET', '/session')).toEqual({ fine: true });
  expect(asked).toBe(0);
});

test('no answer at all is told as such, without the cause’s own words', async () => {
  const keeper = createTokenKeeper();
  keeper.take('one');
  const send = createRequest({ token: keeper, unauthorized() {} }, '', () =>
    Promise.reject(new TypeError('secret address')),
  );
  const refusal = await send('GET', '/session').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ApiError);
  expect(refusal).toMatchObject({ status: 0 });
  expect(String(refusal)).not.toContain('secret');
});

test('a refusal without words is told by its status', async () => {
  const keeper = createTokenKeeper();
  keeper.take('one');
  const send = createRequest(
    { token: keeper, unauthorized() {} },
    '',
    async () => new Response('<html>', { status: 503 }),
  );
  await expect(send('GET', '/session')).rejects.toMatchObject({ status: 503, message: 'The workspace answered 503.' });
});
