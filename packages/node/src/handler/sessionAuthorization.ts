import type { LaunchPage, SessionRole, SessionType } from '@meshes-embed/core/protocol';
import * as v from 'valibot';
import type { MintParams } from '../client/mintParams.ts';
import { checkInput } from '../shared/checkInput.ts';
import { checkResourceFields, field, filledText, sessionFields, type SessionScope } from '../shared/sessionFields.ts';

/** What the caller of a request may have. The host decides it from its own sign-in, never from the request's body. */
export interface SessionAuthorization {
  /** Stable id of the signed-in user, 1 to 255 characters. Never reuse it for another user. Not sent to Meshes. */
  readonly subject: string;
  /** UUID of the workspace that this subject may see. */
  readonly workspace_id: string;
  /** Default `member`. */
  readonly role?: SessionRole | undefined;
  /** Default `workspace`. */
  readonly session_type?: SessionType | undefined;
  /** Required with `session_type: 'resource'`, and not allowed otherwise. */
  readonly resource?: string | undefined;
  /** Required with `session_type: 'resource'`, and not allowed otherwise. */
  readonly resource_id?: string | undefined;
  readonly scopes?: readonly SessionScope[] | undefined;
  /** Origins of the host's pages, at most 10. Always give them in production. */
  readonly allowed_origins?: readonly string[] | undefined;
  /** Sent to Meshes, at most 255 characters. */
  readonly external_user_id?: string | undefined;
  /** 300 to 3600. Default 1800. */
  readonly ttl_seconds?: number | undefined;
  /** 15 to 60. Default 30. */
  readonly launch_ttl_seconds?: number | undefined;
}

const entries = {
  subject: field(v.pipe(filledText, v.maxLength(255)), 'text of 1 to 255 characters'),
  ...sessionFields,
};

const schema = v.strictObject(entries);

/**
 * Checks what `authorize` returned.
 *
 * @throws MeshesInputError with code `bad-authorization`.
 */
export function checkAuthorization(value: unknown): SessionAuthorization {
  const what = 'what authorize() returned';
  const checked = checkInput<SessionAuthorization>(schema, value, what, 'bad-authorization');
  checkResourceFields(checked, what, 'bad-authorization');
  return checked;
}

/** The mint that an authorization allows. The browser chooses only the page. */
export function mintParamsOf(authorization: SessionAuthorization, page: LaunchPage | undefined): MintParams {
  const { subject: _, ...params } = authorization;
  return page === undefined ? params : { ...params, launch_page: page };
}
