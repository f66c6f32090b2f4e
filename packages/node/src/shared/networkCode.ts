/** The system's code of a network failure in brackets, such as ` (ECONNREFUSED)`; empty if it has none. */
export function networkCode(error: unknown): string {
  const code = (error as { cause?: { code?: unknown } } | null)?.cause?.code;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,39}$/.test(code) ? ` (${code})` : '';
}
