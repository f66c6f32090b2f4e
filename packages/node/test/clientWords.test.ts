import { describe, expect, test } from 'vitest';
import { createClient } from '../src/client/createMeshesClient.ts';
import { createMeshesClient, type MeshesClientOptions } from '../src/index.ts';
import { fakeMeshes, hang, json, networkFailure, type Answer } from './fakeMeshes.ts';
import { credentials, mintedSession, otherWorkspace, refreshedSession, startMs, workspace } from './fixtures.ts';
import { createTestClock } from './testClock.ts';
import { thrownBy } from './thrownBy.ts';

// What is said is what its reader has to go by: each word of it is kept.

function sessionsWith(...answers: Answer[]) {
  return createClient({ ...credentials, retries: 0, fetch: fakeMeshes(...answers).fetch }, createTestClock()).sessions;
}
async function messageOf(work: () => unknown): Promise<string> {
  return ((await thrownBy(work)) as Error).message;
}
const mint = { workspace_id: workspace };

test('what each status means, and what to do', async () => {
  const said: Record<number, string> = {};
  for (const status of [304, 400, 401, 403, 404, 409, 418, 429, 500, 599])
    said[status] = await messageOf(() => sessionsWith(() => new Response(null, { status })).mint(mint));
  expect(said).toMatchInlineSnapshot(`
    {
      "304": "The answer was a redirect, which is never followed. Check baseUrl. Status 304.",
      "400": "Meshes refused the request as malformed. Check the parameters against the API reference. Status 400.",
      "401": "Meshes does not accept the machine key. Check access key and secret key, and the clock of this machine. Status 401.",
      "403": "The machine key may not do this. Check organizationId, and that the workspace belongs to it. Status 403.",
      "404": "Meshes does not know this workspace or session. Check its id, and that baseUrl is the right service. Status 404.",
      "409": "The session has been revoked. Mint a new one. Status 409.",
      "418": "Meshes does not document this status. Check baseUrl. Status 418.",
      "429": "Too many requests. Wait as long as retryAfterMs says. Status 429.",
      "500": "Meshes could not answer. Try again later. Status 500.",
      "599": "Meshes could not answer. Try again later. Status 599.",
    }
  `);
});

