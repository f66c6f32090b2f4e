/** Whether a test runner's fake timers took the place of this function: the usual ones say so. */
export function isFake(timer: unknown): boolean {
  const fields = Object(timer) as { readonly _isMockFunction?: unknown };
  return Object.hasOwn(fields, 'clock') || fields._isMockFunction === true;
}
