/** A request that the embed's API refused, or that never reached it. */
export class ApiError extends Error {
  /** HTTP status of the refusal; 0 where there was no answer. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
  }
}
