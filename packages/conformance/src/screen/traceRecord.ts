import type { TraceEvent } from '@meshes-embed/core';

declare global {
  interface Window {
    /** Every step of the screen's embeds so far. */
    meshesTrace: TraceEvent[];
  }
}

/** Starts `window.meshesTrace`; give the result to `onTrace`. Each step is handed on to whoever else wants it. */
export function recordTrace(next: (event: TraceEvent) => void): (event: TraceEvent) => void {
  window.meshesTrace = [];
  return (event) => {
    window.meshesTrace.push(event);
    next(event);
  };
}
