import { launchPages, launchPagesByType, sessionRoles, sessionTypes } from '@meshes-embed/core/protocol';
import * as v from 'valibot';
import { badInput, check, type InputProblem } from '../http/check.ts';
import type { Grant } from '../state/sessions.ts';
import { readAllowedOrigin } from './allowedOrigin.ts';

const knownScopes = ['events.payload:read'] as const;

const workspaceId = 'expected a UUID';
const externalUserId = 'expected text of at most 255 characters';
const resource = 'expected text';
const origins = 'expected a list of at most 10 origins';
const origin = 'expected an origin such as https://app.example.com, without path, query or trailing slash';
const scopes = 'expected a list of at most 20 scopes';

const allowedOrigin = v.pipe(
  v.string(origin),
  v.check((text) => readAllowedOrigin(text) !== null, origin),
  v.transform((text) => readAllowedOrigin(text)!),
);

/** Every rule of the mint body that concerns one field (contract §2). Unknown fields are ignored. */
const schema = v.object(
  {
    workspace_id: v.pipe(v.string(workspaceId), v.uuid(workspaceId)),
    role: v.optional(v.picklist(sessionRoles, `expected one of ${sessionRoles.join(', ')}`), 'member'),
    session_type: v.optional(v.picklist(sessionTypes, `expected one of ${sessionTypes.join(', ')}`), 'workspace'),
    external_user_id: v.optional(
      v.pipe(
        v.string(externalUserId),
        v.check((text) => [...text].length <= 255, externalUserId),
      ),
    ),
    ttl_seconds: v.optional(integer(300, 3600), 1800),
    launch_ttl_seconds: v.optional(integer(15, 60), 30),
    launch_page: v.optional(v.picklist(launchPages, `expected one of ${launchPages.join(', ')}`), 'dashboard'),
    resource: v.optional(v.pipe(v.string(resource), v.nonEmpty(resource))),
    resource_id: v.optional(v.pipe(v.string(resource), v.nonEmpty(resource))),
    allowed_origins: v.optional(v.pipe(v.array(allowedOrigin, origins), v.maxLength(10, origins)), []),
    scopes: v.optional(
      v.pipe(
        v.array(v.picklist(knownScopes, `expected one of ${knownScopes.join(', ')}`), scopes),
        v.maxLength(20, scopes),
      ),
      [],
    ),
  },
  'Body: expected a JSON object',
);

/**
 * Reads the body of `POST /sessions` (contract §2).
 *
 * @throws ApiError 400 that names every field at fault.
 */
export function readMintBody(value: unknown): Grant {
  const body = check(schema, value);
  const problems = combinationProblems(body);
  if (problems.length > 0) throw badInput(problems);
  return {
    workspaceId: body.workspace_id.toLowerCase(),
    role: body.role,
    sessionType: body.session_type,
    ...(body.external_user_id !== undefined && { externalUserId: body.external_user_id }),
    ...(body.resource !== undefined && { resource: body.resource }),
    ...(body.resource_id !== undefined && { resourceId: body.resource_id }),
    scopes: body.scopes,
    allowedOrigins: body.allowed_origins,
    launchPage: body.launch_page,
    ttlSeconds: body.ttl_seconds,
    launchTtlSeconds: body.launch_ttl_seconds,
  };
}

/** The rules that concern fields together: pages by type, and the resource of resource sessions. */
function combinationProblems(body: v.InferOutput<typeof schema>): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  const { session_type: type, launch_page: page } = body;
  const pages = launchPagesByType[type];
  if (!pages.includes(page))
    problems.push({
      field: 'launch_page',
      message: `expected one of ${pages.join(', ')} for a ${type} session, got "${page}"`,
    });
  for (const field of ['resource', 'resource_id'] as const) {
    const given = body[field] !== undefined;
    if (type === 'resource' && !given)
      problems.push({ field, message: 'expected text for a resource session, got nothing' });
    if (type !== 'resource' && given)
      problems.push({ field, message: `expected nothing for a ${type} session; only resource sessions have one` });
  }
  return problems;
}

function integer(least: number, most: number) {
  const message = `expected an integer from ${least} to ${most}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
}
