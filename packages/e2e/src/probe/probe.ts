import type {} from '@meshes-embed/app-shared';
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
  /**
   * Shows the screen of another address of this app in the same document, with nothing noted yet.
   *
   * @returns false where this document cannot: its server gave it what the other one must not have.
   */
  enter(search: string): Promise<boolean>;
  /** Takes the screen out, and gives time back to the browser. */
  leave(): void;
  /** Waits a second at most until something has come true, by true time. */
  soon(isTrue: () => boolean): Promise<void>;
  /** Looks at a container each time that the page is drawn. */
  readonly watchIframes: typeof watchIframes;
  readonly findAll: typeof findAll;
  readonly markupOf: typeof markupOf;
}

/** How long an embed that was taken out waits at most until it ends for good. ms */
const longestGoodbye = 10_000;

declare global {
  interface Window {
    meshesProbe: Probe;
  }
}

const lines = printed();
const broadcasts: unknown[] = [];
const post = BroadcastChannel.prototype.postMessage;
BroadcastChannel.prototype.postMessage = function note(this: BroadcastChannel, message: unknown) {
  broadcasts.push(message);
  post.call(this, message);
};

let time: HeldTime | null = null;

/** How the address that the page was loaded at asks the server for something: then it shows no other screen. */
const isOrdinary = !/[?&](policy|isolated)=/.test(location.search);

function leave(): void {
  window.meshesScreen.takeOut();
  // An embed that was taken out might be put in again, and waits a while for that.
  time?.jump(longestGoodbye);
  time?.release();
  time = null;
}

function begin(): void {
  const query = new URLSearchParams(location.search);
  lines.length = 0;
  broadcasts.length = 0;
  time = query.get('time') === 'held' ? heldTime(query.get('now')) : null;
}

async function enter(search: string): Promise<boolean> {
  if (!isOrdinary || !('meshesScreen' in window)) return false;
  leave();
  (document.activeElement as HTMLElement | null)?.blur();
  scrollTo({ top: 0, left: 0, behavior: 'instant' });
  history.replaceState(null, '', `/${search}`);
  begin();
  await window.meshesScreen.show();
  return true;
}

begin();
window.meshesProbe = {
  printed: lines,
  get time() {
    return time;
  },
  broadcasts,
  enter,
  leave,
  soon,
  watchIframes,
  findAll,
  markupOf,
};
