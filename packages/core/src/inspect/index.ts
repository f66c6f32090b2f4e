export { compareTraces, type TraceDifference } from './compareTraces.ts';
export { connectInspector, type InspectorMessage } from './connectInspector.ts';
export { readTrace, TraceError } from './readTrace.ts';
export { traceVersion, type TraceEvent, type TraceKind } from './traceEvent.ts';
