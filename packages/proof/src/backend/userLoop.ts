import type { Answer } from './httpCaller.ts';
import type { Latencies } from './latencies.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';
import type { Target } from './target.ts';
import { workspaceOf } from './users.ts';

/** A session as its user's page has it. */
interface HeldSession {
  readonly id: string;
  readonly user: string;
  grant: string;
  token: string;
  /** Whether a revocation was sent whose answer told nothing: it may have been done. */
  isDoubtful: boolean;
}

/** What the users of a run share. */
export interface Crowd {
  readonly targets: readonly Target[];
  readonly workspaces: readonly string[];
  readonly ledger: Ledger;
  readonly latencies: Latencies;
  readonly random: Random;
  /** Sessions of everyone, for those who try another's. */
  readonly held: HeldSession[];
  /** When it is over. ms, of `performance.now()` */
  readonly until: number;
  /** Whether `external_user_id` is given, and each customer has a workspace of its own. */
  readonly workspaceByUser: boolean;
}

type Action = 'mint' | 'refresh' | 'refresh of another' | 'revoke' | 'refresh of a revoked one';

/** What may come of an action while Meshes fails now and then; each but 200 in the handler's own words. */
const failing = [429, 502, 503];
const expected: Readonly<Record<Action, readonly number[]>> = {
  mint: [200, ...failing],
  refresh: [200, ...failing],
  // Never a word of Meshes: the grant does not hold, so it is not asked.
  'refresh of another': [404],
  revoke: [200, ...failing],
  'refresh of a revoked one': [409, ...failing],
};

/** So many sessions of all users are kept for others to try. */
const maxHeld = 500;

const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** What is wrong with an answer, whatever user asked. */
function faultOf(action: Action, { status, text, retryAfter, contentType }: Answer): string | undefined {
  if (!expected[action].includes(status)) return `${action}: status ${status}: ${text.slice(0, 200)}`;
  if (!contentType?.startsWith('application/json')) return `${action}: ${status} as ${contentType}`;
  if ((status === 429 || status === 503) && !(Number(retryAfter) > 0))
    return `${action}: ${status} without Retry-After`;
  if (/words of Meshes|<!doctype/.test(text)) return `${action}: ${status} passes on what Meshes said`;
  return undefined;
}

/** One user's pages, which ask one thing after another until the run is over. */
export async function userLoop(user: string, crowd: Crowd): Promise<void> {
  const { targets, workspaces, ledger, latencies, random, held, until, workspaceByUser } = crowd;
  const own: HeldSession[] = [];
  const drop = (session: HeldSession): void => void own.splice(own.indexOf(session), 1);
  let revoked: HeldSession | undefined;

  async function ask(
    action: Action,
    path: string,
    body: object,
    { method = 'POST', also }: { readonly method?: string; readonly also?: number | undefined } = {},
  ): Promise<Answer | undefined> {
    const target = pick(random, targets)!;
    const headers = {
      cookie: `user=${user}`,
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      connection: 'keep-alive',
    };
    const start = performance.now();
    try {
      const answer = await target.caller.ask(method, `${target.mount}/sessions${path}`, headers, JSON.stringify(body));
      if (answer.status === 200) latencies.add(`handler ${action}`, performance.now() - start);
      ledger.count(String(answer.status));
      const fault = answer.status === also ? undefined : faultOf(action, answer);
      if (fault !== undefined) ledger.fault('unexpected answer', fault);
      return answer;
    } catch (error) {
      if (target.wasDown(start)) ledger.count('none, as its server was killed');
      else ledger.fault('no answer', `${action}: ${String(error)}`);
      // A page whose server is down does not ask on and on either.
      await new Promise((resolve) => setTimeout(resolve, 50));
      return undefined;
    }
  }

  function take(text: string, session?: HeldSession): void {
    const given = JSON.parse(text) as Record<string, string>;
    const { session_id: id = '', grant = '', access_token: token = '' } = given;
    if (id === '' || grant === '' || token === '') ledger.fault('unexpected answer', `200 without a session`);
    if (workspaceByUser && given['workspace_id'] !== workspaceOf(user, workspaces))
      ledger.fault('wrong session', `${user} was given a session of another customer's workspace`);
    if (session === undefined) {
      ledger.minted(id, user);
      const made = { id, user, grant, token, isDoubtful: false };
      own.push(made);
      if (held.length < maxHeld) held.push(made);
      else held[Math.floor(random() * maxHeld)] = made;
      return;
    }
    ledger.refreshed(session.id, id, user);
    if (token === session.token) ledger.fault('wrong session', `a refresh of ${user} gave the token that there was`);
    Object.assign(session, { grant, token });
  }

  while (performance.now() < until) {
    const session = pick(random, own);
    const what = random();
    if (session === undefined || (what < 0.08 && own.length < 4)) {
      const answer = await ask('mint', '', { page: 'dashboard' });
      if (answer?.status === 200) take(answer.text);
    } else if (what < 0.8) {
      const also = session.isDoubtful ? 409 : undefined;
      const answer = await ask('refresh', `/${session.id}/refresh`, { grant: session.grant }, { also });
      if (answer?.status === 200) take(answer.text, session);
      else if (answer?.status === 409) drop(session);
    } else if (what < 0.9) {
      const others = held.filter((one) => one.user !== user);
      const other = pick(random, others);
      // Another's session with its own grant, and with the grant of a session of one's own.
      if (other) {
        const grant = random() < 0.5 ? other.grant : session.grant;
        await ask('refresh of another', `/${other.id}/refresh`, { grant });
      }
    } else if (what < 0.95) {
      const answer = await ask('revoke', `/${session.id}`, { grant: session.grant }, { method: 'DELETE' });
      if (answer?.status === 200) {
        drop(session);
        revoked = session;
      } else session.isDoubtful = true;
    } else if (revoked) {
      await ask('refresh of a revoked one', `/${revoked.id}/refresh`, { grant: revoked.grant });
    }
  }
}
