import * as v from 'valibot';
import type { FrameFault } from '../wire.ts';
import type { Fault } from './fault.ts';

const expectedAncestors = 'expected origins with blanks between, without ";" and ","';

const integer = (least: number, most: number) => {
  const message = `expected an integer from ${least} to ${most}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
};

const times = { times: v.optional(integer(1, 1_000_000)) };
const forSession = {
  session_id: v.optional(v.pipe(v.string('expected a session id'), v.uuid('expected a session id'))),
};
const status = { status: integer(400, 599), retryAfter: v.optional(integer(0, 86_400)) };
const webAddress = v.pipe(
  v.string('expected an http(s) address'),
  v.check(isWebAddress, 'expected an http(s) address'),
);
/** What can stand in one directive of a header, and end neither. */
const ancestors = v.pipe(
  v.string(expectedAncestors),
  v.regex(/^(?=.*\S)[\x20-\x2b\x2d-\x3a\x3c-\x7e]{1,1000}$/, expectedAncestors),
);

/** What the sandbox knows of a fault. */
interface FaultRow<Name extends Fault['fault']> {
  /** What it does, as a sentence. */
  readonly does: string;
  /** Its fields beside its name. */
  readonly fields: v.ObjectEntries;
  /** One use of it, to be copied. */
  readonly example: Extract<Fault, { readonly fault: Name }>;
}

/** A fault that the embed's page acts out, and not the service. */
interface PageFaultRow<Name extends Fault['fault']> extends FaultRow<Name> {
  /** When the page is told of it: as it launches only, or while it runs as well. */
  readonly page: 'at-launch' | 'any-time';
}

/** Every fault. The type proves that none is missing. */
export const faultTable: {
  readonly [Name in Fault['fault']]: Name extends FrameFault['fault'] ? PageFaultRow<Name> : FaultRow<Name>;
} = {
  'launch-expired': {
    does: 'The launch token counts as expired: the frame shows the refused page and says nothing.',
    fields: { ...times, ...forSession },
    example: { fault: 'launch-expired', times: 1 },
  },
  'launch-reusable': {
    does: 'A launch URL can be used more than once.',
    fields: { ...times, ...forSession },
    example: { fault: 'launch-reusable' },
  },
  'frame-ancestors': {
    does: 'The page says that these may frame it, whatever the mint said.',
    fields: { value: ancestors, ...times, ...forSession },
    example: { fault: 'frame-ancestors', value: 'https://other.example.com', times: 1 },
  },
  'ready-never': {
    does: 'The page never says meshes:ready.',
    fields: { ...times, ...forSession },
    example: { fault: 'ready-never', times: 1 },
    // A document that has said ready cannot take that back: such a fault waits for the next launch.
    page: 'at-launch',
  },
  'ready-late': {
    does: 'It says meshes:ready so many ms late.',
    fields: { ms: integer(0, 600_000), ...times, ...forSession },
    example: { fault: 'ready-late', ms: 5000, times: 1 },
    page: 'at-launch',
  },
  'ready-twice': {
    does: 'It says meshes:ready twice.',
    fields: { ...times, ...forSession },
    example: { fault: 'ready-twice', times: 1 },
    page: 'any-time',
  },
  'mint-status': {
    does: 'Mints are answered with this status, and Retry-After in s where given.',
    fields: { ...status, ...times },
    example: { fault: 'mint-status', status: 503, retryAfter: 1, times: 2 },
  },
  'refresh-status': {
    does: 'Refreshes are answered with this status, and Retry-After in s where given.',
    fields: { ...status, ...times, ...forSession },
    example: { fault: 'refresh-status', status: 503, retryAfter: 1, times: 2 },
  },
  'refresh-hang': {
    does: 'A refresh gets no answer until the caller hangs up or the fault is deleted.',
    fields: { ...times, ...forSession },
    example: { fault: 'refresh-hang', times: 1 },
  },
  'stale-accepted': {
    does: 'Older tokens of a refreshed session are still taken.',
    fields: { ...times, ...forSession },
    example: { fault: 'stale-accepted' },
  },
  'revoke-status': {
    does: 'Revocations are answered with this status, and Retry-After in s where given.',
    fields: { ...status, ...times, ...forSession },
    example: { fault: 'revoke-status', status: 503, retryAfter: 1, times: 2 },
  },
  'refresh-requests': {
    does: 'The page sends so many meshes:token-refresh at once.',
    fields: { count: integer(1, 100_000), ...times, ...forSession },
    example: { fault: 'refresh-requests', count: 3, times: 1 },
    page: 'any-time',
  },
  'token-expired': {
    does: 'The page says meshes:token-expired.',
    fields: { ...times, ...forSession },
    example: { fault: 'token-expired', times: 1 },
    page: 'any-time',
  },
  'resize-never': {
    does: 'The page never says how tall it is.',
    fields: { ...times, ...forSession },
    example: { fault: 'resize-never', times: 1 },
    page: 'any-time',
  },
  'resize-storm': {
    does: 'The page sends so many different heights at once, the true one last.',
    fields: { count: integer(1, 100_000), ...times, ...forSession },
    example: { fault: 'resize-storm', count: 200, times: 1 },
    page: 'any-time',
  },
  'resize-growing': {
    does: 'The page answers each new height of its frame with one that is so many px taller.',
    fields: { step: v.optional(integer(1, 1_000)), ...times, ...forSession },
    example: { fault: 'resize-growing', step: 10, times: 1 },
    page: 'any-time',
  },
  'navigate-away': {
    does: 'The frame goes to another address.',
    fields: { url: webAddress, ...times, ...forSession },
    example: { fault: 'navigate-away', url: 'https://example.com/', times: 1 },
    page: 'any-time',
  },
  'reload-frame': {
    does: 'The frame loads its document again, and so gets the refused page.',
    fields: { ...times, ...forSession },
    example: { fault: 'reload-frame', times: 1 },
    page: 'any-time',
  },
  latency: {
    does: 'Every request waits so many ms first.',
    fields: { ms: integer(0, 600_000), ...times },
    example: { fault: 'latency', ms: 400 },
  },
  'clock-skew': {
    does: "The service's clock is so many seconds ahead, or behind where negative.",
    fields: { seconds: integer(-31_536_000, 31_536_000), ...times },
    example: { fault: 'clock-skew', seconds: 120 },
  },
};

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
