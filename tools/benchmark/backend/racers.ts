import { createMeshesClient, createSessionHandler } from '@meshes-embed/node';
import { SignJWT } from 'jose';

/** Made up: nothing checks it. */
const machineKey = {
  organizationId: '0f8b1c9e-4c0a-4d0e-9a51-2f6f0a6c7b11',
  accessKey: 'mk_kT9Qv2Lm4RzW8pYc1NfHs6',
  secretKey: 'kT9Qv2Lm4RzW8pYc1NfHs6Bd3JgAa7Ue5Ti0Ok_Vx-Q',
};
const workspace_id = 'b6c1b0e2-6f0e-4a53-8c39-0d7d2f1a9e01';

/** As long as a signed one; no one looks at it. */
const readyBearer = `Bearer ${'a'.repeat(90)}.${'b'.repeat(220)}.${'c'.repeat(43)}`;

/** What a mint is made by. */
export type RacerName = 'plain' | 'bare' | 'client' | 'handler';

/** Makes one mint ready; what it gives is what is measured. */
export type Racer = () => () => Promise<unknown>;

/** Each way to mint a session of the Meshes at an address. */
export function racers(baseUrl: string): Record<RacerName, Racer> {
  const key = new TextEncoder().encode(machineKey.secretKey);
  const client = createMeshesClient({ ...machineKey, baseUrl });
  const handler = createSessionHandler({ client, authorize: () => ({ subject: 'ada', workspace_id }) });

  /** By hand: signs each call as the contract says (§1), and fetches. */
  async function plain(): Promise<unknown> {
    const jwt = await new SignJWT({ org: machineKey.organizationId })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: machineKey.accessKey })
      .setIssuer(`urn:meshes:m2m:${machineKey.accessKey}`)
      .setAudience('meshes-api')
      .setIssuedAt()
      .setExpirationTime('30s')
      .sign(key);
    const response = await fetch(`${baseUrl}/api/v1/sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${jwt}`, 'content-type': 'application/json' },
      body: JSON.stringify({ workspace_id }),
    });
    return await response.json();
  }

  /** What no way that fetches can be below: a fetch with a JWT that was signed before. */
  async function bare(): Promise<unknown> {
    const response = await fetch(`${baseUrl}/api/v1/sessions`, {
      method: 'POST',
      headers: { authorization: readyBearer, 'content-type': 'application/json' },
      body: JSON.stringify({ workspace_id }),
    });
    return await response.json();
  }

  /** The request is the host's to make, and the answer the host's to send. */
  function askHandler(): () => Promise<unknown> {
    const request = new Request('https://app.example.com/api/meshes/sessions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: '{"page":"rules"}',
    });
    return async () => {
      const { status } = await handler(request);
      if (status !== 200) throw new Error(`the handler answered ${status}`);
    };
  }

  return {
    plain: () => plain,
    bare: () => bare,
    client: () => () => client.sessions.mint({ workspace_id }),
    handler: askHandler,
  };
}
