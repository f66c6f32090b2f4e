import type { DiagnosticRow } from './codes.ts';

/** A cause behind one of the failures that the vendor's troubleshooting lists, in words to act on. */
export interface Cause {
  readonly row: DiagnosticRow;
  /** What was seen. */
  readonly seen: string;
  /** What it usually means. */
  readonly means: string;
  /** What to do about it. */
  readonly remedy: string;
  /** What the toolkit does by itself. */
  readonly cure: string;
}
