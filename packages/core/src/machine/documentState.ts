import type { DocumentState } from './context.ts';

/** Nothing loaded, nothing said. */
export const noDocument: DocumentState = {
  loads: 0,
  ready: false,
  readyAt: -Infinity,
  repeated: false,
  loadedSince: false,
  confirmed: false,
};

/** The same, of an iframe that is on its way: another object, as its document may still come. */
export const nothingLoaded: DocumentState = { ...noDocument };

/** The `load` of a document that said ready on top of a former one's follows within this time. ms */
const loadFollowsMs = 5_000;
/** The `load` of the document that a launch page moved on to follows its ready within this time. ms */
const loaderFollowsMs = 500;

/**
 * A `meshes:ready` came. It comes before or after its document's `load`, and may come more than once (contract §5):
 * a repeated one may already speak for a next document.
 */
export function afterReady(document: DocumentState, now: number): DocumentState {
  return { ...document, ready: true, readyAt: now, repeated: document.ready, loadedSince: false, confirmed: false };
}

/**
 * A `load` fired. The first one belongs to the document that was launched. A further one is another document, unless it
 * is the first since a ready of a moment ago: of a document that took over, or that the launch page moved on to. A hard
 * reload shows an error page that says nothing (contract §4): it is noticed by that no ready comes.
 */
export function afterLoad(document: DocumentState, now: number): DocumentState {
  const loads = document.loads + 1;
  const { repeated, loadedSince, readyAt, confirmed } = document;
  const follows = !loadedSince && now - readyAt < (repeated ? loadFollowsMs : loaderFollowsMs);
  return {
    ...document,
    loads,
    ready: loads === 1 ? document.ready : follows,
    loadedSince: true,
    // What moved on as soon as it was ready may have moved on once more.
    confirmed: confirmed && (loads === 1 || repeated),
  };
}
