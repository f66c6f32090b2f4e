import { sessionRoles, sessionTypes, type SessionType } from '@meshes-embed/core/protocol';
import * as v from 'valibot';
import { isExactOrigin } from './isExactOrigin.ts';
import { kindOf } from './kindOf.ts';
import { MeshesInputError, type MeshesInputErrorCode } from './meshesInputError.ts';

/** What a session may be allowed beyond its role (contract §2). */
export type SessionScope = 'events.payload:read';

/** Every {@link SessionScope}. */
const sessionScopes: readonly SessionScope[] = ['events.payload:read'];

/** Safe in a path, in a header and in a log line. */
const sessionIdPattern = /^[A-Za-z0-9_-]{1,128}$/;

/** Whether a value is a well-formed session id. */
export function isSessionId(value: unknown): value is string {
  return typeof value === 'string' && sessionIdPattern.test(value);
}

/** Text that is not blank. */
export const filledText = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== ''),
);

/** A required field; `expected` is what errors say about it. */
export function field<T>(schema: v.GenericSchema<unknown, T>, expected: string) {
  return v.pipe(schema, v.description(expected));
}

/** A field that may be missing or undefined. */
export function optionalField<T>(schema: v.GenericSchema<unknown, T>, expected: string) {
  return v.pipe(v.optional(schema), v.description(expected));
}

/** A whole number from `min` to `max`. */
export function wholeNumber(min: number, max: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
}

export const workspaceId = field(v.pipe(v.string(), v.uuid()), 'the UUID of a workspace');

/** Whether a value is a well-formed workspace id. */
export function isWorkspaceId(value: unknown): value is string {
  return v.is(workspaceId, value);
}

/** The fields that shape a session, by the rules of contract §2. */
export const sessionFields = {
  workspace_id: workspaceId,
  role: optionalField(v.picklist(sessionRoles), `one of ${sessionRoles.join(', ')}`),
  session_type: optionalField(v.picklist(sessionTypes), `one of ${sessionTypes.join(', ')}`),
  external_user_id: optionalField(v.pipe(v.string(), v.maxLength(255)), 'text of at most 255 characters'),
  ttl_seconds: optionalField(wholeNumber(300, 3600), 'a whole number of seconds from 300 to 3600'),
  launch_ttl_seconds: optionalField(wholeNumber(15, 60), 'a whole number of seconds from 15 to 60'),
  resource: optionalField(filledText, 'the kind of the resource, as text'),
  resource_id: optionalField(filledText, 'the id of the resource, as text'),
  allowed_origins: optionalField(
    v.pipe(v.array(v.pipe(v.string(), v.check(isExactOrigin))), v.maxLength(10)),
    'at most 10 origins, each exactly as browsers write it, like https://app.example.com, without path or trailing slash',
  ),
  scopes: optionalField(
    v.pipe(v.array(v.picklist(sessionScopes)), v.maxLength(20)),
    `at most 20 of: ${sessionScopes.join(', ')}`,
  ),
};

interface ResourceFields {
  readonly session_type?: SessionType | undefined;
  readonly resource?: string | undefined;
  readonly resource_id?: string | undefined;
}

/**
 * Checks that a resource session has both `resource` and `resource_id`, and that other sessions have neither (contract §2).
 *
 * @throws MeshesInputError with the given code.
 */
export function checkResourceFields(fields: ResourceFields, what: string, code: MeshesInputErrorCode): void {
  const wanted = fields.session_type === 'resource';
  for (const name of ['resource', 'resource_id'] as const) {
    if (wanted === (fields[name] !== undefined)) continue;
    const expected = wanted ? "a value, as session_type is 'resource'" : "nothing, as session_type is not 'resource'";
    throw new MeshesInputError(code, name, `${what}: ${name}: expected ${expected}, got ${kindOf(fields[name])}`);
  }
}
