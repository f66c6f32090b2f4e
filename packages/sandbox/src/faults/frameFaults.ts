import type { FrameFault } from '../wire.ts';
import type { Fault, ForSession, Times } from './fault.ts';
import { faultTable } from './faultTable.ts';

/** Whether the embed's page acts this fault out, rather than the service. */
export function isFrameFault(fault: Fault): fault is FrameFault & Times & ForSession {
  return 'page' in faultTable[fault.fault];
}

/** Whether a document that runs already can act this fault out. */
export function reachesRunningFrames({ fault }: FrameFault): boolean {
  return faultTable[fault].page === 'any-time';
}
