import { isToken, type SessionRole, type SessionType } from '@meshes-embed/core/protocol';
import { readLaunchUrl, type LaunchSession, type RefreshedSession } from '@meshes-embed/core/session';
import * as v from 'valibot';
import { isSessionId } from '../shared/sessionFields.ts';
import type { SessionStatus } from './listParams.ts';

/** A session as Meshes mints it (contract §2). `access_token` and `launch_url` are secrets of the session's user. */
export interface MintedSession extends LaunchSession {
  /** The token in `launch_url`. It is not needed separately. */
  readonly launch_token?: string | undefined;
}

/** One session of a listing (contract §2). Times are ISO 8601. */
export interface SessionRecord {
  readonly session_id: string;
  readonly workspace_id?: string | undefined;
  readonly role?: SessionRole | undefined;
  readonly session_type?: SessionType | undefined;
  readonly external_user_id?: string | undefined;
  readonly resource?: string | undefined;
  readonly resource_id?: string | undefined;
  readonly status?: SessionStatus | undefined;
  readonly created_at?: string | undefined;
  readonly expires_at?: string | undefined;
  readonly is_expired?: boolean | undefined;
}

/** One page of a listing (contract §2). */
export interface SessionPage {
  /** Number of records in this page. */
  readonly count: number;
  readonly limit: number;
  /** The cursor of the next page; null on the last page. */
  readonly next_cursor: string | null;
  readonly records: readonly SessionRecord[];
}

/** The answer to a revocation. */
export interface RevokedSession {
  readonly revoked: true;
}

/** No session lives longer. The contract allows 3600 s at most; this leaves room for changes. */
const maxLifeSeconds = 86_400;
/** An end further from now than this, in the past or the future, cannot come from a wrong clock. */
const maxEndDistanceMs = 172_800_000;

/** A field that may be missing or null although the contract promises it: only the required ones are demanded. */
function maybe<T>(schema: v.GenericSchema<unknown, T>) {
  return v.pipe(
    v.nullish(schema),
    v.transform((value) => value ?? undefined),
  );
}

const text = v.pipe(
  v.string(),
  v.check((value) => value !== '' && value.length <= 1024, 'text of 1 to 1024 characters'),
);
const sessionId = v.custom<string>(isSessionId, 'the id of a session');
const life = v.pipe(
  v.number(),
  v.check((seconds) => seconds > 0 && seconds <= maxLifeSeconds, 'seconds of a session'),
);

/** Typed as the known values for callers. A value that is newer than this package is passed on as well. */
const role = text as v.GenericSchema<unknown, SessionRole>;
const sessionType = text as v.GenericSchema<unknown, SessionType>;

/** A field of an answer that is not what its call asks for. */
interface WrongField {
  readonly field: string;
  readonly value: unknown;
  /** What it should be. */
  readonly expected: string;
}

/** What an answer has to be. The schema is made once; it knows nothing of a call. */
export interface ExpectedAnswer<T> {
  readonly schema: v.GenericSchema<unknown, T>;
  /** The first field that is not what the call asks for, if there is one. */
  wrongField?(answer: T): WrongField | undefined;
}

function notNear(now: number, field: string, value: string | undefined): WrongField | undefined {
  if (value === undefined || Math.abs(Date.parse(value) - now) <= maxEndDistanceMs) return undefined;
  return { field, value, expected: 'a time near now' };
}

function notSame(asked: string, what: string, field: string, value: string | undefined): WrongField | undefined {
  if (value === undefined || value.toLowerCase() === asked.toLowerCase()) return undefined;
  return { field, value, expected: `the ${what} that was asked for` };
}

const sessionEntries = {
  session_id: sessionId,
  access_token: v.custom<string>(isToken, 'a token of 1 to 8192 characters'),
  expires_in: maybe(life),
  expires_at: maybe(v.string()),
  workspace_id: maybe(text),
  role: maybe(role),
  session_type: maybe(sessionType),
  resource: maybe(text),
  resource_id: maybe(text),
};

function mintSchema(insecure: boolean) {
  return v.object({
    ...sessionEntries,
    workspace_id: maybe(v.string()),
    launch_token: maybe(v.string()),
    launch_url: v.pipe(
      v.string(),
      v.check((address) => typeof readLaunchUrl(address, insecure) !== 'string', 'an https URL without user'),
      v.transform((address) => new URL(address).href),
    ),
    launch_expires_at: maybe(v.string()),
  }) as v.GenericSchema<unknown, MintedSession>;
}

const mintSchemas = { https: mintSchema(false), insecure: mintSchema(true) };

/**
 * The answer to a mint.
 *
 * @param askedWorkspace - the workspace that was asked for. A session of another one is refused.
 * @param insecure - whether a launch URL may be plain http on loopback.
 */
export function mintAnswer(askedWorkspace: string, insecure: boolean, now: number): ExpectedAnswer<MintedSession> {
  return {
    schema: mintSchemas[insecure ? 'insecure' : 'https'],
    wrongField: ({ expires_at, workspace_id, launch_expires_at }) =>
      notNear(now, 'expires_at', expires_at) ??
      notSame(askedWorkspace, 'workspace', 'workspace_id', workspace_id) ??
      notNear(now, 'launch_expires_at', launch_expires_at),
  };
}

const refreshSchema = v.object({ ...sessionEntries, session_id: v.string() }) as v.GenericSchema<
  unknown,
  RefreshedSession
>;

/** The answer to a refresh: a newer token for the session that was asked for. */
export function refreshAnswer(askedSession: string, now: number): ExpectedAnswer<RefreshedSession> {
  return {
    schema: refreshSchema,
    wrongField: ({ session_id, expires_at }) =>
      notSame(askedSession, 'session', 'session_id', session_id) ?? notNear(now, 'expires_at', expires_at),
  };
}

const record = v.object({
  session_id: sessionId,
  workspace_id: maybe(text),
  role: maybe(role),
  session_type: maybe(sessionType),
  external_user_id: maybe(v.string()),
  resource: maybe(text),
  resource_id: maybe(text),
  status: maybe(text as v.GenericSchema<unknown, SessionStatus>),
  created_at: maybe(text),
  expires_at: maybe(text),
  is_expired: maybe(v.boolean()),
});

/** The answer to a listing. */
export const listAnswer: ExpectedAnswer<Partial<SessionPage> & Pick<SessionPage, 'records' | 'next_cursor'>> = {
  schema: v.object({
    count: maybe(v.number()),
    limit: maybe(v.number()),
    next_cursor: v.nullish(
      v.pipe(
        v.string(),
        v.check((cursor) => /^[A-Za-z0-9_-]+$/.test(cursor), 'a cursor'),
      ),
      null,
    ),
    records: v.array(record),
  }),
};

/** The answer to a revocation. */
export const revokeAnswer: ExpectedAnswer<RevokedSession> = { schema: v.object({ revoked: v.literal(true) }) };
