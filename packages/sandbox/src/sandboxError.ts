/** What went wrong, for programs. Stable. */
export type SandboxErrorCode = 'bad-option' | 'port-taken' | 'bad-fault' | 'unknown-session' | 'session-revoked';

/** Everything that the sandbox itself throws: a stable `code`, and a message that says what came and what to do. */
export class SandboxError extends Error {
  readonly code: SandboxErrorCode;

  constructor(code: SandboxErrorCode, message: string) {
    super(message);
    this.name = 'SandboxError';
    this.code = code;
  }
}
