import * as v from 'valibot';
import { ApiError } from './apiError.ts';

/** Longest part of a refused value that an error message repeats. Characters. */
const longestEcho = 40;

/** Fields whose values no message repeats. */
const secretFields: readonly string[] = ['api_key'];

/** One thing that is wrong with an input. */
export interface InputProblem {
  /** Dotted path; empty where the whole is meant. */
  readonly field: string;
  readonly message: string;
}

/**
 * Checks a value against a schema whose messages say what is expected.
 *
 * @returns the checked value, with defaults filled in.
 * @throws ApiError 400, told by the first problem's field, with all of them in `error`.
 */
export function check<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw badInput(result.issues.map(describeIssue));
}

/** 400 for these problems; the message tells the first. */
export function badInput(problems: readonly InputProblem[]): ApiError {
  const first = problems[0];
  return new ApiError(
    400,
    first === undefined ? 'Bad input' : [first.field, first.message].filter(Boolean).join(': '),
    problems,
  );
}

/** A schema's problem in words: "expected …, got …". */
export function describeIssue(issue: v.BaseIssue<unknown>): InputProblem {
  const field = v.getDotPath(issue) ?? '';
  // The library reports a missing field as a problem of the object that should hold it.
  if (
    issue.kind === 'schema' &&
    issue.type.endsWith('object') &&
    issue.path !== undefined &&
    issue.received === 'undefined'
  )
    return { field, message: 'is required' };
  return { field, message: `${issue.message}, got ${describeReceived(field, issue.received)}` };
}

function describeReceived(field: string, received: string): string {
  if (received === 'undefined') return 'nothing';
  if (secretFields.includes(field)) return 'something else';
  return received.length > longestEcho ? `${received.slice(0, longestEcho)}…` : received;
}
