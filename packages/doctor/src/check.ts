import type { Examination } from './examination.ts';
import type { FindingCode } from './findings.ts';

/** What can be looked at, in the order of looking. Stable. */
export type CheckName =
  | 'credentials'
  | 'service'
  | 'clock'
  | 'signing'
  | 'workspace'
  | 'mint'
  | 'launch-url'
  | 'launch'
  | 'framing'
  | 'use-once'
  | 'refresh'
  | 'stale-token'
  | 'revoke'
  | 'endpoint-route'
  | 'endpoint-guard'
  | 'endpoint-session'
  | 'endpoint-origin-only'
  | 'endpoint-preflight'
  | 'endpoint-origin'
  | 'endpoint-cors'
  | 'endpoint-no-store'
  | 'endpoint-fields'
  | 'endpoint-framing'
  | 'clean-up';

/** What came of looking. Texts hold no token, no secret and no query of a launch URL. */
export type Outcome =
  | { readonly status: 'passed'; readonly seen: string }
  | { readonly status: 'failed'; readonly code: FindingCode; readonly seen: string }
  | { readonly status: 'unknown'; readonly why: string };

/** One thing to look at. */
export interface Check {
  readonly name: CheckName;
  /** What should be seen, in words that follow "expected". */
  readonly expected: string;
  /** Checks that have to have passed before this one says anything. */
  readonly needs: readonly CheckName[];
  /** Whether it also runs after Ctrl-C. */
  readonly always?: boolean;
  /** Looks. May reject with the reason of the examination's signal. */
  run(examination: Examination): Promise<Outcome>;
}

export const passed = (seen: string): Outcome => ({ status: 'passed', seen });
export const failed = (code: FindingCode, seen: string): Outcome => ({ status: 'failed', code, seen });
export const unknown = (why: string): Outcome => ({ status: 'unknown', why });
