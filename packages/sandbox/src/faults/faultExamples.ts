import type { Fault } from './fault.ts';

/** One use of a fault, to be copied, and what it does. */
export interface FaultExample {
  readonly fault: Fault;
  readonly does: string;
}

/** An example of each. The type proves that none is forgotten. */
const examples: {
  readonly [Name in Fault['fault']]: readonly [does: string, fault: Extract<Fault, { readonly fault: Name }>];
} = {
  'launch-expired': [
    'The launch token counts as expired: the frame shows the refused page and says nothing.',
    { fault: 'launch-expired', times: 1 },
  ],
  'launch-reusable': ['A launch URL can be used more than once.', { fault: 'launch-reusable' }],
  'frame-ancestors': [
    'The page says that these may frame it, whatever the mint said.',
    { fault: 'frame-ancestors', value: 'https://other.example.com', times: 1 },
  ],
  'ready-never': ['The page never says meshes:ready.', { fault: 'ready-never', times: 1 }],
  'ready-late': ['It says meshes:ready so many ms late.', { fault: 'ready-late', ms: 5000, times: 1 }],
  'ready-twice': ['It says meshes:ready twice.', { fault: 'ready-twice', times: 1 }],
  'mint-status': [
    'Mints are answered with this status, and Retry-After in s where given.',
    { fault: 'mint-status', status: 503, retryAfter: 1, times: 2 },
  ],
  'refresh-status': [
    'Refreshes are answered with this status, and Retry-After in s where given.',
    { fault: 'refresh-status', status: 503, retryAfter: 1, times: 2 },
  ],
  'refresh-hang': [
    'A refresh gets no answer until the caller hangs up or the fault is deleted.',
    { fault: 'refresh-hang', times: 1 },
  ],
  'stale-accepted': ['Older tokens of a refreshed session are still taken.', { fault: 'stale-accepted' }],
  'revoke-status': [
    'Revocations are answered with this status, and Retry-After in s where given.',
    { fault: 'revoke-status', status: 503, retryAfter: 1, times: 2 },
  ],
  'refresh-requests': [
    'The page sends so many meshes:token-refresh at once.',
    { fault: 'refresh-requests', count: 3, times: 1 },
  ],
  'token-expired': ['The page says meshes:token-expired.', { fault: 'token-expired', times: 1 }],
  'resize-never': ['The page never says how tall it is.', { fault: 'resize-never', times: 1 }],
  'resize-storm': [
    'The page sends so many different heights at once, the true one last.',
    { fault: 'resize-storm', count: 200, times: 1 },
  ],
  'resize-growing': [
    'The page answers each new height of its frame with one that is so many px taller.',
    { fault: 'resize-growing', step: 10, times: 1 },
  ],
  'navigate-away': [
    'The frame goes to another address.',
    { fault: 'navigate-away', url: 'https://example.com/', times: 1 },
  ],
  'reload-frame': [
    'The frame loads its document again, and so gets the refused page.',
    { fault: 'reload-frame', times: 1 },
  ],
  latency: ['Every request waits so many ms first.', { fault: 'latency', ms: 400 }],
  'clock-skew': [
    "The service's clock is so many seconds ahead, or behind where negative.",
    { fault: 'clock-skew', seconds: 120 },
  ],
};

/** An example of each fault. */
export const faultExamples: readonly FaultExample[] = Object.values(examples).map(([does, fault]) => ({ does, fault }));
