import { findAll, markupOf } from '@meshes-embed/conformance/open-roots';
import { heldTime, type HeldTime } from './heldTime.ts';
import { printed } from './printed.ts';
import { soon } from './soon.ts';
import { watchIframes } from './watchIframes.ts';

/** What a spec finds in the page of a sample app that was built for the specs. It runs before anything else there does. */
export interface Probe {
  /** What the page printed and what it threw uncaught, in order. */
  readonly printed: readonly string[];
  /** The page's time, where the address has `time=held`. */
  readonly time: HeldTime | null;
  /** What was posted on any BroadcastChannel. */
  readonly broadcasts: readonly unknown[];
  /** Waits a second at most until something has come true, by true time. */
  soon(isTrue: () => boolean): Promise<void>;
  /** Looks at a container each time that the page is drawn. */
  readonly watchIframes: typeof watchIframes;
  readonly findAll: typeof findAll;
  readonly markupOf: typeof markupOf;
}

declare global {
  interface Window {
    meshesProbe: Probe;
  }
}

const broadcasts: unknown[] = [];
const post = BroadcastChannel.prototype.postMessage;
BroadcastChannel.prototype.postMessage = function note(this: BroadcastChannel, message: unknown) {
  broadcasts.push(message);
  post.call(this, message);
};

const query = new URLSearchParams(location.search);
window.meshesProbe = {
  printed: printed(),
  time: query.get('time') === 'held' ? heldTime(query.get('now')) : null,
  broadcasts,
  soon,
  watchIframes,
  findAll,
  markupOf,
};
