import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createClient } from '../src/client/createMeshesClient.ts';
import type { MeshesApiError } from '../src/index.ts';
import { credentials, mintedSession, workspace } from './fixtures.ts';
import { createTestClock } from './testClock.ts';
import { thrownBy } from './thrownBy.ts';

const mint = { workspace_id: workspace };

function clientWith(fetch: unknown) {
  return createClient({ ...credentials, retries: 0, fetch: fetch as typeof globalThis.fetch }, createTestClock())
    .sessions;
}

describe('a fetch that was given', () => {
  test('3.2: is called without a receiver: that of some runtimes is refused as a method', async () => {
    const receivers: unknown[] = [];
    async function fetch(this: unknown) {
      receivers.push(this);
      return Response.json(mintedSession());
    }
    await clientWith(fetch).mint(mint);
    expect(receivers).toEqual([undefined]);
  });

  const cyclic = Object.assign(new Error('a circle'), { self: {} as unknown });
  cyclic.self = cyclic;

  test.each<[string, unknown]>([
    ['an error', new TypeError('Illegal invocation')],
    [
      'an error with causes',
      new TypeError('fetch failed', {
        cause: new AggregateError([
          Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED', errno: -111, port: 9 }),
        ]),
      }),
    ],
    ['an error of the platform', new DOMException('The connection was lost', 'NetworkError')],
    ['an error that leads to itself', cyclic],
    ['text', 'offline'],
    ['a plain object', { reason: 'offline', hosts: ['api.meshes.io'] }],
  ])('what it throws is the cause, as it is: %s', async (_, thrown) => {
    const rejecting = (await thrownBy(() =>
      clientWith(async () => {
        throw thrown;
      }).mint(mint),
    )) as MeshesApiError;
    expect(rejecting).toMatchObject({ name: 'MeshesApiError', code: 'network', retryable: true });
    expect(rejecting.cause).toBe(thrown);
    expect(
      (
        (await thrownBy(() =>
          clientWith(() => {
            throw thrown;
          }).mint(mint),
        )) as Error
      ).cause,
    ).toBe(thrown);
  });

  test('3.2: so is what the body of an answer fails with', async () => {
    const thrown = new TypeError('terminated');
    const cut = new ReadableStream({ pull: (controller) => controller.error(thrown) });
    const error = await thrownBy(() =>
      clientWith(async () => new Response(cut, { headers: { 'content-type': 'application/json' } })).mint(mint),
    );
    expect((error as Error).cause).toBe(thrown);
  });

  test('what Meshes answered has no cause', async () => {
    expect(
      await thrownBy(() => clientWith(async () => Response.json({}, { status: 400 })).mint(mint)),
    ).not.toHaveProperty('cause');
  });
});

describe('E2: a cause shows no secret and no token', () => {
  class HttpError extends Error {
    readonly request: unknown;

    constructor(request: unknown) {
      super('Request failed');
      this.request = request;
    }
  }

  class Talkative extends Error {
    override get message() {
      return `could not sign with ${credentials.secretKey}`;
    }
  }

  type Thrown = (init: RequestInit, authorization: string) => unknown;

  test.each<[string, Thrown]>([
    [
      'in the message',
      (_, authorization) =>
        Object.assign(new TypeError(`could not send ${authorization} with ${credentials.secretKey}`), {
          code: 'ERR_SEND',
        }),
    ],
    ['in a field', (init) => Object.assign(new Error('Request failed'), { config: { headers: init.headers } })],
    [
      'behind a class',
      (init) =>
        new HttpError(new Request('https://api.meshes.io/', { headers: init.headers as Record<string, string> })),
    ],
    [
      'in a map',
      (init) =>
        Object.assign(new Error('Request failed'), { headers: new Map(Object.entries(init.headers as object)) }),
    ],
    [
      'in a cause of a cause',
      (_, authorization) => new Error('one', { cause: new Error('two', { cause: authorization }) }),
    ],
    ['in a getter', () => new Talkative()],
    [
      'in a getter of its own',
      () =>
        Object.defineProperty(new Error('Request failed'), 'request', {
          enumerable: true,
          get: () => credentials.secretKey,
        }),
    ],
    [
      'as the name of a field',
      (_, authorization) => Object.assign(new Error('Request failed'), { [authorization]: true }),
    ],
    ['as text', (_, authorization) => authorization],
    ['in a list', (_, authorization) => [authorization]],
    ['in an address', () => new Error('blocked: https://embed.meshes.io/workspace/rules?launch=launch-canary')],
  ])('%s', async (_, make) => {
    const fetch = async (_url: unknown, init: RequestInit) => {
      throw make(init, new Headers(init.headers).get('authorization') ?? '');
    };
    const error = (await thrownBy(() => clientWith(fetch).mint(mint))) as Error;
    const shown = [
      inspect(error, { depth: 20, showHidden: true, getters: true }),
      (error.cause as Error).stack,
      String(error.cause),
    ].join('\n');
    expect(error.cause).toBeDefined();
    for (const secret of [credentials.secretKey, 'eyJ', 'launch-canary']) expect(shown).not.toContain(secret);
  });

  test('the rest of it is still told', async () => {
    const fetch = async () => {
      throw Object.assign(new TypeError(`could not sign with ${credentials.secretKey}`), { code: 'ERR_SIGN' });
    };
    expect(((await thrownBy(() => clientWith(fetch).mint(mint))) as Error).cause).toMatchObject({
      name: 'TypeError',
      code: 'ERR_SIGN',
      message: 'could not sign with [hidden]',
    });
  });
});
