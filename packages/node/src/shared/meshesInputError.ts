/**
 * What kind of input was wrong. Stable.
 *
 * - `bad-credentials`: organization id, access key or secret key.
 * - `bad-option`: any other option of the client, of a call or of the handler.
 * - `bad-params`: the parameters of a call.
 * - `bad-authorization`: the result of the host's `authorize`, or `authorize` read the request's body.
 * - `body-read`: a request whose body something else had read without passing it on.
 */
export type MeshesInputErrorCode = 'bad-credentials' | 'bad-option' | 'bad-params' | 'bad-authorization' | 'body-read';

/** An invalid option, parameter or request. Nothing was sent. The message names the field and what was expected. */
export class MeshesInputError extends TypeError {
  /** The kind of input. Stable. */
  readonly code: MeshesInputErrorCode;
  /** The invalid field, or null if the whole value is invalid. */
  readonly field: string | null;

  constructor(code: MeshesInputErrorCode, field: string | null, message: string) {
    super(message);
    this.name = 'MeshesInputError';
    this.code = code;
    this.field = field;
  }
}
