import { createClient } from '../src/client/createMeshesClient.ts';
import { createHandler } from '../src/handler/createSessionHandler.ts';
import type { SessionHandlerOptions } from '../src/handler/handlerOptions.ts';
import type { SessionAuthorization, SessionHandler } from '../src/index.ts';
import { fakeMeshes, type Answer, type Received } from './fakeMeshes.ts';
import { credentials, mintedSession, refreshedSession, workspace } from './fixtures.ts';
import { createTestClock, type TestClock } from './testClock.ts';

export const base = 'https://app.example/api/meshes';

export const authorization: SessionAuthorization = { subject: 'acme-admin', workspace_id: workspace };

/** Answers each of the four calls as Meshes does when all is well. */
export const obliging: Answer = ({ method, url }) => {
  if (method === 'DELETE') return Response.json({ revoked: true });
  const id = /\/sessions\/(.+)\/refresh$/.exec(url)?.[1];
  return Response.json(
    id === undefined ? mintedSession() : refreshedSession({ session_id: id, access_token: 'newer-token' }),
  );
};

export interface TestHandler {
  readonly handler: SessionHandler;
  readonly received: Received[];
  /** What onError heard. */
  readonly errors: unknown[];
  readonly clock: TestClock;
  /** Sends JSON from a page of the same origin; `body` may be text. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

export interface TestHandlerOptions extends Partial<SessionHandlerOptions> {
  readonly answers?: Answer[];
  readonly clock?: TestClock;
}

export function testHandler({
  answers = [obliging],
  clock = createTestClock(),
  ...options
}: TestHandlerOptions = {}): TestHandler {
  const meshes = fakeMeshes(...answers);
  const client = createClient({ ...credentials, fetch: meshes.fetch }, clock);
  const errors: unknown[] = [];
  const handler = createHandler(
    { client, authorize: () => authorization, onError: (error) => void errors.push(error), ...options },
    clock,
  );
  return {
    handler,
    received: meshes.received,
    errors,
    clock,
    ask: (method, path, body = {}, headers = {}) => handler(requestOf(method, path, body, headers)),
  };
}

export function requestOf(
  method: string,
  path: string,
  body: unknown = {},
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Request {
  const carries = method !== 'GET' && method !== 'HEAD';
  const stream = body instanceof ReadableStream;
  const text = typeof body === 'string' || body instanceof Uint8Array || stream ? body : JSON.stringify(body);
  const init: RequestInit & { duplex?: 'half' } = {
    method,
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    ...(carries && { body: text as NonNullable<RequestInit['body']> }),
    ...(signal && { signal }),
    ...(stream && { duplex: 'half' }),
  };
  return new Request(base + path, init);
}

export type Fields = Readonly<Record<string, unknown>>;

export async function fieldsOf(response: Response): Promise<Fields> {
  return (await response.json()) as Fields;
}

/** The code of a refusal. */
export async function codeOf(response: Response): Promise<string> {
  return ((await fieldsOf(response))['error'] as { code: string }).code;
}
