import * as v from 'valibot';
import { kindOf } from './kindOf.ts';
import { MeshesInputError, type MeshesInputErrorCode } from './meshesInputError.ts';

type Entries = Readonly<Record<string, v.GenericSchema>>;

/** A schema of an object. The description of each entry is what an error says was expected. */
type InputSchema<T> = v.GenericSchema<unknown, T> & { readonly entries: Entries };

/**
 * Checks a value that the host's developer gave.
 *
 * @param what - where it was given, such as `sessions.mint`; the message begins with it.
 * @throws MeshesInputError that names the field, what was expected, and the kind and length of what came; of a field that is
 * not known it names the known ones.
 */
export function checkInput<T>(schema: InputSchema<T>, value: unknown, what: string, code: MeshesInputErrorCode): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const field = v.getDotPath(issue);
  const where = field === null ? what : `${what}: ${field}`;
  throw new MeshesInputError(code, field, `${where}: ${faultOf(schema.entries, issue)}`);
}

function faultOf(entries: Entries, issue: v.BaseIssue<unknown>): string {
  const key = issue.path?.[0]?.key;
  if (typeof key === 'string' && !Object.hasOwn(entries, key))
    return `there is no such field; known are ${Object.keys(entries).join(', ')}`;
  return `expected ${expectationOf(entries, key)}, got ${kindOf(issue.input)}`;
}

function expectationOf(entries: Entries, key: unknown): string {
  if (key === undefined) return 'an object';
  return v.getDescription(entries[String(key)] as v.GenericSchema) ?? 'another value';
}
