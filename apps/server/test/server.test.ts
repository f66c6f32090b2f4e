import { startSandbox, type Sandbox } from '@meshes-embed/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../src/server.ts';

const appOrigin = 'http://localhost:5173';
const otherOrigin = 'http://localhost:5174';
let sandbox: Sandbox;
let server: RunningServer;

beforeAll(async () => {
  sandbox = await startSandbox({ apiPort: 0, embedPort: 0 });
  server = await startServer({ port: 0, meshes: sandbox, allowedOrigins: [appOrigin, otherOrigin] });
});

afterAll(async () => {
  await server.close();
  await sandbox.close();
});

/** A browser's part: keeps the cookie, and says where the page is from. */
function visitor() {
  let cookie = '';
  return async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const response = await fetch(server.url + path, {
      method,
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie, ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(';')[0] as string;
    return response;
  };
}

type Answer = Readonly<Record<string, string>>;

async function answerOf(response: Response): Promise<Answer> {
  return (await response.json()) as Answer;
}

test('the first visit signs the default account in, by a cookie that no script can read', async () => {
  const ask = visitor();
  const me = await ask('GET', '/api/me');
  expect(await me.json()).toEqual({ user: 'acme-admin', workspace: sandbox.workspaces[0] });
  expect(me.headers.get('set-cookie')).toMatch(/HttpOnly/);
  expect(me.headers.get('set-cookie')).toMatch(/SameSite=Lax/);
  await ask('POST', '/api/login', { user: 'globex-member' });
  expect(await (await ask('GET', '/api/me')).json()).toEqual({
    user: 'globex-member',
    workspace: sandbox.workspaces[1],
  });
});

test('a session is minted, refreshed and revoked for who is signed in', async () => {
  const ask = visitor();
  await ask('POST', '/api/login', {
    workspace: 'second',
    role: 'owner',
    session_type: 'workspace',
    ttl_seconds: 300,
    launch_ttl_seconds: 15,
  });
  const minted = await answerOf(await ask('POST', '/api/meshes/sessions', { page: 'events' }));
  expect(minted).toMatchObject({
    workspace_id: sandbox.workspaces[1]?.id,
    role: 'owner',
    session_type: 'workspace',
    expires_in: 300,
  });
  expect(new URL(minted['launch_url'] as string).pathname).toBe('/workspace/events');

  const path = `/api/meshes/sessions/${minted['session_id']}`;
  const refreshed = await answerOf(await ask('POST', `${path}/refresh`, { grant: minted['grant'] as string }));
  expect(refreshed['access_token']).not.toBe(minted['access_token']);
  expect((await ask('DELETE', path, { grant: refreshed['grant'] as string })).status).toBe(200);
  expect((await ask('POST', `${path}/refresh`, { grant: refreshed['grant'] as string })).status).toBe(409);
});

test.each([
  ['one of our own pages: by that one', { origin: otherOrigin }, otherOrigin],
  ['a caller that names no page: by the first of our own', {}, appOrigin],
  [
    'a page that is not ours, and passes as of this origin: by the first of our own',
    { origin: 'https://other.example.com' },
    appOrigin,
  ],
])(
  'a session may be framed by the page that asked for it, and asked by %s',
  async (_by, headers: Record<string, string>, framedBy) => {
    const ask = visitor();
    await ask('POST', '/api/login', {});
    const minted = await answerOf(await ask('POST', '/api/meshes/sessions', {}, headers));
    const launch = await fetch(minted['launch_url'] as string);
    expect(/frame-ancestors ([^;]*)/.exec(launch.headers.get('content-security-policy') ?? '')?.[1]).toBe(framedBy);
  },
);

test.each([
  [
    { session_type: 'resource', role: 'member' },
    { session_type: 'resource', resource: 'project', resource_id: 'atlas', role: 'member' },
  ],
  [{ session_type: 'dashboard' }, { session_type: 'dashboard', role: 'admin' }],
  [{ user: 'acme-viewer' }, { session_type: 'dashboard', role: 'member' }],
  [
    { user: 'acme-project', session_type: 'workspace' },
    { session_type: 'workspace', role: 'admin' },
  ],
])('the screen chooses %j at sign-in', async (choice, expected) => {
  const ask = visitor();
  expect((await ask('POST', '/api/login', choice)).status).toBe(200);
  const minted = await ask('POST', '/api/meshes/sessions', {});
  expect(await minted.json()).toMatchObject(expected);
});

test('without a sign-in, or after a sign-out, there is no session', async () => {
  const before = sandbox.stats().mints;
  const ask = visitor();
  expect((await ask('POST', '/api/meshes/sessions', {})).status).toBe(401);
  await ask('GET', '/api/me');
  await ask('POST', '/api/logout');
  expect((await ask('POST', '/api/meshes/sessions', {})).status).toBe(401);
  expect(sandbox.stats().mints).toBe(before);
});

test("another account's session looks like none at all", async () => {
  const one = visitor();
  const other = visitor();
  await one('POST', '/api/login', { user: 'acme-admin' });
  await other('POST', '/api/login', { user: 'acme-member' });
  const minted = await answerOf(await one('POST', '/api/meshes/sessions', {}));
  const stolen = await other('POST', `/api/meshes/sessions/${minted['session_id']}/refresh`, {
    grant: minted['grant'] as string,
  });
  const unknown = await other('POST', '/api/meshes/sessions/ses_unknown/refresh', { grant: minted['grant'] as string });
  expect([stolen.status, await stolen.text()]).toEqual([unknown.status, await unknown.text()]);
  expect(stolen.status).toBe(404);
});

describe('what signing in refuses', () => {
  test.each([
    [{ user: 'unknown' }],
    [{ workspace: 'third' }],
    [{ role: 'root' }],
    [{ user: 'acme-admin', workspace: 'second' }],
    [{ ttl_seconds: 10 }],
    [{ scopes: ['everything'] }],
    [undefined],
  ])('%j', async (body) => {
    expect((await visitor()('POST', '/api/login', body)).status).toBe(400);
  });

  test('a form of another site', async () => {
    expect((await visitor()('POST', '/api/login', {}, { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test('a cookie that was changed', async () => {
    const cookie = `sample_session=${encodeURIComponent(JSON.stringify({ account: 'globex-admin', customer: 'second' }))}.AAAA`;
    expect((await visitor()('POST', '/api/meshes/sessions', {}, { cookie })).status).toBe(401);
  });
});

test('too few workspaces are said at the start', async () => {
  const meshes = { ...sandbox, workspaces: sandbox.workspaces.slice(0, 1) };
  await expect(startServer({ port: 0, meshes, allowedOrigins: [] })).rejects.toThrow('expected 2');
});
