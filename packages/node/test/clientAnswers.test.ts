import { describe, expect, test } from 'vitest';
import { createClient } from '../src/client/createMeshesClient.ts';
import { fakeMeshes, json, type Answer } from './fakeMeshes.ts';
import {
  canaries,
  credentials,
  mintedSession,
  otherWorkspace,
  refreshedSession,
  startMs,
  workspace,
} from './fixtures.ts';
import { createTestClock } from './testClock.ts';
import { thrownBy } from './thrownBy.ts';

const mint = { workspace_id: workspace };

function sessionsWith(given: Answer, baseUrl?: string) {
  const meshes = fakeMeshes(given);
  return {
    ...createClient({ ...credentials, baseUrl, fetch: meshes.fetch }, createTestClock()).sessions,
    received: meshes.received,
  };
}

function answer(body: BodyInit | null, init: ResponseInit): Answer {
  return () => new Response(body, init);
}

type BodyInit = NonNullable<ConstructorParameters<typeof Response>[0]>;

describe('G6: redirects are errors', () => {
  test.each([301, 302, 303, 307, 308])('%i', async (status) => {
    const { mint: call, received } = sessionsWith(
      answer(null, { status, headers: { location: 'https://evil.example/' } }),
    );
    expect(await thrownBy(() => call(mint))).toMatchObject({ code: 'redirected', retryable: false });
    expect(received).toHaveLength(1);
    expect(received[0]?.redirect).toBe('manual');
  });

  test('also where a fetch of the host followed it', async () => {
    const followed = Object.defineProperty(Response.json(mintedSession()), 'redirected', { value: true });
    expect(await thrownBy(() => sessionsWith(() => followed).mint(mint))).toMatchObject({ code: 'redirected' });
  });
});

describe('G7: an answer that is not what was promised', () => {
  const asJson = { headers: { 'content-type': 'application/json' } };

  test.each([
    ['HTML', answer('<html>token-canary</html>', { headers: { 'content-type': 'text/html' } })],
    ['no content type', answer(new Uint8Array([123, 125]), {})],
    ['JSON only by its content type', answer('<html>token-canary</html>', asJson)],
    ['204', answer(null, { status: 204 })],
    ['an empty body', answer('', asJson)],
    ['cut JSON', answer(JSON.stringify(mintedSession()).slice(0, -5), asJson)],
    ['bad UTF-8', answer(new Uint8Array([0x22, 0xff, 0x22]), asJson)],
    ['null', json(null)],
    ['a list', json([mintedSession()])],
    ['2.1 MB', answer(`"${'x'.repeat(2_100_000)}"`, asJson)],
  ])('%s', async (_, given) => {
    const error = await thrownBy(() => sessionsWith(given).mint(mint));
    expect(error).toMatchObject({ name: 'MeshesApiError', code: 'bad-answer', retryable: false });
    expect((error as Error).message).not.toContain('canary');
  });

  test.each([
    ['session_id', 7],
    ['session_id', undefined],
    ['session_id', '../other'],
    ['session_id', 'a\r\nset-cookie: x'],
    ['access_token', ''],
    ['access_token', '  '],
    ['access_token', { token: 'token-canary' }],
    ['access_token', 'x'.repeat(9000)],
    ['expires_in', 0],
    ['expires_in', -1],
    ['expires_in', 1e12],
    ['expires_in', '1800'],
    ['expires_at', 'soon'],
    ['expires_at', '9999-12-31T23:59:59Z'],
    ['expires_at', '1970-01-01T00:00:00Z'],
    ['role', ['owner']],
    ['workspace_id', otherWorkspace],
    ['launch_url', undefined],
    ['launch_url', 'javascript:alert(1)'],
    ['launch_url', 'java\nscript:alert(1)'],
    ['launch_url', 'data:text/html,x'],
    ['launch_url', 'blob:https://embed.meshes.io/0b6c'],
    ['launch_url', 'http://embed.meshes.io/workspace/rules?launch=launch-canary'],
    ['launch_url', 'http://localhost:4011/workspace/rules?launch=launch-canary'],
    ['launch_url', 'wss://embed.meshes.io/'],
    ['launch_url', '//embed.meshes.io/workspace'],
    ['launch_url', '/workspace/rules'],
    ['launch_url', ''],
    ['launch_url', 'https://user:pw@embed.meshes.io/'],
    ['launch_url', 'https://user@embed.meshes.io/'],
    ['launch_url', 'https://@embed.meshes.io/'],
    ['launch_url', 'https:\\\\user@embed.meshes.io/'],
    ['launch_url', `https://embed.meshes.io/${'x'.repeat(9000)}`],
  ])('mint: %s %j', async (field, value) => {
    const error = await thrownBy(() => sessionsWith(json(mintedSession({ [field]: value }))).mint(mint));
    expect(error).toMatchObject({ code: 'bad-answer', status: 200 });
    expect((error as Error).message).toContain(field);
    for (const canary of canaries) expect((error as Error).message).not.toContain(canary);
  });

  test('another session than the one asked for', async () => {
    expect(
      await thrownBy(() => sessionsWith(json(refreshedSession({ session_id: 'ses_2' }))).refresh('ses_1')),
    ).toMatchObject({ code: 'bad-answer' });
  });

  test.each([{ revoked: false }, {}, { revoked: 'true' }])('revoke: %j', async (body) => {
    expect(await thrownBy(() => sessionsWith(json(body)).revoke('ses_1'))).toMatchObject({ code: 'bad-answer' });
  });

  test.each([
    { records: 'none', next_cursor: null },
    { records: [{}], next_cursor: null },
    { records: [], next_cursor: 'a b' },
    { records: [], next_cursor: 5 },
  ])('list: %j', async (body) => {
    expect(await thrownBy(() => sessionsWith(json(body)).list(mint).page())).toMatchObject({ code: 'bad-answer' });
  });
});

