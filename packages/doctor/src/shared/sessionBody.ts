import { parseLaunchSession, readLaunchUrl, type SessionError } from '@meshes-embed/core/session';
import { isSessionId } from '@meshes-embed/node/internal';

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a JSON object; no fields for anything else. */
export function fieldsOf(text: string): Fields {
  return objectOf(parse(text)) ?? {};
}

/** The id of a session in a body, or null. It is also found where a page could not use it, because the session has to be revoked. */
export function sessionIdOf(text: string): string | null {
  const value = parse(text);
  const id = ['session_id', 'sessionId']
    .flatMap((name) => [value, ...Object.values(objectOf(value) ?? {})].map((place) => objectOf(place)?.[name]))
    .find(isSessionId);
  return id ?? null;
}

/** Why a page cannot use a session. */
interface SessionFault {
  /** The code that pages give it. */
  readonly code: 'session-malformed' | 'token-malformed' | 'launch-url-refused';
  /** Names of fields only, and no value. */
  readonly words: string;
}

/**
 * Says why a body is not a session that a page can use: the first field that is missing, and what came in its place; or
 * why its launch URL must not be used. Plain http on loopback passes, as pages may allow it for a sandbox.
 *
 * @returns null where it is one.
 */
export function sessionFault(text: string): SessionFault | null {
  const value = parse(text);
  const fields = objectOf(value);
  if (fields === null) return { code: 'session-malformed', words: `${kindOf(value)} came in place of an object` };
  try {
    const launchUrl = readLaunchUrl(parseLaunchSession(fields).launch_url, true);
    return typeof launchUrl === 'string'
      ? { code: 'launch-url-refused', words: `its launch_url is no https URL (${launchUrl})` }
      : null;
  } catch (error) {
    const { field } = error as SessionError;
    return {
      code: field === 'access_token' ? 'token-malformed' : 'session-malformed',
      words: describeField(fields, field),
    };
  }
}

function describeField(fields: Fields, name: string): string {
  if (fields[name] !== undefined) return `${name} is ${kindOf(fields[name])}`;
  const replacement = replacementOf(fields, name);
  return replacement === null ? `${name} is missing` : `${replacement} came in place of ${name}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A copy of the own fields of an object; null for a list and for anything else. */
function objectOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** Where a field is that has another name than it should, or another place. */
function replacementOf(fields: Fields, name: string): string | null {
  const camelCase = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const spelled = (place: Fields) => [name, camelCase].find((one) => Object.hasOwn(place, one));
  const here = spelled(fields);
  if (here !== undefined) return here;
  for (const [wrapper, held] of Object.entries(fields)) {
    const inside = spelled(objectOf(held) ?? {});
    // Text that is no plain name may be anything, and is not repeated.
    if (inside !== undefined) return `${/^[A-Za-z]\w{0,30}$/.test(wrapper) ? wrapper : '(another field)'}.${inside}`;
  }
  return null;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return value.trim() === '' ? 'blank text' : 'text that cannot be used';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
