import { createMeshesClient, createSessionHandler } from '@meshes-embed/node';
import { Hono } from 'hono';
import { customers, defaultAccount, type Customer } from './accounts.ts';
import { failureRoutes } from './failures/failureRoutes.ts';
import { SpoiledAnswers } from './failures/spoiledAnswers.ts';
import type { MeshesAccess, MeshesWorkspace } from './meshesAccess.ts';
import { authorizationOf, readSignIn, SignInError, type SignedIn } from './signedIn.ts';
import { createSignInCookie } from './signInCookie.ts';

/** What the backend needs to know. */
export interface AppOptions {
  readonly meshes: MeshesAccess;
  /** Origins of the sample apps. A session may be framed by the one that asked for it (contract §2); without any, by everybody. */
  readonly allowedOrigins: readonly string[];
}

/** A small SaaS backend: signs demo accounts in, and gives their pages sessions at Meshes. */
export function createApp({ meshes, allowedOrigins }: AppOptions): Hono {
  const cookie = createSignInCookie();
  const client = createMeshesClient({
    organizationId: meshes.organizationId,
    accessKey: meshes.accessKey,
    secretKey: meshes.secretKey,
    baseUrl: meshes.apiUrl,
  });
  /** Of our own origins, the one that asks. A caller without one of them is no page that could frame the embed: the first origin is used. */
  const framedBy = ({ headers }: Request): string | undefined =>
    allowedOrigins.find((origin) => origin === headers.get('origin')) ?? allowedOrigins[0];
  const workspaceOf = (customer: Customer) => meshes.workspaces[customers.indexOf(customer)] as MeshesWorkspace;

  const sessions = createSessionHandler({
    client,
    async authorize(request) {
      const signedIn = await cookie.read(request);
      return signedIn === null ? null : authorizationOf(signedIn, workspaceOf(signedIn.customer).id, framedBy(request));
    },
  });

  async function signedInAnswer(signedIn: SignedIn): Promise<Response> {
    const body = { user: signedIn.account, workspace: workspaceOf(signedIn.customer) };
    return Response.json(body, {
      headers: { 'set-cookie': await cookie.write(signedIn), 'cache-control': 'no-store' },
    });
  }

  const app = new Hono();

  // JSON only: a form of another site could otherwise sign its visitor in as someone else.
  app.post('/api/login', async (context) => {
    if (!/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
      return refuse(415, 'Send the body as application/json.');
    const body: unknown = await context.req.json().catch(() => undefined);
    try {
      return await signedInAnswer(readSignIn(body));
    } catch (error) {
      if (error instanceof SignInError) return refuse(400, error.message);
      throw error;
    }
  });

  // Who comes for the first time is signed in as the default account, so that the demo starts without a form.
  app.get('/api/me', async (context) => {
    const account = defaultAccount('first');
    return await signedInAnswer(
      (await cookie.read(context.req.raw)) ?? { account: account.id, customer: account.customer },
    );
  });

  app.post(
    '/api/logout',
    async () => new Response(null, { status: 204, headers: { 'set-cookie': await cookie.clear() } }),
  );

  const spoiled = new SpoiledAnswers();
  const accountOf = async (request: Request): Promise<string | null> => (await cookie.read(request))?.account ?? null;
  app.route('/api/failures', failureRoutes({ apiUrl: meshes.apiUrl, spoiled, accountOf }));

  app.all('/api/meshes/*', async ({ req: { raw } }) => spoiled.spoil(await accountOf(raw), raw, () => sessions(raw)));
  return app;
}

function refuse(status: number, message: string): Response {
  return Response.json({ error: { message } }, { status });
}