describe('an answer that is not what was promised', () => {
  const typed = (body: string, type: string | null): Answer => {
    return () => {
      const answer = new Response(body);
      if (type === null) answer.headers.delete('content-type');
      else answer.headers.set('content-type', type);
      return answer;
    };
  };
  const whole = JSON.stringify(mintedSession());

  test('by its type', async () => {
    for (const type of ['application/json', 'Application/JSON ; charset=utf-8', 'application/json;charset=utf-8'])
      expect(await sessionsWith(typed(whole, type)).mint(mint)).toHaveProperty('access_token');
    const said: Record<string, string> = {};
    for (const type of [null, 'text/html', 'application/json5', 'text/application/json', 'application/json-seq;'])
      said[String(type)] = await messageOf(() => sessionsWith(typed(whole, type)).mint(mint));
    expect(said).toMatchInlineSnapshot(`
      {
        "application/json-seq;": "The answer is not what Meshes promises: its content type is not JSON. Check baseUrl, and whether a proxy is in between.",
        "application/json5": "The answer is not what Meshes promises: its content type is not JSON. Check baseUrl, and whether a proxy is in between.",
        "null": "The answer is not what Meshes promises: it has no content type. Check baseUrl, and whether a proxy is in between.",
        "text/application/json": "The answer is not what Meshes promises: its content type is not JSON. Check baseUrl, and whether a proxy is in between.",
        "text/html": "The answer is not what Meshes promises: its content type is not JSON. Check baseUrl, and whether a proxy is in between.",
      }
    `);
  });

  test('by its body', async () => {
    const said: Record<string, string> = {};
    for (const [name, body] of Object.entries({
      'that was cut': whole.slice(0, -5),
      'that is too large': ' '.repeat(2_000_001),
      'a list': '[]',
      text: '"text"',
    }))
      said[name] = await messageOf(() => sessionsWith(typed(body, 'application/json')).mint(mint));
    const bytes = new Uint8Array([0x22, 0xff, 0x22]);
    const notUtf8: Answer = () => new Response(bytes, { headers: { 'content-type': 'application/json' } });
    said['not UTF-8'] = await messageOf(() => sessionsWith(notUtf8).mint(mint));
    expect(said).toMatchInlineSnapshot(`
      {
        "a list": "The answer is not what Meshes promises: session_id is nothing. Check baseUrl, and whether a proxy is in between.",
        "not UTF-8": "The answer is not what Meshes promises: it is not UTF-8. Check baseUrl, and whether a proxy is in between.",
        "text": "The answer is not what Meshes promises: the whole is text of 4 characters. Check baseUrl, and whether a proxy is in between.",
        "that is too large": "The answer is not what Meshes promises: it is too large. Check baseUrl, and whether a proxy is in between.",
        "that was cut": "The answer is not what Meshes promises: it is not complete JSON. Check baseUrl, and whether a proxy is in between.",
      }
    `);
  });

  test('by a field', async () => {
    const said: Record<string, string> = {};
    const second = 1000;
    for (const [field, value] of Object.entries({
      session_id: 'a b',
      access_token: '',
      expires_in: 86_401,
      expires_at: new Date(startMs + 172_800_001).toISOString(),
      workspace_id: otherWorkspace,
      role: '',
      session_type: 'x'.repeat(1025),
      launch_url: 'http://embed.example/',
      launch_expires_at: 'soon',
    }))
      said[field] = await messageOf(() => sessionsWith(json({ ...mintedSession(), [field]: value })).mint(mint));
    said['session_id of a refresh'] = await messageOf(() =>
      sessionsWith(json({ ...refreshedSession(), session_id: 'other' })).refresh('ses_1'),
    );
    said.next_cursor = await messageOf(() =>
      sessionsWith(json({ records: [], next_cursor: 'a b' }))
        .list(mint)
        .page(),
    );
    expect(said).toMatchInlineSnapshot(`
      {
        "access_token": "The answer is not what Meshes promises: access_token is blank text, not a token of 1 to 8192 characters. Check baseUrl, and whether a proxy is in between.",
        "expires_at": "The answer is not what Meshes promises: expires_at is text of 24 characters, not a time near now. Check baseUrl, and whether a proxy is in between.",
        "expires_in": "The answer is not what Meshes promises: expires_in is the number 86401, not seconds of a session. Check baseUrl, and whether a proxy is in between.",
        "launch_expires_at": "The answer is not what Meshes promises: launch_expires_at is text of 4 characters, not a time near now. Check baseUrl, and whether a proxy is in between.",
        "launch_url": "The answer is not what Meshes promises: launch_url is text of 21 characters, not an https URL without user. Check baseUrl, and whether a proxy is in between.",
        "next_cursor": "The answer is not what Meshes promises: next_cursor is text of 3 characters, not a cursor. Check baseUrl, and whether a proxy is in between.",
        "role": "The answer is not what Meshes promises: role is blank text, not text of 1 to 1024 characters. Check baseUrl, and whether a proxy is in between.",
        "session_id": "The answer is not what Meshes promises: session_id is text of 3 characters, not the id of a session. Check baseUrl, and whether a proxy is in between.",
        "session_id of a refresh": "The answer is not what Meshes promises: session_id is text of 5 characters, not the session that was asked for. Check baseUrl, and whether a proxy is in between.",
        "session_type": "The answer is not what Meshes promises: session_type is text of 1025 characters, not text of 1 to 1024 characters. Check baseUrl, and whether a proxy is in between.",
        "workspace_id": "The answer is not what Meshes promises: workspace_id is text of 36 characters, not the workspace that was asked for. Check baseUrl, and whether a proxy is in between.",
      }
    `);
    // What is just within bounds is taken.
    const edge = {
      expires_in: 86_400,
      expires_at: new Date(startMs + 172_800 * second).toISOString(),
      role: 'x'.repeat(1024),
    };
    expect(await sessionsWith(json({ ...mintedSession(), ...edge })).mint(mint)).toMatchObject(edge);
    const cursor = 'Next_cursor-2';
    const page = await sessionsWith(json({ records: [], next_cursor: cursor }))
      .list({ ...mint, cursor })
      .page();
    expect(page).toEqual({ count: 0, limit: 50, next_cursor: cursor, records: [] });
  });
});

