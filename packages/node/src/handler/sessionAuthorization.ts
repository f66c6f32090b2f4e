import type { LaunchPage, SessionRole, SessionType } from '@meshes-embed/core/protocol';
import * as v from 'valibot';
import type { MintParams } from '../client/mintParams.ts';
import { checkInput } from '../shared/checkInput.ts';
import { checkResourceFields, field, filledText, sessionFields, type SessionScope } from '../shared/sessionFields.ts';

/** What the caller of a request may have: decided by the host, from its own sign-in. Never from the request's body. */
export interface SessionAuthorization {
  /** Who asks, by an id that never becomes somebody else's. Not sent to Meshes. 1 to 255 characters. */
  readonly subject: string;
  /** UUID of the workspace that this subject may see. */
  readonly workspace_id: string;
  /** Default `member`. */
  readonly role?: SessionRole | undefined;
  /** Default `workspace`. */
  readonly session_type?: SessionType | undefined;
  /** With `session_type: 'resource'`, and only there. */
  readonly resource?: string | undefined;
  /** With `session_type: 'resource'`, and only there. */
  readonly resource_id?: string | undefined;
  readonly scopes?: readonly SessionScope[] | undefined;
  /** Origins of the host's pages, at most 10. Send them in production. */
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

/** The mint that an authorization allows; the page is all that the browser chooses. */
export function mintParamsOf(authorization: SessionAuthorization, page: LaunchPage | undefined): MintParams {
  const { subject: _, ...params } = authorization;
  return page === undefined ? params : { ...params, launch_page: page };
}
