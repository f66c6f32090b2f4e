/**
 * How long a backend asks to wait.
 *
 * @param header - `Retry-After`, in seconds or as a date; null or undefined where it is missing
 * @param now - ms since epoch
 * @returns ms, at least 0; undefined where the header says nothing
 */
export function retryAfterOf(header: string | null | undefined, now: number): number | undefined {
  if (!header) return undefined;
  const after = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(after) ? undefined : Math.max(0, after);
}
