import * as v from 'valibot';
import { describeIssue } from '../http/check.ts';
import { SandboxError } from '../sandboxError.ts';
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

/** The fields of each fault beside its name. The type proves that none is missing. */
const fields: Readonly<Record<Fault['fault'], v.ObjectEntries>> = {
  'launch-expired': { ...times, ...forSession },
  'launch-reusable': { ...times, ...forSession },
  'frame-ancestors': { value: ancestors, ...times, ...forSession },
  'ready-never': { ...times, ...forSession },
  'ready-late': { ms: integer(0, 600_000), ...times, ...forSession },
  'ready-twice': { ...times, ...forSession },
  'mint-status': { ...status, ...times },
  'refresh-status': { ...status, ...times, ...forSession },
  'refresh-hang': { ...times, ...forSession },
  'stale-accepted': { ...times, ...forSession },
  'revoke-status': { ...status, ...times, ...forSession },
  'refresh-requests': { count: integer(1, 100_000), ...times, ...forSession },
  'token-expired': { ...times, ...forSession },
  'resize-never': { ...times, ...forSession },
  'resize-storm': { count: integer(1, 100_000), ...times, ...forSession },
  'resize-growing': { step: v.optional(integer(1, 1_000)), ...times, ...forSession },
  'navigate-away': { url: webAddress, ...times, ...forSession },
  'reload-frame': { ...times, ...forSession },
  latency: { ms: integer(0, 600_000), ...times },
  'clock-skew': { seconds: integer(-31_536_000, 31_536_000), ...times },
};

/** The names of all faults. */
export const faultNames = Object.keys(fields) as readonly Fault['fault'][];

/**
 * Reads a fault as it comes from outside.
 *
 * @throws SandboxError `bad-fault`: unknown name, field missing, out of bounds, or not one of this fault's.
 */
export function readFault(value: unknown): Fault {
  const name = readFaultName((value as { fault?: unknown } | null)?.fault);
  const schema = v.strictObject({ fault: v.literal(name), ...fields[name] });
  const result = v.safeParse(schema, value);
  if (result.success) return result.output as Fault;
  const [issue] = result.issues;
  if (issue.expected === 'never') {
    const known = Object.keys(fields[name]).join(', ');
    throw new SandboxError('bad-fault', `fault "${name}": unknown field ${issue.received}. It takes: ${known}`);
  }
  const { field, message } = describeIssue(issue);
  throw new SandboxError('bad-fault', `fault "${name}": ${field}: ${message}`);
}

/** @throws SandboxError `bad-fault` where there is no fault of this name. */
export function readFaultName(name: unknown): Fault['fault'] {
  if (typeof name === 'string' && Object.hasOwn(fields, name)) return name as Fault['fault'];
  const got = typeof name === 'string' ? JSON.stringify(name.slice(0, 40)) : 'nothing';
  throw new SandboxError('bad-fault', `fault: expected one of ${faultNames.join(', ')}; got ${got}`);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
