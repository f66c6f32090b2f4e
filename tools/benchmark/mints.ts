import type { MeshesClient } from '@meshes-embed/node';
import type { Sandbox } from '@meshes-embed/sandbox';
import { SignJWT } from 'jose';
import { median } from './median.ts';

/** The median time of a mint in ms: by a bare fetch that signs each call as the contract says (§1), and by the client. */
export async function raceMints(
  sandbox: Sandbox,
  client: MeshesClient,
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const workspace_id = sandbox.workspaces[0]!.id;
  const key = new TextEncoder().encode(sandbox.secretKey);

  async function bareFetch(): Promise<void> {
    const jwt = await new SignJWT({ org: sandbox.organizationId })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: sandbox.accessKey })
      .setIssuer(`urn:meshes:m2m:${sandbox.accessKey}`)
      .setAudience('meshes-api')
      .setIssuedAt()
      .setExpirationTime('30s')
      .sign(key);
    const headers = { authorization: `Bearer ${jwt}`, 'content-type': 'application/json' };
    const response = await fetch(`${sandbox.apiUrl}/api/v1/sessions`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ workspace_id }),
    });
    await response.json();
  }

  const racers = new Map<string, { run: () => Promise<unknown>; taken: number[] }>([
    ['bare fetch', { run: bareFetch, taken: [] }],
    ['client', { run: () => client.sessions.mint({ workspace_id }), taken: [] }],
  ]);
  // The first tenth does not count: connections open, code is compiled.
  for (let round = -rounds / 10; round < rounds; round++) {
    for (const { run, taken } of racers.values()) {
      const started = performance.now();
      await run();
      if (round >= 0) taken.push(performance.now() - started);
    }
  }
  return new Map([...racers].map(([name, { taken }]) => [name, median(taken)]));
}
