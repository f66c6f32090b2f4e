import { SignJWT } from 'jose';
import type { Sandbox } from '../../../src/index.ts';

/** What a mint answers with, as far as these tests need it. */
export interface MintedSession {
  readonly session_id: string;
  readonly access_token: string;
  readonly launch_url: string;
}

/** Mints a session at the sandbox; the body is the contract's (§2). */
export async function mint(sandbox: Sandbox, body: Record<string, unknown>): Promise<MintedSession> {
  return (await call(sandbox, '/sessions', body)) as MintedSession;
}

/** Refreshes a session and answers with its new access token. */
export async function refresh(sandbox: Sandbox, sessionId: string): Promise<string> {
  return ((await call(sandbox, `/sessions/${sessionId}/refresh`, {})) as MintedSession).access_token;
}

async function call(sandbox: Sandbox, path: string, body: unknown): Promise<unknown> {
  const { organizationId, accessKey, secretKey } = sandbox;
  const jwt = await new SignJWT({ org: organizationId })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: accessKey })
    .setIssuer(`urn:meshes:m2m:${accessKey}`)
    .setAudience('meshes-api')
    .setIssuedAt()
    .setExpirationTime('30s')
    .sign(new TextEncoder().encode(secretKey));
  const answer = await fetch(`${sandbox.apiUrl}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${jwt}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
