import type { FrameFault } from '../wire.ts';
import type { Fault, ForSession, Times } from './fault.ts';

/** When a document is told of a fault: as it launches only, or while it runs as well. */
const frameFaults: Readonly<Record<FrameFault['fault'], 'at-launch' | 'any-time'>> = {
  // A document that has said ready cannot take that back: such a fault waits for the next launch.
  'ready-never': 'at-launch',
  'ready-late': 'at-launch',
  'ready-twice': 'any-time',
  'refresh-requests': 'any-time',
  'token-expired': 'any-time',
  'resize-never': 'any-time',
  'resize-storm': 'any-time',
  'resize-growing': 'any-time',
  'navigate-away': 'any-time',
  'reload-frame': 'any-time',
};

/** Whether the embed's page acts this fault out, rather than the service. */
export function isFrameFault(fault: Fault): fault is FrameFault & Times & ForSession {
  return Object.hasOwn(frameFaults, fault.fault);
}

/** Whether a document that runs already can act this fault out. */
export function reachesRunningFrames(fault: FrameFault): boolean {
  return frameFaults[fault.fault] === 'any-time';
}
