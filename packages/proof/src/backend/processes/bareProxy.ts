// The least that hands a page's request on to Meshes: signs it, and passes the answer back. Knows no one, checks nothing.
import { SignJWT } from 'jose';
import { serve, settings } from './serve.ts';

const { organizationId, accessKey, secretKey, baseUrl } = settings<{
  readonly organizationId: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly baseUrl: string;
}>();
const key = new TextEncoder().encode(secretKey);
let signed: { readonly jwt: Promise<string>; readonly until: number } | undefined;

/** One for 30 s, as signing is no part of what is compared. */
function machineJwt(): Promise<string> {
  const now = Date.now();
  if (!signed || signed.until < now) {
    const seconds = Math.floor(now / 1_000);
    const jwt = new SignJWT({ org: organizationId })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: accessKey })
      .setIssuer(`urn:meshes:m2m:${accessKey}`)
      .setAudience('meshes-api')
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 60)
      .sign(key);
    signed = { jwt, until: now + 30_000 };
  }
  return signed.jwt;
}

serve((request, response) => {
  const chunks: Buffer[] = [];
  request
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    .on('end', () => {
      void forward(request.url ?? '/', Buffer.concat(chunks)).then(
        ({ status, text }) => response.writeHead(status, { 'content-type': 'application/json' }).end(text),
        () => response.writeHead(503).end(),
      );
    });
});

async function forward(path: string, body: Buffer): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${baseUrl}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await machineJwt()}`, 'content-type': 'application/json' },
    body: new Uint8Array(body),
    // As long as the client of the handler waits.
    signal: AbortSignal.timeout(10_000),
  });
  return { status: answer.status, text: await answer.text() };
}
