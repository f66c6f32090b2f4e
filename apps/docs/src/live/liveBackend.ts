import type { InPageSandbox } from '@meshes-embed/sandbox/in-page';
import { SignJWT } from 'jose';

/** What `authorize` of the example's backend returns, but for what is the same for everyone. */
export interface Authorized {
  readonly role?: 'member' | 'admin' | 'owner';
  readonly session_type?: 'workspace' | 'dashboard';
}

const sessionPath = /\/sessions(?:\/([\w-]+)(\/refresh)?)?$/;

function refuse(status: number, code: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error: { code, message: 'The example’s backend refused.' } }, { status, headers });
}

/**
 * The session route of the live example. It answers as `createSessionHandler` of `@meshes-embed/node` does, which
 * refuses to run in a browser: a machine key does not belong there. The sandbox's key opens nothing else.
 */
export function createLiveBackend(
  sandbox: InPageSandbox,
  authorize: () => Authorized,
): (request: Request) => Promise<Response> {
  const grants = new Map<string, string>();

  async function callMeshes(method: string, path: string, body?: object): Promise<Response> {
    const jwt = await new SignJWT({ org: sandbox.organizationId })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: sandbox.accessKey })
      .setIssuer(`urn:meshes:m2m:${sandbox.accessKey}`)
      .setAudience('meshes-api')
      .setIssuedAt()
      .setExpirationTime('30s')
      .sign(new TextEncoder().encode(sandbox.secretKey));
    return await sandbox.management(
      new Request(`https://api.meshes.example/api/v1/sessions${path}`, {
        method,
        headers: { authorization: `Bearer ${jwt}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
  }

  /** What Meshes answered, as the page gets it: a session with a grant, or a status of this route's own. */
  async function passOn(answer: Response): Promise<Response> {
    const { status } = answer;
    if (status === 404) return refuse(404, 'not-found');
    if (status === 409) return refuse(409, 'session-revoked');
    if (status === 401 || status === 403) return refuse(502, 'upstream-refused');
    if (!answer.ok) return refuse(503, 'upstream-failed', { 'retry-after': answer.headers.get('retry-after') ?? '2' });
    const { launch_token: _, ...session } = (await answer.json()) as { session_id: string; launch_token?: string };
    const grant = grants.get(session.session_id) ?? crypto.randomUUID();
    grants.set(session.session_id, grant);
    return Response.json({ ...session, grant }, { headers: { 'cache-control': 'no-store' } });
  }

  return async (request) => {
    const [whole, id, refresh] = sessionPath.exec(new URL(request.url).pathname) ?? [];
    if (whole === undefined) return refuse(404, 'unknown-route');
    const body = (await request.json().catch(() => ({}))) as { page?: string; grant?: string };
    if (id === undefined) {
      const [workspace] = sandbox.listWorkspaces();
      const granted = { role: 'admin' as const, ...authorize() };
      if (granted.session_type === 'dashboard' && body.page !== undefined && body.page !== 'dashboard')
        return refuse(400, 'bad-page');
      return await passOn(
        await callMeshes('POST', '', {
          workspace_id: workspace?.id,
          ...granted,
          allowed_origins: [location.origin],
          ...(body.page !== undefined && { launch_page: body.page }),
        }),
      );
    }
    if (grants.get(id) !== body.grant) return refuse(404, 'not-found');
    return refresh === undefined
      ? Response.json(await (await callMeshes('DELETE', `/${id}`)).json())
      : await passOn(await callMeshes('POST', `/${id}/refresh`, {}));
  };
}
