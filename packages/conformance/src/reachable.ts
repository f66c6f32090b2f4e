/** So many objects are looked at; frameworks keep far fewer for a page of one component. */
const maxObjects = 100_000;

/**
 * Every text that is kept in an object, or in any that it leads to by a property, a key or an item: what tools of a framework
 * can show, who find components, props and state from what a framework writes on the elements of its page. What functions
 * have in their scope cannot be reached, nor what a browser itself keeps behind an element, such as the address of an iframe.
 *
 * @throws Error where there is more than can be looked at: what was not seen would count as clean.
 */
export function reachableTexts(...roots: readonly unknown[]): string[] {
  const texts: string[] = [];
  const seen = new Set<unknown>();
  const waiting: unknown[] = [...roots];
  const add = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'symbol') texts.push(String(value.description));
    else if ((typeof value === 'object' || typeof value === 'function') && value !== null && !seen.has(value)) {
      seen.add(value);
      waiting.push(value);
    }
  };
  for (let value = waiting.pop() as object | undefined; value; value = waiting.pop() as object | undefined) {
    if (seen.size > maxObjects) throw new Error(`More than ${maxObjects} objects can be reached.`);
    // Of a window everything of the page is reached, the tests included.
    if (value === window || (value as { window?: unknown }).window === value) continue;
    for (const key of Reflect.ownKeys(value)) {
      add(key);
      // A getter is not called: it may do anything.
      add(Reflect.getOwnPropertyDescriptor(value, key)?.value);
    }
    if (value instanceof Map || value instanceof Set) for (const item of value.values()) add(item);
    if (value instanceof Map) for (const key of value.keys()) add(key);
  }
  return texts;
}
