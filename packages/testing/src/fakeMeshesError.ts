/** What a mistake in the use of the fake is; stable. */
export type FakeMeshesErrorCode =
  | 'bad-option'
  | 'no-page'
  | 'no-embed'
  | 'several-embeds'
  | 'not-live'
  | 'timeout'
  | 'restored';

/** A mistake in the use of the fake. Its message says what was done, what was expected and what to do; it holds no token and no launch URL. */
export class FakeMeshesError extends Error {
  /** Stable. */
  readonly code: FakeMeshesErrorCode;

  constructor(code: FakeMeshesErrorCode, message: string) {
    super(`fakeMeshes: ${message}`);
    this.name = 'FakeMeshesError';
    this.code = code;
  }
}
