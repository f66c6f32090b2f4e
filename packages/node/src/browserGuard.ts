/** Said at load, before any secret can reach a page. */
export const BROWSER_MESSAGE =
  '@meshes-embed/node holds the secret key of your organization and must never be loaded in a browser. ' +
  'Import it in backend code only; in the browser use @meshes-embed/core or one of its adapters.';

/**
 * Refuses to be loaded in a page, for bundlers that pass over the `browser` condition of this package. A DOM made by
 * Node itself, as test runners do, is fine.
 *
 * @throws Error in a browser.
 */
export function assertServer(): void {
  const scope: { window?: unknown; document?: unknown; process?: { versions?: { node?: unknown } } } = globalThis;
  const inPage = scope.window !== undefined && scope.document !== undefined;
  if (inPage && typeof scope.process?.versions?.node !== 'string') throw new Error(BROWSER_MESSAGE);
}
