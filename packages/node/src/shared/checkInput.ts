import * as v from 'valibot';
import { kindOf } from './kindOf.ts';
import { MeshesInputError, type MeshesInputErrorCode } from './meshesInputError.ts';

type Entries = Readonly<Record<string, v.GenericSchema>>;

/** What checks an object: its entries carry a description each, which is what an error says was expected. */
type InputSchema<T> = v.GenericSchema<unknown, T> & { readonly entries: Entries };

/**
 * Checks what the host's developer gave.
 *
 * @param what - what it belongs to, first word of the message, such as `sessions.mint`.
 * @throws MeshesInputError that says field, what came (by kind and length alone) and what was expected.
 */
export function checkInput<T>(schema: InputSchema<T>, value: unknown, what: string, code: MeshesInputErrorCode): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const field = v.getDotPath(issue);
  const where = field === null ? what : `${what}: ${field}`;
  throw new MeshesInputError(
    code,
    field,
    `${where}: expected ${expectation(schema.entries, issue)}, got ${kindOf(issue.input)}`,
  );
}

function expectation(entries: Entries, issue: v.BaseIssue<unknown>): string {
  const key = issue.path?.[0]?.key;
  if (key === undefined) return 'an object';
  if (typeof key !== 'string' || !Object.hasOwn(entries, key))
    return `no such field (known: ${Object.keys(entries).join(', ')})`;
  return v.getDescription(entries[key] as v.GenericSchema) ?? 'another value';
}
