import type { EmbedStatus } from '../view/view.ts';
import type { CauseCode } from './causes.ts';

/** The failures that the vendor's troubleshooting lists, in its order (contract §8). */
export type DiagnosticRow = 'launch' | 'authentication' | 'stale-token' | 'no-data' | 'resize';

/** The code of a check; stable across releases. */
export type DiagnosticCode =
  | 'session-given'
  | 'ready-came'
  | 'frame-kept'
  | 'page-fit'
  | 'token-given'
  | 'token-sent'
  | 'token-life-known'
  | 'token-fresh'
  | 'refresh-works'
  | 'calls-left'
  | 'workspace-expected'
  | 'role-expected'
  | 'page-allowed'
  | 'embed-spoke'
  | 'heights-came'
  | 'height-applied'
  | 'minimum-sensible'
  | 'container-shown'
  | 'height-settled';

/** One question about the embed, and what is known of its answer. */
export interface DiagnosticCheck {
  /** Stable; the key of the explanations. */
  readonly code: DiagnosticCode;
  readonly row: DiagnosticRow;
  readonly result: 'passed' | 'failed' | 'unknown';
  /** What is behind a check that failed, or that was cured; the key of {@link causes}. */
  readonly cause: CauseCode | null;
  /** What was seen: counts, times, origins; no secrets. */
  readonly evidence: Readonly<Record<string, string | number | boolean | null>>;
  /** Whether the toolkit already made up for what it saw go wrong. */
  readonly cured: boolean;
}

/** What was seen of an embed, as JSON. Holds no token, no launch URL and no text of the embed's. */
export interface DiagnosticReport {
  readonly version: 1;
  /** ms since the embed was created */
  readonly at: number;
  readonly status: EmbedStatus;
  readonly sessionId: string | null;
  /** At least one for each row. */
  readonly checks: readonly DiagnosticCheck[];
  /** How often each step of the trace was taken, by `kind name`; `drop` is a message that was not taken, and why. */
  readonly counts: Readonly<Record<string, number>>;
}
