/** What a call of the toolkit's own functions can be refused with. */
export type MeshesEmbedErrorCode = 'bad-option' | 'bad-container' | 'destroyed';

/**
 * A call that cannot be taken. Nothing has changed then. In development builds it says what came, what was expected and
 * what to do; in production builds which option, or which function, it was.
 */
export class MeshesEmbedError extends TypeError {
  /** Stable. */
  readonly code: MeshesEmbedErrorCode;

  constructor(code: MeshesEmbedErrorCode, message: string) {
    super(`${message} [${code}]`);
    this.name = 'MeshesEmbedError';
    this.code = code;
  }
}
