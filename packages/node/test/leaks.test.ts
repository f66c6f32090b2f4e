import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createClient } from '../src/client/client.ts';
import { createMeshesClient } from '../src/index.ts';
import { fakeMeshes, json, refusal, type Answer } from './fakeMeshes.ts';
import { canaries, credentials, mintedSession, workspace } from './fixtures.ts';
import { createTestClock } from './testClock.ts';
import { thrownBy } from './thrownBy.ts';

function everythingOf(value: unknown): string {
  return [inspect(value, { depth: 20, showHidden: true, getters: true }), JSON.stringify(value), String(value), inspect(Object.getOwnPropertyDescriptors(value))].join('\n');
}

test('E2: the client shows nothing of its credentials', () => {
  const shown = everythingOf(createMeshesClient(credentials));
  for (const secret of Object.values(credentials)) expect(shown).not.toContain(secret);
});

describe('E2: no error shows a secret, a token or what Meshes said', () => {
  const spiteful: Answer = ({ headers }) => {
    throw Object.assign(new TypeError(`could not send ${headers.get('authorization')} with ${credentials.secretKey}`), { cause: { code: credentials.secretKey } });
  };

  const axiosLike: Answer = ({ headers, url }) => {
    throw Object.assign(new Error('Network Error'), { code: 'ERR_NETWORK', config: { headers: Object.fromEntries(headers) }, request: new Request(url, { headers }) });
  };
  const nested: Answer = ({ headers }) => {
    throw new AggregateError([new Error(String(headers.get('authorization')))], 'fetch failed', { cause: Object.assign(new Error('x'), { code: credentials.secretKey }) });
  };

  test.each([
    ['a fetch that keeps the request', axiosLike],
    ['a fetch that tells deeper inside', nested],
    ['a refusal', refusal(400)],
    ['a server error', refusal(500)],
    ['a bad answer', json(mintedSession({ launch_url: 'ftp://launch-canary' }))],
    ['a fetch that tells', spiteful],
  ])('%s', async (_, answer) => {
    const meshes = fakeMeshes(answer);
    const client = createClient({ ...credentials, fetch: meshes.fetch, retries: 0 }, createTestClock());
    const shown = everythingOf(await thrownBy(() => client.sessions.mint({ workspace_id: workspace })));
    for (const canary of [...canaries, 'body-canary']) expect(shown).not.toContain(canary);
  });
});

describe('what fetch threw is the cause', () => {
  async function causeOf(thrown: unknown): Promise<unknown> {
    const meshes = fakeMeshes(() => {
      throw thrown;
    });
    const client = createClient({ ...credentials, fetch: meshes.fetch, retries: 0 }, createTestClock());
    const error = await thrownBy(() => client.sessions.mint({ workspace_id: workspace }));
    expect(error).toMatchObject({ code: 'network', message: expect.not.stringContaining('Illegal') });
    return (error as Error).cause;
  }

  test.each([
    new TypeError('Illegal invocation: function called with incorrect `this` reference.'),
    new TypeError('fetch failed', { cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', errno: -111, syscall: 'connect', address: '::1', port: 1 }) }),
    new DOMException('The operation was aborted', 'AbortError'),
    'a text',
  ])('%s, itself', async (thrown) => {
    expect(await causeOf(thrown)).toBe(thrown);
  });

  test.each([
    [Object.assign(new Error('Network Error'), { config: {} }), { name: 'Error', message: 'Network Error' }],
    [Object.assign(new TypeError('no network'), { request: 1 }), { name: 'TypeError', message: 'no network' }],
    [{ odd: true }, { name: 'Error', message: 'fetch threw something that is no Error.' }],
  ])('%s, without what may be the request', async (thrown, kept) => {
    expect(await causeOf(thrown)).toMatchObject(kept);
    expect(Object.keys((await causeOf(thrown)) as object)).not.toContain('config');
  });
});

test('a given fetch is called by itself, as the global one of some runtimes demands', async () => {
  const strict = function (this: unknown, ...args: Parameters<typeof fetch>): Promise<Response> {
    if (this !== undefined && this !== globalThis) throw new TypeError('Illegal invocation');
    return fakeMeshes(json(mintedSession())).fetch(...args);
  };
  const client = createClient({ ...credentials, fetch: strict }, createTestClock());
  await expect(client.sessions.mint({ workspace_id: workspace })).resolves.toMatchObject({ session_id: 'ses_1' });
});
