import { startSandbox, type Sandbox } from '@meshes-embed/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../src/server.ts';

let sandbox: Sandbox;
let server: RunningServer;
let cookie = '';

beforeAll(async () => {
  sandbox = await startSandbox({ apiPort: 0, embedPort: 0 });
  server = await startServer({ port: 0, meshes: sandbox, allowedOrigins: [] });
});

beforeEach(async () => {
  cookie = '';
  const response = await ask('POST', '/api/login', {});
  cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});

afterEach(() => sandbox.reset());

afterAll(async () => {
  await server.close();
  await sandbox.close();
});

function ask(method: string, path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.url + path, {
    method,
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie, ...headers },
    body: JSON.stringify(body),
  });
}

const mint = (): Promise<Response> => ask('POST', '/api/meshes/sessions', {});

test('the page puts faults of the sandbox in force, and ends them', async () => {
  expect((await ask('POST', '/api/failures', { faults: [{ fault: 'launch-expired', times: 1 }] })).status).toBe(204);
  expect(sandbox.listFaults()).toMatchObject([{ fault: 'launch-expired', times_left: 1 }]);
  expect((await ask('DELETE', '/api/failures', {})).status).toBe(204);
  expect(sandbox.listFaults()).toEqual([]);
});

test('the backend makes a mistake as often as it was asked to, and no more', async () => {
  await ask('POST', '/api/failures', { answer: { name: 'token-malformed', times: 1 } });
  expect(await (await mint()).json()).toMatchObject({ access_token: '' });
  expect(await (await mint()).json()).toMatchObject({ access_token: expect.stringMatching(/./) });
});

test('a mistake is made until everything is put right', async () => {
  await ask('POST', '/api/failures', { answer: { name: 'not-authorized' } });
  expect((await mint()).status).toBe(401);
  expect((await mint()).status).toBe(401);
  await ask('DELETE', '/api/failures', {});
  expect((await mint()).status).toBe(200);
});

test('an answer that is held back comes once everything is put right', async () => {
  await ask('POST', '/api/failures', { answer: { name: 'backend-timeout' } });
  const held = mint();
  await ask('DELETE', '/api/failures', {});
  expect((await held).status).toBe(200);
});

test('a session is revoked as by someone else', async () => {
  const { session_id: id, grant } = (await (await mint()).json()) as { session_id: string; grant: string };
  await ask('POST', '/api/failures', { session: { id, act: 'revoke' } });
  expect((await ask('POST', `/api/meshes/sessions/${id}/refresh`, { grant })).status).toBe(409);
});

test('only a page of a signed-in user makes things go wrong', async () => {
  const body = { faults: [{ fault: 'ready-never' }] };
  expect((await ask('POST', '/api/failures', body, { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await ask('POST', '/api/failures', body, { cookie: '' })).status).toBe(401);
  expect((await ask('POST', '/api/failures', { answer: { name: 'anything' } })).status).toBe(400);
  expect((await ask('POST', '/api/failures', { faults: [{ fault: 'nothing' }] })).status).toBe(502);
  expect(sandbox.listFaults()).toEqual([]);
});
