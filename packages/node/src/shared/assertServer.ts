import { isNode } from './isNode.ts';

/** Thrown at load, before any secret can reach a page. */
export const browserMessage =
  '@meshes-embed/node holds the secret key of your organization and must never be loaded in a browser. ' +
  'Import it in backend code only; in the browser use @meshes-embed/core or one of its adapters.';

/** The globals by which a browser differs from a server. Bundlers may use the same conditions for both. */
interface Scope {
  readonly window?: unknown;
  readonly document?: unknown;
  readonly process?: { readonly versions?: { readonly node?: unknown } };
  readonly importScripts?: unknown;
  readonly WorkerGlobalScope?: unknown;
  readonly navigator?: { readonly userAgent?: unknown };
}

/**
 * Refuses to be loaded in a page, or in a worker of a page. A DOM inside Node, as in test runners, is fine, and so are
 * servers that run as workers.
 *
 * @throws Error in a browser.
 */
export function assertServer(): void {
  const scope: Scope = globalThis as Scope;
  if (!isNode(scope) && (isPage(scope) || isWorkerOfPage(scope))) throw new Error(browserMessage);
}

function isPage({ window, document }: Scope): boolean {
  return window !== undefined && document !== undefined;
}

/** Servers that run as workers have the same globals. Only browsers have such a user agent. */
function isWorkerOfPage({ importScripts, WorkerGlobalScope, navigator }: Scope): boolean {
  return (
    (importScripts !== undefined || WorkerGlobalScope !== undefined) &&
    String(navigator?.userAgent).startsWith('Mozilla/')
  );
}