test('no answer', async () => {
  const clock = createTestClock();
  const slow = createClient({ ...credentials, retries: 0, timeoutMs: 300, fetch: fakeMeshes(hang).fetch }, clock);
  const late = messageOf(() => slow.sessions.mint(mint));
  await clock.advance(300);
  expect([await late, await messageOf(() => sessionsWith(networkFailure).mint(mint))]).toMatchInlineSnapshot(`
    [
      "Meshes did not answer within 300 ms.",
      "Meshes could not be reached, or the answer was incomplete (ECONNREFUSED). Look at the cause, and check baseUrl and the network.",
    ]
  `);
});

test('what a call is given', async () => {
  const sessions = sessionsWith(json(mintedSession()));
  const said: Record<string, string> = {};
  for (const [name, work] of Object.entries<() => unknown>({
    'mint, workspace_id': () => sessions.mint({ workspace_id: 'acme' }),
    'mint, role': () => sessions.mint({ ...mint, role: '' as never }),
    'mint, resource': () => sessions.mint({ ...mint, session_type: 'resource' }),
    'mint, allowed_origins': () => sessions.mint({ ...mint, allowed_origins: ['https://*.example.com'] }),
    'mint, ttl_seconds': () => sessions.mint({ ...mint, ttl_seconds: 1 }),
    'mint, retries': () => sessions.mint(mint, { retries: 11 }),
    'mint, signal': () => sessions.mint(mint, { signal: {} as never }),
    'refresh, id': () => sessions.refresh('a b'),
    'refresh, retries': () => sessions.refresh('ses_1', { retries: -1 }),
    'revoke, id': () => sessions.revoke(''),
    'revoke, retries': () => sessions.revoke('ses_1', { retries: 0.5 }),
    'list, retries': () => sessions.list(mint, { retries: '1' as never }),
    'list, workspace_id': () => sessions.list({} as never),
    'list, status': () => sessions.list({ ...mint, status: 'open' as never }),
    'list, external_user_id': () => sessions.list({ ...mint, external_user_id: '' } as never),
    'list, cursor': () => sessions.list({ ...mint, cursor: 'a b' }),
    'list, limit': () => sessions.list({ ...mint, limit: 201 }),
  }))
    said[name] = await messageOf(work);
  expect(said).toMatchInlineSnapshot(`
    {
      "list, cursor": "sessions.list: cursor: expected next_cursor of an earlier page, got text of 3 characters",
      "list, external_user_id": "sessions.list: external_user_id: there is no such field; known are workspace_id, status, resource, resource_id, cursor, limit",
      "list, limit": "sessions.list: limit: expected a whole number from 1 to 200, got the number 201",
      "list, retries": "sessions.list: retries: expected a whole number from 0 to 10, got text of 1 character",
      "list, status": "sessions.list: status: expected active or revoked, got text of 4 characters",
      "list, workspace_id": "sessions.list: workspace_id: expected the UUID of a workspace, got nothing",
      "mint, allowed_origins": "sessions.mint: allowed_origins.0: expected at most 10 origins, each exactly as browsers write it, like https://app.example.com, without path or trailing slash, got text of 21 characters",
      "mint, resource": "sessions.mint: resource: expected a value, as session_type is 'resource', got nothing",
      "mint, retries": "sessions.mint: retries: expected a whole number from 0 to 10, got the number 11",
      "mint, role": "sessions.mint: role: expected one of member, admin, owner, got blank text",
      "mint, signal": "sessions.mint: signal: expected an AbortSignal, got an object",
      "mint, ttl_seconds": "sessions.mint: ttl_seconds: expected a whole number of seconds from 300 to 3600, got the number 1",
      "mint, workspace_id": "sessions.mint: workspace_id: expected the UUID of a workspace, got text of 4 characters",
      "refresh, id": "sessions.refresh: sessionId: expected 1 to 128 letters, digits, - or _, got text of 3 characters",
      "refresh, retries": "sessions.refresh: retries: expected a whole number from 0 to 10, got the number -1",
      "revoke, id": "sessions.revoke: sessionId: expected 1 to 128 letters, digits, - or _, got blank text",
      "revoke, retries": "sessions.revoke: retries: expected a whole number from 0 to 10, got the number 0.5",
    }
  `);
});

