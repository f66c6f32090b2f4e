import { parseLaunchSession } from '@meshes-embed/core/session';
import { isSessionId } from '@meshes-embed/node/internal';

type Fields = Readonly<Record<string, unknown>>;

/** What a page cannot do without (contract §2). */
const indispensable = ['session_id', 'access_token', 'launch_url'] as const;

/** The fields of a JSON object; of anything else none. */
export function fieldsOf(text: string): Fields {
  return objectOf(parse(text)) ?? {};
}

/** A session's id that stands in a body, or null. Also one of a page's that could not use it: what was minted is to be ended. */
export function sessionIdOf(text: string): string | null {
  const value = parse(text);
  const id = ['session_id', 'sessionId']
    .flatMap((name) => [value, ...Object.values(objectOf(value) ?? {})].map((place) => objectOf(place)?.[name]))
    .find(isSessionId);
  return id ?? null;
}

/**
 * Why an answer is no session that a page can use: the first field that is missing, and what came in its place.
 *
 * @returns null where it is one. Names of fields only, and no value.
 */
export function sessionFaultOf(text: string): string | null {
  const value = parse(text);
  const fields = objectOf(value);
  if (fields === null) return `${kindOf(value)} came in place of an object`;
  try {
    parseLaunchSession(fields);
    return null;
  } catch {
    const missing =
      indispensable.find((name) => !isFilled(fields[name])) ??
      indispensable.find((name) => !isUsable(fields, name)) ??
      indispensable[0];
    if (fields[missing] !== undefined) return `${missing} is ${kindOf(fields[missing])}`;
    const instead = standInOf(fields, missing);
    return instead === null ? `${missing} is missing` : `${instead} came in place of ${missing}`;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A copy of the own fields of an object that is no list; null for anything else. */
function objectOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isUsable(fields: Fields, name: string): boolean {
  try {
    parseLaunchSession({ ...Object.fromEntries(indispensable.map((one) => [one, 'x'])), [name]: fields[name] });
    return true;
  } catch {
    return false;
  }
}

/** Where a field is that should have another name, or another place. */
function standInOf(fields: Fields, name: string): string | null {
  const camelCase = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const spelled = (place: Fields) => [name, camelCase].find((one) => Object.hasOwn(place, one));
  const here = spelled(fields);
  if (here !== undefined) return here;
  for (const [wrapper, held] of Object.entries(fields)) {
    const inside = spelled(objectOf(held) ?? {});
    // What is no plain name may be anything.
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
