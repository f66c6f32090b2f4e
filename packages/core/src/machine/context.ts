import type { EmbedProblem } from '../diagnostics/problems.ts';
import type { LaunchPage, SessionRole, SessionType } from '../protocol/pages.ts';
import type { Sizing } from './sizing.ts';

/** Why a session is fetched. */
export type LaunchReason = 'mount' | 'page' | 'relaunch' | 'recovery';

/** Why a token is refreshed: the embed asked, its token ended, our own timer, the page woke, or the host called. */
export type RefreshReason = 'asked' | 'expired' | 'timer' | 'wake' | 'call';

/**
 * What the machine knows of a session: no secrets. The token and the launch URL stay with whoever fetched them,
 * who finds them again by this very object.
 */
export interface SessionFacts {
  readonly sessionId: string;
  readonly workspaceId: string | null;
  readonly role: SessionRole | null;
  readonly sessionType: SessionType | null;
  /** The token's life at receipt. ms */
  readonly life: number;
  /** What the life was read from. */
  readonly lifeFrom: 'expires_in' | 'expires_at' | 'assumed';
  /** The end of the token's life. ms since epoch on this machine's clock */
  readonly expiresAt: number;
  /** What was left of the launch URL's life at receipt; zero for a refreshed session. ms */
  readonly launchLife: number;
}

/** How an actor fails: with a problem, and with what may be done about it. */
export interface Failure {
  readonly problem: EmbedProblem;
  /** Whether another try is pointless. */
  readonly final: boolean;
  /** How long the backend asked us to wait. ms */
  readonly retryAfterMs?: number | undefined;
}

/** What the machine is handed: it has no clock and no chance of its own. */
export interface EmbedInput {
  /** Milliseconds that never run backwards, and go on while the computer sleeps. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly page: LaunchPage;
  /** The origin of the host's page, for problems that the host cures by allowing it. */
  readonly hostOrigin: string;
  readonly minHeight: number;
  readonly maxHeight: number;
}

/** What is known of the documents that the iframe loads; see `frameDocument.ts`. */
export interface FrameDocument {
  /** Whether the current document has said ready. */
  readonly spoken: boolean;
  /** When ready came again since, perhaps from a next document whose `load` is still to come; else minus infinity. */
  readonly repeatedAt: number;
  readonly loads: number;
}

/** All that the machine remembers. Every time is in ms by `now`. */
export interface EmbedContext {
  readonly now: () => number;
  readonly random: () => number;
  readonly hostOrigin: string;
  /** The page to launch. */
  readonly page: LaunchPage;
  readonly launchReason: LaunchReason;
  readonly refreshReason: RefreshReason;
  readonly session: SessionFacts | null;
  /** How many tokens came so far; tells them apart in traces. */
  readonly generation: number;
  /** When the current token came. */
  readonly receivedAt: number;
  /** When a newer token is to be fetched. */
  readonly refreshAt: number;
  /** When the token last came by a refresh; before any, minus infinity. */
  readonly refreshedAt: number;
  /** How often the embed asked within a short time after a refresh. */
  readonly hastyAsks: number;
  /** Refreshes that failed in a row. */
  readonly refreshFailures: number;
  /** Launches that failed in a row. */
  readonly launchFailures: number;
  /** When the current state's one deadline ends. */
  readonly dueAt: number;
  /** When each session was fetched or refreshed in the last ten minutes. */
  readonly calls: readonly number[];
  readonly problem: EmbedProblem | null;
  readonly document: FrameDocument;
  readonly reportedPage: string | null;
  readonly sizing: Sizing;
}