test('what the client is made with', async () => {
  const made = (differing: object) => () =>
    createMeshesClient({ ...credentials, ...differing } as MeshesClientOptions).sessions.mint(mint);
  const said: Record<string, string> = {};
  for (const [name, differing] of Object.entries<object>({
    organizationId: { organizationId: 'acme' },
    'accessKey, short': { accessKey: 'mk_short' },
    'secretKey, short': { secretKey: 'short' },
    'secretKey, a number': { secretKey: 7 },
    'one variable missing': { secretKey: undefined },
    'all missing': { organizationId: undefined, accessKey: null, secretKey: ' ' },
    'baseUrl, blank': { baseUrl: ' ' },
    'baseUrl, http': { baseUrl: 'http://api.example.com' },
    'baseUrl, user': { baseUrl: 'https://user@api.example.com' },
    'baseUrl, password': { baseUrl: 'https://:secret@api.example.com' },
    fetch: { fetch: 'fetch' },
    timeoutMs: { timeoutMs: 0 },
    retries: { retries: 11 },
  }))
    said[name] = await messageOf(async () => await made(differing)());
  expect(said).toMatchInlineSnapshot(`
    {
      "accessKey, short": "createMeshesClient: accessKey: expected a real access key, mk_ and 22 or more letters, digits, - or _, got text of 8 characters.",
      "all missing": "createMeshesClient: organizationId: expected the UUID of your organization at Meshes, got nothing; accessKey: expected a real access key, mk_ and 22 or more letters, digits, - or _, got null; secretKey: expected a real secret key, 43 or more letters, digits, - or _, got blank text. Set MESHES_ORGANIZATION_ID, MESHES_ACCESS_KEY, MESHES_SECRET_KEY where this server runs, or what your own code reads in its place.",
      "baseUrl, blank": "createMeshesClient: baseUrl: expected an https URL without user, query or fragment (http on loopback only), or nothing for the real service, got blank text",
      "baseUrl, http": "createMeshesClient: baseUrl: expected an https URL without user, query or fragment (http on loopback only), got text of 22 characters",
      "baseUrl, password": "createMeshesClient: baseUrl: expected an https URL without user, query or fragment (http on loopback only), got text of 31 characters",
      "baseUrl, user": "createMeshesClient: baseUrl: expected an https URL without user, query or fragment (http on loopback only), got text of 28 characters",
      "fetch": "createMeshesClient: fetch: expected a function like the global fetch, got text of 5 characters",
      "one variable missing": "createMeshesClient: secretKey: expected a real secret key, 43 or more letters, digits, - or _, got nothing. Set MESHES_SECRET_KEY where this server runs, or what your own code reads in its place.",
      "organizationId": "createMeshesClient: organizationId: expected the UUID of your organization at Meshes, got text of 4 characters.",
      "retries": "createMeshesClient: retries: expected a whole number from 0 to 10, got the number 11",
      "secretKey, a number": "createMeshesClient: secretKey: expected a real secret key, 43 or more letters, digits, - or _, got the number 7.",
      "secretKey, short": "createMeshesClient: secretKey: expected a real secret key, 43 or more letters, digits, - or _, got text of 5 characters.",
      "timeoutMs": "createMeshesClient: timeoutMs: expected a whole number of ms from 1 to 600000, got the number 0",
    }
  `);
});

test('what is sent', async () => {
  const meshes = fakeMeshes(json(mintedSession()), json({ revoked: true }));
  const baseUrl = 'https://api.example.com/meshes/api/v1//';
  const { sessions } = createClient({ ...credentials, baseUrl, fetch: meshes.fetch }, createTestClock());
  await sessions.mint(mint);
  await sessions.revoke('ses_1');
  expect(
    meshes.received.map(({ method, url, body, headers }) => [method, url, body, headers.get('content-type')]),
  ).toEqual([
    ['POST', 'https://api.example.com/meshes/api/v1/sessions', mint, 'application/json'],
    ['DELETE', 'https://api.example.com/meshes/api/v1/sessions/ses_1', undefined, null],
  ]);
});
