import type { Symptom } from '../problem/codes.ts';

/** A cause behind one of the failures that the vendor's troubleshooting lists, in words to act on. */
export interface Cause {
  readonly symptom: Symptom;
  /** What was seen. */
  readonly summary: string;
  /** What it usually means. */
  readonly explanation: string;
  /** What to do about it. */
  readonly remedy: string;
  /** What the toolkit does by itself. */
  readonly recovery: string;
}
