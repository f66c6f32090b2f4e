export type { InspectorAddress } from './admitInspector.ts';
export { compareTraces, type TraceDifference } from './compareTraces.ts';
export { connectInspector } from './connectInspector.ts';
export type { InspectorHail, InspectorMessage, InspectorWelcome } from './inspectorMessages.ts';
export { readTrace, TraceError } from './readTrace.ts';
export type { InspectorSource } from './tellInspector.ts';
export { writeTrace } from './writeTrace.ts';
export { traceVersion, type TraceEvent, type TraceKind } from './traceEvent.ts';
