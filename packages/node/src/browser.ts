/**
 * What a browser bundle gets in place of this package: an error as soon as it loads. The names are there so that the
 * bundle is made, and the error is this one and not a bundler's about a missing export; they are functions so that no
 * bundler puts their values in place of them and leaves this module out.
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
