import type { TraceEvent } from '@meshes-embed/core';

declare global {
  interface Window {
    /** Every step of the screen's embeds so far. */
    meshesTrace: TraceEvent[];
  }
}

/** Starts `window.meshesTrace`; give the result to `onTrace`. */
export function recordTrace(): (event: TraceEvent) => void {
  window.meshesTrace = [];
  return (event) => void window.meshesTrace.push(event);
}
