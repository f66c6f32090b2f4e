/**
 * What a browser bundle gets in place of this package: an error as soon as it loads. It exports the same names, so that
 * bundling succeeds and this error shows, and not a bundler's about a missing export. They are functions and classes, so
 * that no bundler inlines them and drops this module.
 */
import { browserMessage } from './shared/assertServer.ts';

function refuse(): never {
  throw new Error(browserMessage);
}

export const createMeshesClient = () => refuse();
export const createSessionHandler = () => refuse();
export const toNodeHandler = () => refuse();
export class MeshesApiError extends Error {}
export class MeshesInputError extends TypeError {}

refuse();
