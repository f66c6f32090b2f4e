import { writeTrace, type TraceEvent } from '@meshes-embed/core/inspect';

/** Opens a trace in the visualizer of this site, in a tab of its own. */
export function saveForVisualizer(events: readonly TraceEvent[], visualizer: string): void {
  // An address within this origin, which lasts as long as this page.
  const trace = URL.createObjectURL(new Blob([writeTrace(events)], { type: 'application/json' }));
  window.open(`${visualizer}?trace=${encodeURIComponent(trace)}#recorded`, '_blank');
}
