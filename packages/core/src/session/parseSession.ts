import { isToken } from '../protocol/authMessage.ts';
import type { LaunchSession, RefreshedSession } from './session.ts';

/** What is wrong with a session: which field, of which type that was, and which fields came. Holds nothing of their values. */
export class SessionError extends TypeError {
  /** Stable. */
  readonly code = 'bad-session';
  /** The field's own name; `session` for the whole. */
  readonly field: string;

  constructor(field: string, value: unknown, fields: object = {}) {
    // Of the names only what looks like one: an answer may hold anything.
    const names = Object.keys(value === undefined ? fields : {}).filter((name) => /^[a-z_]{1,30}$/i.test(name));
    super(
      `${field} cannot be used: got ${kindOf(value)}${names.length > 0 ? ` among ${names.slice(0, 9).join(', ')}` : ''}`,
    );
    this.name = 'SessionError';
    this.field = field;
  }
}

/** As `typeof` says it, and of objects which kind they are. */
function kindOf(value: unknown): string {
  const kind = Object.prototype.toString.call(value).slice(8, -1).toLowerCase();
  return ['null', 'array', 'response'].includes(kind) ? kind : typeof value;
}

const refreshed = ['session_id', 'access_token'];
const launched = [...refreshed, 'launch_url'];
const optional = [
  'expires_at',
  'workspace_id',
  'role',
  'session_type',
  'resource',
  'resource_id',
  'grant',
  'launch_expires_at',
] as const satisfies readonly (keyof LaunchSession)[];

/**
 * Reads what a mint answered (contract §2). `session_id`, `access_token` and `launch_url` are indispensable; an
 * optional field of the wrong type counts as absent, as the contract promises fields to come.
 *
 * @param value - parsed JSON, from anywhere.
 * @returns a new object with the known fields only.
 * @throws SessionError that names the field, without its value.
 */
export function parseLaunchSession(value: unknown): LaunchSession {
  return parse(value, launched) as LaunchSession;
}

/**
 * Reads what a refresh answered (contract §2): as {@link parseLaunchSession}, without the launch fields.
 *
 * @param value - parsed JSON, from anywhere.
 * @throws SessionError that names the field, without its value.
 */
export function parseRefreshedSession(value: unknown): RefreshedSession {
  const { launch_expires_at, ...session } = parse(value, refreshed) as LaunchSession;
  return session;
}

function parse(value: unknown, required: readonly string[]): object {
  if (kindOf(value) !== 'object') throw new SessionError('session', value);
  // A copy of the own fields only: what is on a prototype does not count.
  const fields: Readonly<Record<string, unknown>> = { ...(value as object) };
  const session: Record<string, unknown> = {};
  for (const name of [...required, ...optional]) {
    // No field is longer than a token may be.
    if (isToken(fields[name])) session[name] = fields[name];
    else if (required.includes(name)) throw new SessionError(name, fields[name], fields);
  }
  const life = fields['expires_in'];
  if (Number.isFinite(life) && (life as number) > 0) session['expires_in'] = life;
  return session;
}
