import type { FrameDocument } from './context.ts';

/** Nothing loaded, nothing said. */
export const noDocument: FrameDocument = { spoken: false, repeatedAt: -Infinity, loads: 0 };

/** A document's `load` follows its ready within this time; an older repeated ready is no sign of a new document. ms */
const loadFollows = 5_000;

/**
 * A `meshes:ready` came. It comes before or after its document's `load`, and may come more than once (contract §5):
 * a repeated one may already speak for a next document.
 */
export function heardReady(document: FrameDocument, now: number): FrameDocument {
  return document.spoken ? { ...document, repeatedAt: now } : { ...document, spoken: true };
}

/**
 * A `load` fired. The first one belongs to the document that was launched. Each further one is another document, which
 * has spoken only where a ready came just before, on top of the former document's. A hard reload shows an error page
 * that says nothing (contract §4): that a document has not spoken is how it is noticed.
 */
export function sawLoad(document: FrameDocument, now: number): FrameDocument {
  const loads = document.loads + 1;
  const spoken = loads === 1 ? document.spoken : now - document.repeatedAt < loadFollows;
  return { spoken, repeatedAt: -Infinity, loads };
}
