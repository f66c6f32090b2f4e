import { expect, test, vi } from 'vitest';
import { createMeshesClient, createSessionHandler, type SessionHandlerOptions } from '../src/index.ts';
import { refusal, hang, networkFailure } from './fakeMeshes.ts';
import { authorization, fieldsOf, obliging, testHandler, type TestHandlerOptions } from './handlerFixtures.ts';
import { passTime } from './passTime.ts';
import { credentials, workspace } from './fixtures.ts';
import { thrownBy } from './thrownBy.ts';

// What a page is answered, and what an operator is told, is what they have to go by: each word of it is kept.

interface Asked extends TestHandlerOptions {
  readonly method?: string;
  readonly path?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** The status of an answer, and its error. */
async function answerTo({ method = 'POST', path = '/sessions', body, headers, ...options }: Asked): Promise<string> {
  const { ask } = testHandler(options);
  const response = await ask(method, path, body, headers);
  const { error } = (await response.json()) as { readonly error: { readonly code: string; readonly message: string } };
  return `${response.status} ${error.code}: ${error.message}`;
}

async function answersTo(all: Readonly<Record<string, Asked>>): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const [name, asked] of Object.entries(all)) said[name] = await answerTo(asked);
  return said;
}

test('what a page is answered', async () => {
  const refresh = '/sessions/ses_1/refresh';
  expect(
    await answersTo({
      'no one is signed in': { authorize: () => null },
      'authorize throws': { authorize: () => Promise.reject(new Error('no')) },
      'another origin': { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } },
      'another path': { path: '/other' },
      'another method': { method: 'PUT' },
      'a malformed id': { path: '/sessions/a%20b/refresh' },
      'another type': { headers: { 'content-type': 'text/plain' } },
      'no JSON': { body: '{' },
      'a list': { body: '[]' },
      'text that is not UTF-8': { body: new Uint8Array([0x7b, 0xff, 0x7d]) },
      'too large': { body: `"${'x'.repeat(70_000)}"` },
      'an unknown page': { body: { page: 'settings' } },
      'no grant': { path: refresh, body: {} },
      'a made-up grant': { path: refresh, body: { grant: 'grant' } },
      'a workspace that Meshes does not know': { answers: [refusal(404)] },
      'Meshes is busy': { answers: [refusal(429)] },
      'Meshes refuses the key': { answers: [refusal(401)] },
      'Meshes is gone': { answers: [networkFailure] },
      'Meshes fails': { answers: [refusal(500)] },
      'another method of a session': { path: '/sessions/ses_1' },
      'an id that a question mark cuts short': { path: '/sessions/ses_1?x' },
    }),
  ).toMatchInlineSnapshot(`
    {
      "Meshes fails": "503 meshes-unavailable: Meshes does not answer. Try again later.",
      "Meshes is busy": "429 rate-limited: Too many requests. Try again later.",
      "Meshes is gone": "503 meshes-unavailable: Meshes does not answer. Try again later.",
      "Meshes refuses the key": "502 meshes-refused: Meshes refuses this server.",
      "a list": "400 bad-body: The body must be a JSON object in UTF-8.",
      "a made-up grant": "404 unknown-session: There is no such session.",
      "a malformed id": "400 bad-session-id: A session id is 1 to 128 letters, digits, - or _.",
      "a workspace that Meshes does not know": "404 unknown-workspace: There is no such workspace.",
      "an id that a question mark cuts short": "400 bad-session-id: A session id is 1 to 128 letters, digits, - or _.",
      "an unknown page": "400 bad-page: The page must be one of dashboard, connections, rules, events.",
      "another method": "405 method-not-allowed: This path takes POST only.",
      "another method of a session": "405 method-not-allowed: This path takes DELETE only.",
      "another origin": "403 foreign-origin: Only pages of this origin may ask. Name others in allowedOrigins.",
      "another path": "404 unknown-route: This path does not exist.",
      "another type": "415 not-json: Send the body as application/json.",
      "authorize throws": "500 internal: The server could not find out what this user may have.",
      "no JSON": "400 bad-body: The body must be a JSON object in UTF-8.",
      "no grant": "400 bad-grant: Send the grant that came with the session.",
      "no one is signed in": "401 unauthorized: Sign in first.",
      "text that is not UTF-8": "400 bad-body: The body must be a JSON object in UTF-8.",
      "too large": "413 body-too-large: The body is larger than 64 kB.",
    }
  `);
});

