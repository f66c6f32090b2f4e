import type { SessionFacts } from '../machine/context.ts';
import type { LaunchPage, SessionRole } from '../protocol/pages.ts';
import type { EmbedStatus } from '../view/view.ts';
import type { CauseCode, DiagnosticCode, Symptom, ProblemCode } from '../problem/codes.ts';

/** One question about the embed, and what is known of its answer. */
export interface DiagnosticCheck {
  /** Stable; the key of the explanations. */
  readonly code: DiagnosticCode;
  readonly symptom: Symptom;
  readonly result: 'passed' | 'failed' | 'unknown';
  /** What is behind a check that failed, or that was cured; the key of {@link causes}. */
  readonly cause: CauseCode | null;
  /** What was seen: counts, times, origins; no secrets. */
  readonly evidence: Readonly<Record<string, string | number | boolean | null>>;
  /** Whether the toolkit already made up for what it saw go wrong. */
  readonly cured: boolean;
}

/** What only a look at the page can tell. Lengths in CSS px; null where there is nothing to look at. */
export interface PageFacts {
  /** Whether the browser calls the page a secure context. */
  readonly secure: boolean;
  /** Whether the page is cross-origin isolated. */
  readonly isolated: boolean;
  /** Whether some of the container is in the window, and that in view: what no one sees is drawn late, and its height told late. */
  readonly visible: boolean;
  /** Whether the container is laid out; false for `display: none`. */
  readonly shown: boolean;
  /** The container's width. */
  readonly width: number | null;
  /** The height that the iframe leaves to its document; null also where it fills its container. */
  readonly frameHeight: number | null;
}

/**
 * What the checks are made from; flat, and as safe to show as the report is. Of the session and of the page everything
 * is missing where there is no session, or where the embed is not mounted.
 */
export interface DiagnosticFacts extends Partial<SessionFacts>, Partial<PageFacts> {
  /** The code of the problem now. */
  readonly problem: ProblemCode | null;
  /** The page to launch. */
  readonly page: LaunchPage;
  /** The origin of the host's page. */
  readonly hostOrigin: string;
  /** How many tokens came. */
  readonly generation: number;
  /** How many documents the iframe loaded since its launch. */
  readonly loads: number;
  /** How often the embed asked for a newer token shortly after a refresh. */
  readonly rapidRequests: number;
  /** Refreshes that failed in a row. */
  readonly refreshFailures: number;
  /** Launches that no one asked for, in the last ten minutes. */
  readonly recoveries: number;
  /** Refreshes that the host did not ask for, in the last ten minutes. */
  readonly refreshes: number;
  /** Since the document in use last said ready; null where it did not. ms */
  readonly sinceReady: number | null;
  /** The least and the greatest height. CSS px */
  readonly min: number;
  readonly max: number;
  /** The height as applied; null before the first report. CSS px */
  readonly height: number | null;
  /** Whether the height goes round in circles, and is held. */
  readonly held: boolean;
  /** What the option `expected` says. */
  readonly expectedWorkspaceId?: string | undefined;
  readonly expectedRole?: SessionRole | undefined;
}

/** What was seen of an embed, as JSON. Holds no token, no launch URL and no text of the embed's. */
export interface DiagnosticReport {
  readonly version: 1;
  /** ms since the embed was created */
  readonly at: number;
  readonly status: EmbedStatus;
  readonly sessionId: string | null;
  /** At least one for each symptom; none in what a production build's handle gives, until `diagnose` adds them. */
  readonly checks: readonly DiagnosticCheck[];
  /** How often each step of the trace was taken, by `kind name`; `drop` is a message that was not taken, and why. */
  readonly counts: Readonly<Record<string, number>>;
  /** What the checks are made from; null in what a production build's handle gives, until `diagnose` adds them. */
  readonly facts: DiagnosticFacts | null;
}
