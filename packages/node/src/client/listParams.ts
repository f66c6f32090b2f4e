import * as v from 'valibot';
import { checkInput } from '../shared/checkInput.ts';
import { filledText, optionalField, workspaceId } from '../shared/sessionFields.ts';

/** Whether a session can still be used (contract §2). */
export type SessionStatus = 'active' | 'revoked';

/** Which sessions to list (contract §2, list query). */
export interface ListParams {
  /** UUID of the workspace. */
  readonly workspace_id: string;
  readonly status?: SessionStatus | undefined;
  readonly resource?: string | undefined;
  readonly resource_id?: string | undefined;
  /** Where to continue: `next_cursor` of an earlier page. */
  readonly cursor?: string | undefined;
  /** Records in a page, 1 to 200. Default 50. */
  readonly limit?: number | undefined;
}

const entries = {
  workspace_id: workspaceId,
  status: optionalField(v.picklist(['active', 'revoked']), 'active or revoked'),
  resource: optionalField(filledText, 'the kind of a resource, as text'),
  resource_id: optionalField(filledText, 'the id of a resource, as text'),
  cursor: optionalField(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/)), 'next_cursor of an earlier page'),
  limit: optionalField(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 'a whole number from 1 to 200'),
};

const schema = v.strictObject(entries);

/**
 * Checks the parameters of a listing before anything is sent.
 *
 * @throws MeshesInputError with code `bad-params`.
 */
export function checkListParams(params: ListParams): ListParams {
  return checkInput<ListParams>(schema, params, 'sessions.list', 'bad-params');
}
