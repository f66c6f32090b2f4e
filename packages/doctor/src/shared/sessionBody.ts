import { parseLaunchSession } from '@meshes-embed/core/session';
import { isSessionId } from '@meshes-embed/node/internal';

type Fields = Readonly<Record<string, unknown>>;

/** What a page needs (contract §2). */
const requiredFields = ['session_id', 'access_token', 'launch_url'] as const;

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

/**
 * Says why a body is not a session that a page can use: the first field that is missing, and what came in its place.
 *
 * @returns null where it is one. The text has names of fields only, and no value.
 */
export function describeSessionFault(text: string): string | null {
  const value = parse(text);
  const fields = objectOf(value);
  if (fields === null) return `${kindOf(value)} came in place of an object`;
  try {
    parseLaunchSession(fields);
    return null;
  } catch {
    const missing =
      requiredFields.find((name) => !isFilled(fields[name])) ??
      requiredFields.find((name) => !isUsable(fields, name)) ??
      requiredFields[0];
    if (fields[missing] !== undefined) return `${missing} is ${kindOf(fields[missing])}`;
    const replacement = replacementOf(fields, missing);
    return replacement === null ? `${missing} is missing` : `${replacement} came in place of ${missing}`;
  }
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

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isUsable(fields: Fields, name: string): boolean {
  try {
    parseLaunchSession({ ...Object.fromEntries(requiredFields.map((one) => [one, 'x'])), [name]: fields[name] });
    return true;
  } catch {
    return false;
  }
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