test('what a page is answered once its time is over', async () => {
  const never = new Promise<never>(() => {});
  const { ask, clock } = testHandler({ authorize: () => never });
  const asked = ask('POST', '/sessions');
  await clock.advance(10_000);
  const slow = testHandler({ answers: [hang] });
  const waited = slow.ask('POST', '/sessions');
  await vi.waitFor(() => expect(slow.received).toHaveLength(1));
  await slow.clock.advance(10_000);
  const said = [];
  for (const response of [await asked, await waited]) said.push([response.status, await response.json()]);
  expect(said).toMatchInlineSnapshot(`
    [
      [
        503,
        {
          "error": {
            "code": "authorize-timeout",
            "message": "Signing in took too long. Try again.",
          },
        },
      ],
      [
        503,
        {
          "error": {
            "code": "meshes-unavailable",
            "message": "Meshes does not answer. Try again later.",
          },
        },
      ],
    ]
  `);
});

test('what a page is answered of a session that Meshes has revoked', async () => {
  const { ask } = testHandler({ answers: [obliging, refusal(409)] });
  const { session_id, grant } = await fieldsOf(await ask('POST', '/sessions'));
  const response = await ask('POST', `/sessions/${String(session_id)}/refresh`, { grant });
  expect([response.status, await fieldsOf(response)]).toEqual([
    409,
    { error: { code: 'session-revoked', message: 'The session has been revoked.' } },
  ]);
});

test('what a page is answered whose body does not come in time, and one whose turn does not', async () => {
  const { ask, clock } = testHandler({
    answers: [hang],
    maxConcurrent: 1,
    queueTimeoutMs: 3_000,
    bodyTimeoutMs: 2_000,
  });
  const slow = ask('POST', '/sessions', new ReadableStream());
  await vi.waitFor(() => expect(clock.running()).toBe(1));
  await new Promise((resolve) => setImmediate(resolve));
  clock.advance(2_000);
  const first = ask('POST', '/sessions');
  const second = ask('POST', '/sessions');
  const said = [];
  for (const response of [await slow, await passTime(clock, second)])
    said.push([response.status, await fieldsOf(response)]);
  expect(said).toEqual([
    [408, { error: { code: 'slow-body', message: 'The body did not arrive in time.' } }],
    [503, { error: { code: 'busy', message: 'The server is busy. Try again later.' } }],
  ]);
  await passTime(clock, first);
  // Nothing is waited for any more.
  expect(clock.running()).toBe(0);
});

test('what an operator is told of a body that authorize has read', async () => {
  const { ask, errors } = testHandler({
    async authorize(request) {
      await request.text();
      return authorization;
    },
  });
  const response = await ask('POST', '/sessions');
  expect([response.status, await fieldsOf(response)]).toEqual([
    500,
    { error: { code: 'internal', message: 'The server failed.' } },
  ]);
  expect(errors).toMatchObject([
    {
      code: 'bad-authorization',
      message: 'authorize() read the body of the request; use request.clone() for that',
    },
  ]);
});

test.each<[string, unknown, string]>([
  ['an error', new RangeError('secret'), 'RangeError was thrown'],
  [
    'an error whose name may hold anything',
    Object.assign(new Error('x'), { name: 'a b' }),
    'something else was thrown',
  ],
  ['an error whose name is long', Object.assign(new Error('x'), { name: 'n'.repeat(65) }), 'something else was thrown'],
  ['an error with words after its name', Object.assign(new Error('x'), { name: 'name!' }), 'something else was thrown'],
  [
    'an error with words before its name',
    Object.assign(new Error('x'), { name: '!name' }),
    'something else was thrown',
  ],
  ['what only looks like one', { name: 'RangeError' }, 'something else was thrown'],
])('what the console is told where there is no onError, of %s', async (_name, thrown, told) => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { ask } = testHandler({ authorize: () => Promise.reject(thrown), onError: undefined });
  await ask('POST', '/sessions');
  expect(printed.mock.calls).toEqual([
    [`[meshes-embed] ${told} while answering a page. Give createSessionHandler an onError to see all of it.`],
  ]);
  printed.mockRestore();
});

