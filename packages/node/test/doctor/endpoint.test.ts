import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createMeshesClient, createSessionHandler, toNodeHandler, type SessionAuthorization } from '../../src/index.ts';
import { examine, PAGES, told, verdict } from './examine.ts';
import { useSandbox } from './useSandbox.ts';

const here = useSandbox();
const COOKIE = 'sid=cookie-canary-0123456789; theme=dark';
const signedIn = ['--header', `Cookie: ${COOKIE}`];
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A handler of this package, for whoever brings the cookie. */
function handler(granted: Partial<SessionAuthorization> = {}, open = false) {
  const { organizationId, accessKey, secretKey, apiUrl, workspaces } = here.sandbox;
  return createSessionHandler({
    client: createMeshesClient({ organizationId, accessKey, secretKey, baseUrl: apiUrl }),
    allowedOrigins: [PAGES],
    authorize: (request) =>
      open || request.headers.get('cookie') === COOKIE ? { subject: 'acme', workspace_id: workspaces[0]?.id ?? '', allowed_origins: [PAGES], ...granted } : null,
  });
}

/** That handler, with its answers changed. */
function changed(change: (answer: Response) => Response | Promise<Response>): RequestListener {
  const inner = handler();
  return toNodeHandler(async (request) => change(await inner(request))) as RequestListener;
}

const json = (endpoint: string, args: readonly string[] = signedIn) => examine(here.sandbox, ['--json', '--endpoint', `${endpoint}/api/meshes`, ...args]);

describe("a route of this package's handler", () => {
  test('passes, and what it minted is revoked', async () => {
    const url = await serve(toNodeHandler(handler()) as RequestListener);
    const examined = await json(url);
    expect(verdict(examined)).toEqual({ found: [], unknown: [] });
    expect(examined.status).toBe(0);
    expect(JSON.parse(examined.output)).toMatchObject({ endpoint: `${url}/api/meshes`, sessions: { minted: 2, revoked: 2 } });
    expect(examined.output).not.toContain('cookie-canary');
  });

  test('of the same origin as the pages too', async () => {
    const url = await serve(toNodeHandler(handler({ allowed_origins: [] })) as RequestListener);
    expect(verdict(await json(url, ['--origin', url, ...signedIn])).found).toEqual(['endpoint-framing-open']);
  });

  test('without a sign-in only what needs none is looked at', async () => {
    const examined = await json(await serve(toNodeHandler(handler()) as RequestListener), []);
    expect(verdict(examined)).toEqual({ found: [], unknown: ['endpoint-session', 'endpoint-no-store', 'endpoint-fields', 'endpoint-framing'] });
    expect(told(examined)['endpoint-session']?.why).toContain('--header');
    expect(examined.status).toBe(0);
  });

  test.each<[string, Partial<SessionAuthorization>]>([
    ['endpoint-framing-refused', { allowed_origins: ['https://other.example.com'] }],
    ['endpoint-framing-open', { allowed_origins: [] }],
  ])('%s', async (code, granted) => {
    expect(verdict(await json(await serve(toNodeHandler(handler(granted)) as RequestListener))).found).toEqual([code]);
  });

  test("another customer's workspace, and a sign-in that is over", async () => {
    const other = await json(await serve(toNodeHandler(handler({ workspace_id: here.sandbox.workspaces[1]?.id ?? '' })) as RequestListener));
    expect(verdict(other).found).toEqual(['endpoint-other-workspace']);
    expect(told(other)['endpoint-session']?.symptom).toBe('Iframe appears but no workspace data loads');
    const over = await json(await serve(toNodeHandler(handler()) as RequestListener), ['--header', 'Cookie: sid=old-canary']);
    expect(verdict(over).found).toEqual(['endpoint-refused']);
  });

  test('authorize that lets everybody in', async () => {
    expect(verdict(await json(await serve(toNodeHandler(handler({}, true)) as RequestListener), [])).found).toEqual(['endpoint-open']);
  });
});

describe('a route that breaks the rules', () => {
  const withHeaders = (headers: Record<string, string>) => (answer: Response) => new Response(answer.body, { status: answer.status, headers: { ...Object.fromEntries(answer.headers), ...headers } });

  test.each<[string, (answer: Response) => Response | Promise<Response>]>([
    ['endpoint-cors', withHeaders({ 'access-control-allow-origin': '*' })],
    ['endpoint-cors', withHeaders({ 'access-control-allow-origin': 'https://meshes-doctor.invalid' })],
    ['endpoint-cached', withHeaders({ 'cache-control': 'private, max-age=60' })],
    ['endpoint-launch-token', async (answer) => (answer.ok ? Response.json({ ...((await answer.json()) as object), launch_token: 'launch-canary' }, { headers: answer.headers }) : answer)],
    ['endpoint-secret', async (answer) => (answer.ok ? Response.json({ ...((await answer.json()) as object), config: here.sandbox.secretKey }, { headers: answer.headers }) : answer)],
  ])('%s', async (code, change) => {
    expect(verdict(await json(await serve(changed(change)))).found).toEqual([code]);
  });

  test('serves pages of foreign origins', async () => {
    const inner = handler();
    const everywhere = toNodeHandler((request) => inner(new Request(request, { headers: { ...Object.fromEntries(request.headers), origin: PAGES } })));
    const examined = await json(await serve(everywhere as RequestListener));
    expect(verdict(examined).found).toEqual(['endpoint-foreign-served']);
    expect(JSON.parse(examined.output)).toMatchObject({ sessions: { minted: 3, revoked: 3 } });
  });

  test.each<[number, string]>([
    [302, 'endpoint-redirects'],
    [404, 'endpoint-missing'],
    [405, 'endpoint-missing'],
    [415, 'endpoint-unexpected'],
    [500, 'endpoint-failing'],
    [200, 'endpoint-no-session'],
  ])('status %i and nothing in it: %s', async (status, code) => {
    const url = await serve((_, response) => void response.writeHead(status, status === 302 ? { location: '/sign-in?next=canary' } : {}).end());
    const { found } = verdict(await json(url));
    expect(new Set(found)).toEqual(new Set(status === 200 ? ['endpoint-open', code, 'endpoint-foreign-served'] : [code]));
  });

  const others = ['guard', 'session', 'origin', 'cors', 'no-store', 'fields', 'framing'].map((name) => `endpoint-${name}`);

  test('is not there at all: that is said once', async () => {
    expect(verdict(await json('http://127.0.0.1:9'))).toEqual({ found: ['endpoint-unreachable'], unknown: others });
  });

  test('never answers', async () => {
    const examined = await json(await serve(() => {}), ['--timeout', '1']);
    expect(told(examined)['endpoint-route']).toMatchObject({ code: 'endpoint-unreachable', seen: 'no answer within 1 s' });
  });
});
