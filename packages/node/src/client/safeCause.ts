/** What errors of the network have; what else stands on an error may be the whole request. */
const PLAIN_FIELDS = new Set(['name', 'message', 'stack', 'cause', 'errors', 'code', 'errno', 'syscall', 'hostname', 'host', 'address', 'port', 'type']);

/** A signed token of any kind, or the query that launches a session. */
const TOKEN = /eyJ[\w-]{8,}|[?&]launch=/;

const DEEPEST = 5;

/**
 * What a `fetch` threw, as a `cause` that can be logged: the very same where nothing of the request stands on it. Else
 * an error with its name and its message, and without the message where it holds a credential.
 *
 * @param secrets - what must not be seen.
 */
export function safeCause(thrown: unknown, secrets: readonly string[]): unknown {
  const isClean = (text: string) => !TOKEN.test(text) && secrets.every((secret) => !text.includes(secret));

  function isPlain(value: unknown, depth = 0): boolean {
    if (typeof value === 'string') return isClean(value);
    if (typeof value !== 'object' || value === null) return typeof value !== 'function';
    if (depth === DEEPEST) return false;
    if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
    if (!(value instanceof Error)) return false;
    const keys = [...Reflect.ownKeys(value), 'name', 'message'];
    return keys.every((key) => (typeof key === 'symbol' || PLAIN_FIELDS.has(key)) && isPlain(Reflect.get(value, key), depth + 1));
  }

  try {
    if (isPlain(thrown)) return thrown;
    const { name = 'Error', message = 'fetch threw something that is no Error.' } = thrown as Partial<Error>;
    const copy = new Error(isClean(String(message)) ? String(message) : 'What fetch threw is left out here: its text holds a credential.');
    if (isClean(String(name))) copy.name = String(name);
    return copy;
  } catch {
    return undefined;
  }
}
