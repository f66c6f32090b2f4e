/**
 * What was given wrongly. Stable.
 *
 * - `bad-credentials`: organization id, access key or secret key.
 * - `bad-option`: any other option of the client, of a call or of the handler.
 * - `bad-params`: the parameters of a call.
 * - `bad-authorization`: what the host's own `authorize` returned.
 * - `body-read`: a request whose body something else had read, and that was handed over without it.
 */
export type MeshesInputErrorCode = 'bad-credentials' | 'bad-option' | 'bad-params' | 'bad-authorization' | 'body-read';

/** Something given to this package is wrong; nothing was sent. Names the field and what was expected there. */
export class MeshesInputError extends TypeError {
  /** What kind of input. Stable. */
  readonly code: MeshesInputErrorCode;
  /** The field at fault, or null where the whole is. */
  readonly field: string | null;

  constructor(code: MeshesInputErrorCode, field: string | null, message: string) {
    super(message);
    this.name = 'MeshesInputError';
    this.code = code;
    this.field = field;
  }
}
