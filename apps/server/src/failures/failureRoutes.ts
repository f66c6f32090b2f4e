import { Hono } from 'hono';
import * as v from 'valibot';
import type { SpoiledAnswers } from './spoiledAnswers.ts';
import { spoilingNames } from './spoilings.ts';

/** What the routes work with. */
export interface FailureRoutesOptions {
  /** Where the sandbox is, with or without `/api/v1`. */
  readonly apiUrl: string;
  readonly spoiled: SpoiledAnswers;
  /** The account that a request is from, or null. */
  readonly accountOf: (request: Request) => Promise<string | null>;
}

const wanted = v.strictObject({
  faults: v.optional(v.pipe(v.array(v.looseObject({ fault: v.string() })), v.maxLength(5)), []),
  answer: v.optional(
    v.strictObject({
      name: v.picklist(spoilingNames),
      times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    }),
  ),
  session: v.optional(v.strictObject({ id: v.pipe(v.string(), v.uuid()), act: v.picklist(['revoke', 'rotate']) })),
});

/**
 * Only for the demo's page of what can go wrong: a real backend has nothing of the kind. A page of a user who is
 * signed in puts the sandbox's faults in force, or the backend's own mistakes.
 *
 * - `POST` `{ faults?, answer?: { name, times? }, session?: { id, act: "revoke" | "rotate" } }` makes things go wrong
 * - `DELETE` puts everything right
 */
export function failureRoutes({ apiUrl, spoiled, accountOf }: FailureRoutesOptions): Hono {
  const control = (method: string, path: string, body?: object): Promise<Response> =>
    fetch(new URL(`/__sandbox/${path}`, apiUrl), {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(10_000),
    });

  /** 204 where the sandbox did all of it; else what it refused first. */
  async function all(calls: readonly (() => Promise<Response>)[]): Promise<Response> {
    for (const call of calls) {
      const answer = await call();
      if (!answer.ok) return refuse(502, `The sandbox refused with ${answer.status}.`);
    }
    return new Response(null, { status: 204 });
  }

  const routes = new Hono();

  // JSON only, DELETE included: a page of another site could otherwise make things go wrong for its visitor.
  routes.use(async (context, next) => {
    if (!/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
      return refuse(415, 'Send the body as application/json.');
    if ((await accountOf(context.req.raw)) === null) return refuse(401, 'Sign in first.');
    return await next();
  });

  routes.post('/', async (context) => {
    const body = v.safeParse(wanted, await context.req.json().catch(() => undefined));
    if (!body.success) return refuse(400, `${v.getDotPath(body.issues[0]) ?? 'body'}: not a value that is taken here`);
    const { faults, answer, session } = body.output;
    const account = (await accountOf(context.req.raw)) as string;
    if (answer !== undefined) spoiled.put(account, answer.name, answer.times);
    return await all([
      ...faults.map((fault) => () => control('POST', 'faults', fault)),
      ...(session === undefined ? [] : [() => control('POST', `sessions/${session.id}/${session.act}`)]),
    ]);
  });

  routes.delete('/', async (context) => {
    spoiled.clear((await accountOf(context.req.raw)) as string);
    return await all([() => control('DELETE', 'faults')]);
  });

  return routes;
}

function refuse(status: number, message: string): Response {
  return Response.json({ error: { message } }, { status });
}
