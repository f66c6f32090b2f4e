import type { SessionAuthorization } from '@meshes-embed/node';
import * as v from 'valibot';
import { customers, defaultAccount, findAccount, resources, type Account, type Customer } from './accounts.ts';

/**
 * Who is signed in, and what of it the sample screen chose. A real product would keep only the account, and look up
 * what it may see each time: that the screen may choose is a liberty of this demo, so that one address shows one case.
 */
export interface SignedIn extends Pick<
  SessionAuthorization,
  'role' | 'session_type' | 'ttl_seconds' | 'launch_ttl_seconds'
> {
  readonly account: string;
  readonly customer: Customer;
}

const choice = v.strictObject({
  user: v.optional(v.string()),
  workspace: v.optional(v.picklist(customers)),
  role: v.optional(v.picklist(['member', 'admin', 'owner'])),
  session_type: v.optional(v.picklist(['workspace', 'resource', 'dashboard'])),
  ttl_seconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(300), v.maxValue(3600))),
  launch_ttl_seconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(15), v.maxValue(60))),
});

/** Why no one was signed in. */
export class SignInError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SignInError';
  }
}

/**
 * Reads the body of a sign-in: `{ user?, workspace?, role?, session_type?, ttl_seconds?, launch_ttl_seconds? }`.
 *
 * @throws SignInError that names the field, or says that there is no such account.
 */
export function readSignIn(body: unknown): SignedIn {
  const result = v.safeParse(choice, body);
  if (!result.success)
    throw new SignInError(`${v.getDotPath(result.issues[0]) ?? 'body'}: not a value that signing in takes`);
  const { user, workspace, ...chosen } = result.output;
  const account = user === undefined ? defaultAccount(workspace ?? 'first') : findAccount(user);
  if (account === null) throw new SignInError('user: no such account');
  if (workspace !== undefined && workspace !== account.customer)
    throw new SignInError('workspace: this account belongs to the other customer');
  return { account: account.id, customer: account.customer, ...chosen };
}

/** Reads what a cookie kept; null where it makes no sense any more. */
export function readKept(text: string): SignedIn | null {
  try {
    const { account, customer: _, ...chosen } = JSON.parse(text);
    return readSignIn({ user: account, ...chosen });
  } catch {
    return null;
  }
}

/** What the signed-in account may have at Meshes, in a page of this origin. */
export function authorizationOf(
  signedIn: SignedIn,
  workspaceId: string,
  framedBy: string | undefined,
): SessionAuthorization {
  const { account: id, customer, ...chosen } = signedIn;
  const { rights } = findAccount(id) as Account;
  const sessionType = chosen.session_type ?? rights.session_type;
  const { resource: _, resource_id: __, ...general } = rights;
  return {
    subject: id,
    external_user_id: id,
    workspace_id: workspaceId,
    ...general,
    ...chosen,
    ...(sessionType === 'resource' && resources[customer]),
    ...(framedBy !== undefined && { allowed_origins: [framedBy] }),
  };
}