describe('what is let through', () => {
  test('the known fields, and no others', async () => {
    const session = await sessionsWith(json(mintedSession({ secret_of_meshes: 'x', resource: null }))).mint(mint);
    expect(JSON.parse(JSON.stringify(session))).toEqual(mintedSession());
  });

  test('a session with only the required fields', async () => {
    const least = { session_id: 's', access_token: 't', launch_url: 'https://embed.meshes.io/' };
    expect(await sessionsWith(json(least)).mint(mint)).toMatchObject(least);
  });

  test('the launch URL as a browser writes it', async () => {
    const session = await sessionsWith(
      json(mintedSession({ launch_url: ' https://EMBED.meshes.io/work\nspace?launch=1 ' })),
    ).mint(mint);
    expect(session.launch_url).toBe('https://embed.meshes.io/workspace?launch=1');
  });

  test('a plain http launch URL on loopback, where Meshes itself is one', async () => {
    const launch_url = 'http://127.0.0.1:4011/workspace/rules?launch=1';
    expect(await sessionsWith(json(mintedSession({ launch_url })), 'http://localhost:4010').mint(mint)).toMatchObject({
      launch_url,
    });
    const foreign = sessionsWith(
      json(mintedSession({ launch_url: 'http://embed.meshes.io/' })),
      'http://localhost:4010',
    );
    expect(await thrownBy(() => foreign.mint(mint))).toMatchObject({ code: 'bad-answer' });
  });
});

describe('list', () => {
  const record = (id: number) => ({
    session_id: `ses_${id}`,
    workspace_id: workspace,
    status: 'active',
    is_expired: false,
    expires_at: new Date(startMs).toISOString(),
  });
  const pages: Answer = ({ url }) => {
    const at = Number(new URL(url).searchParams.get('cursor') ?? 0);
    return Response.json({
      count: 2,
      limit: 2,
      next_cursor: at < 4 ? String(at + 2) : null,
      records: [record(at), record(at + 1)],
    });
  };

  test('is lazy: nothing before the first record, one page at a time, none after a break', async () => {
    const { list, received } = sessionsWith(pages);
    const all = list({ ...mint, limit: 2, status: 'active' });
    expect(received).toHaveLength(0);
    const seen: string[] = [];
    for await (const { session_id } of all) {
      seen.push(session_id);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual(['ses_0', 'ses_1', 'ses_2']);
    const query = { workspace_id: workspace, limit: '2', status: 'active' };
    expect(received.map(({ url }) => Object.fromEntries(new URL(url).searchParams))).toEqual([
      query,
      { ...query, cursor: '2' },
    ]);
  });

  test('goes to the end, and again from the start', async () => {
    const { list } = sessionsWith(pages);
    const all = list(mint);
    for (let round = 0; round < 2; round += 1) {
      const seen: string[] = [];
      for await (const { session_id } of all) seen.push(session_id);
      expect(seen).toHaveLength(6);
    }
  });

  test('page() gives one page, at its cursor', async () => {
    const { list, received } = sessionsWith(pages);
    expect(await list({ ...mint, cursor: '4' }).page()).toMatchObject({
      count: 2,
      limit: 2,
      next_cursor: null,
      records: [{ session_id: 'ses_4' }, { session_id: 'ses_5' }],
    });
    expect(received).toHaveLength(1);
  });

  test('fills in count and limit where they are missing', async () => {
    expect(
      await sessionsWith(json({ records: [record(1)] }))
        .list(mint)
        .page(),
    ).toMatchObject({ count: 1, limit: 50, next_cursor: null });
  });

  test('a cursor that leads back is noticed', async () => {
    const { list } = sessionsWith(json({ records: [], next_cursor: 'again' }));
    const error = thrownBy(async () => {
      for await (const _ of list(mint)) throw new Error('there is no record');
    });
    expect(await error).toMatchObject({ code: 'bad-answer' });
  });
});
