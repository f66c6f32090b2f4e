/**
 * What bundles with the condition `browser` get: an error as soon as a page loads it. Servers that are workers are built
 * with that condition too (Vite with `ssr.target: 'webworker'`), and nothing at build time tells them from pages in
 * every bundler; so they get the package itself, and where it runs decides.
 */
import { assertServer, BROWSER_MESSAGE } from './browserGuard.ts';
import * as server from './index.ts';

// Vite puts a value in the place of this, and says so where it builds for pages.
if ((import.meta as { readonly env?: { readonly SSR?: unknown } }).env?.SSR === false) throw new Error(BROWSER_MESSAGE);
assertServer();

/** Made by a call, so that no bundler puts the value itself in the place of the name and leaves this module out. */
function checked<T>(value: T): T {
  return value;
}

export const createMeshesClient = checked(server.createMeshesClient);
export const createSessionHandler = checked(server.createSessionHandler);
export const toNodeHandler = checked(server.toNodeHandler);
export const MeshesApiError = checked(server.MeshesApiError);
export const MeshesInputError = checked(server.MeshesInputError);
