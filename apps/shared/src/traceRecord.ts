import type { TraceEvent } from '@meshes-embed/core';

declare global {
  interface Window {
    /** Every step of the screen's embeds so far. */
    meshesTrace: TraceEvent[];
  }
}

/** Starts `window.meshesTrace` for one screen; give the result to `onTrace`. What an earlier screen still does is not in it. */
export function recordTrace(): (event: TraceEvent) => void {
  const steps: TraceEvent[] = [];
  window.meshesTrace = steps;
  return (event) => void steps.push(event);
}
