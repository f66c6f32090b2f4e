/** Life to reckon with where the token does not tell: the contract's shortest (contract §1). ms */
export const shortestLife = 300_000;

/**
 * How long an access token lives from its making: its claims' `exp - iat`, in ms. A span, so that the browser's clock
 * need not be right. A token that cannot be read is left to the API to judge.
 *
 * @param token - the access token, a JWT. Its signature is the server's business, not the browser's.
 */
export function tokenLife(token: string): number {
  const { iat, exp } = claims(token);
  if (typeof iat !== 'number' || typeof exp !== 'number') return shortestLife;
  return Math.max(0, exp - iat) * 1000;
}

function claims(token: string): { readonly iat?: unknown; readonly exp?: unknown } {
  const payload = token.split('.')[1] ?? '';
  try {
    const value: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