test('what an operator is told', async () => {
  const said: Record<string, unknown[]> = {};
  for (const [name, options] of Object.entries<TestHandlerOptions>({
    'authorize throws': { authorize: () => Promise.reject(new Error('no')) },
    'authorize gives no subject': { authorize: () => ({ ...authorization, subject: '' }) },
    'authorize gives another type': { authorize: () => 'user' as never },
    'authorize gives no workspace': { authorize: () => ({ subject: 'user', workspace_id: 'acme' }) },
    'authorize gives an unknown field': { authorize: () => ({ ...authorization, workspace }) as never },
    'Meshes refuses the key': { answers: [refusal(401)] },
    'a workspace that Meshes does not know': { answers: [refusal(404)] },
  })) {
    const { ask, errors } = testHandler(options);
    await ask('POST', '/sessions');
    said[name] = errors.map((error) => (error as Error).message);
  }
  expect(said).toMatchInlineSnapshot(`
    {
      "Meshes refuses the key": [
        "Meshes does not accept the machine key. Check access key and secret key, and the clock of this machine. Status 401.",
      ],
      "a workspace that Meshes does not know": [
        "Meshes does not know this workspace or session. Check its id, and that baseUrl is the right service. Status 404.",
      ],
      "authorize gives an unknown field": [
        "what authorize() returned: workspace: there is no such field; known are subject, workspace_id, role, session_type, external_user_id, ttl_seconds, launch_ttl_seconds, resource, resource_id, allowed_origins, scopes",
      ],
      "authorize gives another type": [
        "what authorize() returned: expected an object, got text of 4 characters",
      ],
      "authorize gives no subject": [
        "what authorize() returned: subject: expected text of 1 to 255 characters, got blank text",
      ],
      "authorize gives no workspace": [
        "what authorize() returned: workspace_id: expected the UUID of a workspace, got text of 4 characters",
      ],
      "authorize throws": [
        "no",
      ],
    }
  `);
});

test('what the handler is made with', async () => {
  const client = createMeshesClient(credentials);
  const said: Record<string, string> = {};
  for (const [name, options] of Object.entries<object>({
    'no client': { client: undefined },
    'another client': { client: {} },
    'no authorize': { authorize: undefined },
    allowedOrigins: { allowedOrigins: ['https://app.example.com/'] },
    grantKeys: { grantKeys: ['short'] },
    grantSeconds: { grantSeconds: 0 },
    maxConcurrent: { maxConcurrent: 0 },
    onError: { onError: 'log' },
    allowedHeaders: { allowedHeaders: ['a b'] },
    authorizeTimeoutMs: { authorizeTimeoutMs: 0 },
    bodyTimeoutMs: { bodyTimeoutMs: -1 },
    queueTimeoutMs: { queueTimeoutMs: 1.5 },
    grantTtlSeconds: { grantTtlSeconds: 0 },
    'an unknown option': { allowOrigins: [] },
  }))
    said[name] = (
      (await thrownBy(() =>
        createSessionHandler({
          client,
          authorize: () => authorization,
          ...options,
        } as unknown as SessionHandlerOptions),
      )) as Error
    ).message;
  expect(said).toMatchInlineSnapshot(`
    {
      "allowedHeaders": "createSessionHandler: allowedHeaders.0: expected names of headers, like x-tenant, each by itself and no *, got text of 3 characters",
      "allowedOrigins": "createSessionHandler: allowedOrigins.0: expected origins exactly as browsers write them, like https://app.example.com or capacitor://localhost, got text of 24 characters",
      "an unknown option": "createSessionHandler: allowOrigins: there is no such field; known are client, authorize, allowedOrigins, allowedHeaders, grantKeys, grantTtlSeconds, maxConcurrent, authorizeTimeoutMs, bodyTimeoutMs, queueTimeoutMs, onError",
      "another client": "createSessionHandler: client: expected what createMeshesClient() made, got an object",
      "authorizeTimeoutMs": "createSessionHandler: authorizeTimeoutMs: expected a whole number of ms from 1 to 600000, got the number 0",
      "bodyTimeoutMs": "createSessionHandler: bodyTimeoutMs: expected a whole number of ms from 1 to 600000, got the number -1",
      "grantKeys": "createSessionHandler: grantKeys.0: expected a random secret of 32 characters or more, got text of 5 characters",
      "grantSeconds": "createSessionHandler: grantSeconds: there is no such field; known are client, authorize, allowedOrigins, allowedHeaders, grantKeys, grantTtlSeconds, maxConcurrent, authorizeTimeoutMs, bodyTimeoutMs, queueTimeoutMs, onError",
      "grantTtlSeconds": "createSessionHandler: grantTtlSeconds: expected a whole number of seconds from 300 to 2592000, got the number 0",
      "maxConcurrent": "createSessionHandler: maxConcurrent: expected a whole number from 1 to 10000, got the number 0",
      "no authorize": "createSessionHandler: authorize: expected a function that says what the caller of a request may have, got nothing",
      "no client": "createSessionHandler: client: expected what createMeshesClient() made, got nothing",
      "onError": "createSessionHandler: onError: expected a function, got text of 3 characters",
      "queueTimeoutMs": "createSessionHandler: queueTimeoutMs: expected a whole number of ms from 1 to 600000, got the number 1.5",
    }
  `);
});
