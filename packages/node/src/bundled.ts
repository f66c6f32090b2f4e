/**
 * What bundlers get that tell development from production and are not named before. Vite is one: it builds pages and, with
 * `ssr.target: 'webworker'`, servers by the same conditions, and only this value tells them apart, which it puts in its
 * place. In a build for pages the package is left out, and what stands here throws at load. Where nothing is said, it is
 * the package itself, which throws in a browser.
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
