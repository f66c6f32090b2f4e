/** A value that counts how often anything of it was looked at. */
export interface Watched {
  readonly value: object;
  readonly looks: () => number;
}

/** Wraps an object so that each look at it counts: reading, listing, asking for a key. */
export function watched(target: object): Watched {
  let count = 0;
  const handler = Object.fromEntries(
    (['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf'] as const).map((trap) => [
      trap,
      (...args: unknown[]) => {
        count += 1;
        return (Reflect[trap] as (...all: unknown[]) => unknown)(...args);
      },
    ]),
  ) as ProxyHandler<object>;
  return { value: new Proxy(target, handler), looks: () => count };
}
