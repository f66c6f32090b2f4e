/**
 * The entry for bundlers with the conditions `development` or `production` that match no earlier condition. Vite is one:
 * it builds pages and, with `ssr.target: 'webworker'`, servers under the same conditions. Only `import.meta.env.SSR`, which
 * Vite replaces by a value, differs. In a build for pages the package is dropped, and this module throws at load. Without
 * that value this is the package itself, which throws in a browser.
 */
import { assertServer, browserMessage } from './shared/assertServer.ts';
import * as server from './index.ts';

const forPages = (import.meta as { readonly env?: { readonly SSR?: unknown } }).env?.SSR === false;

function refuse(): never {
  throw new Error(browserMessage);
}

export const createMeshesClient = forPages ? () => refuse() : server.createMeshesClient;
export const createSessionHandler = forPages ? () => refuse() : server.createSessionHandler;
export const toNodeHandler = forPages ? () => refuse() : server.toNodeHandler;
export const MeshesApiError = forPages ? class extends Error {} : server.MeshesApiError;
export const MeshesInputError = forPages ? class extends TypeError {} : server.MeshesInputError;

if (forPages) refuse();
assertServer();
