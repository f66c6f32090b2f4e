/** The service's clock: this machine's, moved by the fault `clock-skew`. Everything that the sandbox dates or checks goes by it. */
export class Clock {
  readonly #base: () => number;
  readonly #skew: () => number;

  /**
   * @param base - ms since epoch.
   * @param skew - how far the service's clock is ahead, in s; negative where it is behind.
   */
  constructor(base: () => number, skew: () => number) {
    this.#base = base;
    this.#skew = skew;
  }

  /** ms since epoch. */
  now(): number {
    return this.#base() + this.#skew() * 1000;
  }

  /** Whole seconds since epoch, as JWTs count. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }
}

/** A time as the service writes it: ISO 8601. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
