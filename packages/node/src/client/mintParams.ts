import {
  launchPages,
  launchPagesByType,
  type LaunchPage,
  type SessionRole,
  type SessionType,
} from '@meshes-embed/core/protocol';
import * as v from 'valibot';
import { checkInput } from '../shared/checkInput.ts';
import { MeshesInputError } from '../shared/meshesInputError.ts';
import { checkResourceFields, optionalField, sessionFields, type SessionScope } from '../shared/sessionFields.ts';

/** Parameters of a mint (contract §2, mint body). The names are those of Meshes, in snake_case. */
export interface MintParams {
  /** UUID of the workspace that the session shows. */
  readonly workspace_id: string;
  /** Default `member`. */
  readonly role?: SessionRole | undefined;
  /** Default `workspace`. */
  readonly session_type?: SessionType | undefined;
  /** Your own id of the user, at most 255 characters. */
  readonly external_user_id?: string | undefined;
  /** Life of each access token in seconds, 300 to 3600. Default 1800. */
  readonly ttl_seconds?: number | undefined;
  /** Life of the launch URL in seconds, 15 to 60. Default 30. */
  readonly launch_ttl_seconds?: number | undefined;
  /** The first page. `workspace` sessions have all pages, `resource` sessions all but `connections`, `dashboard` sessions only `dashboard`. */
  readonly launch_page?: LaunchPage | undefined;
  /** Kind of the resource. Required with `session_type: 'resource'`, and not allowed otherwise. */
  readonly resource?: string | undefined;
  /** Id of the resource. Required with `session_type: 'resource'`, and not allowed otherwise. */
  readonly resource_id?: string | undefined;
  /** At most 10 origins that may frame the embed and exchange messages with it. Always give them in production. */
  readonly allowed_origins?: readonly string[] | undefined;
  /** At most 20. */
  readonly scopes?: readonly SessionScope[] | undefined;
}

const entries = {
  ...sessionFields,
  launch_page: optionalField(v.picklist(launchPages), `one of ${launchPages.join(', ')}`),
};

const schema = v.strictObject(entries);

/**
 * Checks the parameters of a mint before anything is sent.
 *
 * @throws MeshesInputError with code `bad-params`.
 */
export function checkMintParams(params: MintParams): MintParams {
  const what = 'sessions.mint';
  const checked = checkInput<MintParams>(schema, params, what, 'bad-params');
  checkResourceFields(checked, what, 'bad-params');
  const { launch_page: page, session_type: type = 'workspace' } = checked;
  if (page !== undefined && !launchPagesByType[type].includes(page)) {
    const expected = `one of ${launchPagesByType[type].join(', ')}, as session_type is '${type}'`;
    throw new MeshesInputError(
      'bad-params',
      'launch_page',
      `${what}: launch_page: expected ${expected}, got '${page}'`,
    );
  }
  return checked;
}
