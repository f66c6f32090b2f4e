/** Looks like a token or a launch token, whichever it is. */
const tokenPattern = /eyJ[\w-]{8,}(\.[\w-]*)*|\b(launch|access_token|launch_token)=[^\s&"']+|\bBearer\s+\S+/gi;

/** Deeper than any error is nested. */
const maxDepth = 6;
/** More values than any error has of its own. */
const maxValues = 200;

/**
 * What `fetch` threw, as it may be kept as the cause of an error that is logged.
 *
 * @param secrets - what the request was signed with.
 * @returns the very same, where all of it can be seen and none of it is a secret; else a plain error with its name, its
 * code and its text, the secrets taken out.
 */
export function causeOf(thrown: unknown, secrets: readonly string[]): unknown {
  const clean = cleaner(secrets);
  return isHarmless(thrown, clean) ? thrown : copyOf(thrown, clean, 0);
}

type Clean = (text: string) => string;

function cleaner(secrets: readonly string[]): Clean {
  const known = secrets.filter((secret) => secret !== '');
  return (text) =>
    known
      .reduce((cleaned, secret) => cleaned.replaceAll(secret, '[hidden]'), text)
      .replaceAll(tokenPattern, '[hidden]');
}

/** Whether a value is made of text, numbers, plain objects, lists and errors only, and nothing in it is a secret. */
function isHarmless(value: unknown, clean: Clean): boolean {
  let values = 0;
  const seen = new Set<object>();
  const look = (one: unknown, depth: number): boolean => {
    values += 1;
    if (values > maxValues || depth > maxDepth) return false;
    if (typeof one === 'string') return clean(one) === one;
    if (typeof one === 'function') return false;
    if (typeof one !== 'object' || one === null) return typeof one !== 'symbol';
    if (seen.has(one)) return true;
    seen.add(one);
    if (!isPlain(one)) return false;
    // An error's own text may stand on its prototype.
    if (one instanceof Error && ![one.name, one.message, one.cause].every((part) => look(part, depth + 1)))
      return false;
    return Reflect.ownKeys(one).every((key) => {
      const { value: held, get } = Object.getOwnPropertyDescriptor(one, key) ?? {};
      // Some engines give the stack of an error by a getter.
      if (get !== undefined) return key === 'stack' && look(Reflect.get(one, key), depth + 1);
      return (typeof key === 'symbol' || clean(key) === key) && look(held, depth + 1);
    });
  };
  try {
    return look(value, 0);
  } catch {
    return false;
  }
}

/** Anything else, such as a Request, may hold more than its own fields show. */
function isPlain(value: object): boolean {
  if (value instanceof Error || Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function copyOf(thrown: unknown, clean: Clean, depth: number): unknown {
  if (typeof thrown === 'string') return clean(thrown);
  if (!(thrown instanceof Error))
    return new Error('something that is no error was thrown, and is not shown as it may hold secrets');
  const text = (value: unknown): string => (typeof value === 'string' ? clean(value) : '');
  const { code } = thrown as { readonly code?: unknown };
  const copy = new Error(text(thrown.message));
  const fields = {
    name: text(thrown.name) || 'Error',
    stack: text(thrown.stack),
    ...(typeof code === 'string' && { code: clean(code) }),
  };
  for (const [name, value] of Object.entries(fields))
    Object.defineProperty(copy, name, { value, configurable: true, writable: true });
  if (thrown.cause !== undefined && depth < maxDepth)
    Object.defineProperty(copy, 'cause', {
      value: copyOf(thrown.cause, clean, depth + 1),
      configurable: true,
      writable: true,
    });
  return copy;
}
