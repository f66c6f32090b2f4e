import * as v from 'valibot';
import { describeIssue } from '../http/check.ts';
import { SandboxError } from '../sandboxError.ts';
import type { Fault } from './fault.ts';
import { faultTable } from './faultTable.ts';

/** The names of all faults. */
export const faultNames = Object.keys(faultTable) as readonly Fault['fault'][];

/**
 * Reads a fault as it comes from outside.
 *
 * @throws SandboxError `bad-fault`: unknown name, field missing, out of bounds, or not one of this fault's.
 */
export function readFault(value: unknown): Fault {
  const name = readFaultName((value as { fault?: unknown } | null)?.fault);
  const schema = v.strictObject({ fault: v.literal(name), ...faultTable[name].fields });
  const result = v.safeParse(schema, value);
  if (result.success) return result.output as Fault;
  const [issue] = result.issues;
  if (issue.expected === 'never') {
    const known = Object.keys(faultTable[name].fields).join(', ');
    throw new SandboxError('bad-fault', `fault "${name}": unknown field ${issue.received}. It takes: ${known}`);
  }
  const { field, message } = describeIssue(issue);
  throw new SandboxError('bad-fault', `fault "${name}": ${field}: ${message}`);
}

/** @throws SandboxError `bad-fault` where there is no fault of this name. */
export function readFaultName(name: unknown): Fault['fault'] {
  if (typeof name === 'string' && Object.hasOwn(faultTable, name)) return name as Fault['fault'];
  const got = typeof name === 'string' ? JSON.stringify(name.slice(0, 40)) : 'nothing';
  throw new SandboxError('bad-fault', `fault: expected one of ${faultNames.join(', ')}; got ${got}`);
}
