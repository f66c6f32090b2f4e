import type { HostContext, HostInput, LaunchedEmbed } from './context.ts';
import { noDocument } from './documentState.ts';
import { initialSizing } from './sizing.ts';

/** No session, and no document. */
export const nothingLaunched: LaunchedEmbed = {
  session: null,
  receivedAt: 0,
  refreshAt: Infinity,
  refreshedAt: -Infinity,
  rapidRequests: 0,
  refreshFailures: 0,
  document: noDocument,
};

/** Where nothing is awaited. */
export const notWaiting = { waitingSince: null, slow: false } as const;

/** What every part of the context starts with, and goes back to when the embed is taken out of the page. */
export function initialContext({ minHeight, maxHeight, ...input }: HostInput): HostContext {
  return {
    ...input,
    at: null,
    reportedPage: null,
    launchReason: 'mount',
    refreshReason: 'call',
    generation: 0,
    ...nothingLaunched,
    front: null,
    refused: false,
    hidden: false,
    refreshMissed: false,
    parked: false,
    parkedUntil: Infinity,
    backendFailures: 0,
    failedLaunches: 0,
    silentLoads: 0,
    liveSince: null,
    recoveries: [],
    refreshes: [],
    hostLaunches: [],
    throttled: false,
    deadlineAt: Infinity,
    notBefore: 0,
    firstMessageDeadlineAt: Infinity,
    ...notWaiting,
    problem: null,
    sizing: initialSizing(minHeight, maxHeight),
  };
}
