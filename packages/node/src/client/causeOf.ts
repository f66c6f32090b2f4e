/** Text that looks like an access token, a machine JWT or a launch token. */
const tokenPattern = /eyJ[\w-]{8,}(\.[\w-]*)*|\b(launch|access_token|launch_token)=[^\s&"']+|\bBearer\s+\S+/gi;

/** No real error is nested deeper. */
const maxDepth = 6;
/** No real error has more values. */
const maxValues = 200;

/**
 * Makes what `fetch` threw safe to be the `cause` of an error that is logged.
 *
 * @param secrets - the secrets that the request was sent with.
 * @returns the same value, if all of it can be inspected and it holds no secret; else a plain error with its name, code,
 * message and stack, without the secrets.
 */
export function causeOf(thrown: unknown, secrets: readonly string[]): unknown {
  const clean = cleaner(secrets);
  if (isHarmless(thrown, clean)) return thrown;
  try {
    return copyOf(thrown, clean, 0);
  } catch {
    // Something in it throws when it is looked at.
    return notShown();
  }
}

function notShown(): Error {
  return new Error('something other than an error was thrown; it is not shown because it may hold secrets');
}

type Clean = (text: string) => string;

function cleaner(secrets: readonly string[]): Clean {
  const known = secrets.filter((secret) => secret !== '');
  return (text) =>
    known
      .reduce((cleaned, secret) => cleaned.replaceAll(secret, '[hidden]'), text)
      .replaceAll(tokenPattern, '[hidden]');
}

/** Whether a value consists only of primitives, plain objects, arrays and errors, and holds no secret. */
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
    // These may be on the prototype of an error.
    if (one instanceof Error && ![one.name, one.message, one.cause].every((part) => look(part, depth + 1)))
      return false;
    return Reflect.ownKeys(one).every((key) => {
      const { value: held, get } = Object.getOwnPropertyDescriptor(one, key) ?? {};
      // In some engines the stack of an error is a getter.
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

/** Any other object, such as a Request, may hold more than its own fields show. */
function isPlain(value: object): boolean {
  if (value instanceof Error || Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function copyOf(thrown: unknown, clean: Clean, depth: number): unknown {
  if (typeof thrown === 'string') return clean(thrown);
  if (!(thrown instanceof Error)) return notShown();
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
