import type { SeenProblem } from '../problem/problem.ts';
import type { LaunchPage, SessionRole, SessionType } from '../protocol/pages.ts';
import type { Sizing } from './sizing.ts';

/**
 * Why a session is fetched: the host mounted, chose another page, asked for a fresh launch, preloads, or another user's
 * `identity` came; or the embed recovers by itself.
 */
export type LaunchReason = 'mount' | 'page' | 'relaunch' | 'preload' | 'identity' | 'recovery';

/** Why a token is refreshed: the embed asked, its token ended, our own timer, the page woke, or the host called. */
export type RefreshReason = 'asked' | 'expired' | 'timer' | 'wake' | 'call';

/**
 * What the machine knows of a session: no secrets. The token and the launch URL stay with what fetched them,
 * who finds them again by this very object.
 */
export interface SessionFacts {
  readonly sessionId: string;
  readonly workspaceId: string | null;
  readonly role: SessionRole | null;
  readonly sessionType: SessionType | null;
  /** The token's life at receipt. ms */
  readonly ttlMs: number;
  /** What the lifetime was read from. */
  readonly ttlSource: 'expires_in' | 'expires_at' | 'assumed';
  /** The end of the token's life. ms since epoch on this machine's clock */
  readonly expiresAt: number;
  /** What was left of the launch URL's life at receipt; zero for a refreshed session. ms */
  readonly launchTtlMs: number;
}

/** How an actor fails: with a problem, and with what may be done about it. */
export interface Failure {
  readonly problem: SeenProblem;
  /** Whether another try is pointless. */
  readonly final: boolean;
  /** How long the backend asked us to wait. ms */
  readonly retryAfterMs?: number | undefined;
}

/** The machine's input: clock and randomness are injected. */
export interface HostInput {
  /** Milliseconds that never run backwards, and go on while the computer sleeps. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly page: LaunchPage;
  /** Whether the browser can move an iframe without loading it again (`moveBefore`). */
  readonly movable: boolean;
  /** The origin of the host's page, for problems that the host cures by allowing it: `diagnose` names it. */
  readonly hostOrigin: string;
  readonly minHeight: number;
  readonly maxHeight: number;
  /** How long a loaded document may take to say ready; longer at each further try. ms */
  readonly readyTimeout: () => number;
}

/** What is known of the documents that the iframe loads; see `documentState.ts`. */
export interface DocumentState {
  readonly loads: number;
  /** Whether the current document has said ready. */
  readonly ready: boolean;
  /** When ready came last; before that minus infinity. */
  readonly readyAt: number;
  /** Whether that one came on top of another, and may speak for a next document. */
  readonly repeated: boolean;
  /** Whether a `load` came since. */
  readonly loadedSince: boolean;
  /** Whether anything came from it since it was given a token: then it is the embed that runs, and not a next page. */
  readonly confirmed: boolean;
}

/** A session and the document that it runs in. */
export interface LaunchedEmbed {
  readonly session: SessionFacts | null;
  /** When the current token came. */
  readonly receivedAt: number;
  /** When a newer token is to be fetched. */
  readonly refreshAt: number;
  /** When the token last came by a refresh; before any, minus infinity. */
  readonly refreshedAt: number;
  /** Refresh requests of the embed, each of which came a short time after a refresh. */
  readonly rapidRequests: number;
  /** Refreshes that failed in a row. */
  readonly refreshFailures: number;
  readonly document: DocumentState;
}

/** All that the machine remembers. Every time is in ms by `now`. */
export interface HostContext extends LaunchedEmbed {
  readonly now: () => number;
  readonly random: () => number;
  readonly movable: boolean;
  readonly hostOrigin: string;
  readonly readyTimeout: () => number;

  /** The page to launch: the one that the host chose last, or where the user went since. */
  readonly page: LaunchPage;
  /** The launch page that the document in use is at; null before one is. */
  readonly at: LaunchPage | null;
  /** Where the document in use says it is: text from another origin. */
  readonly reportedPage: string | null;
  readonly launchReason: LaunchReason;
  readonly refreshReason: RefreshReason;
  /** How many tokens came so far; tells them apart in traces. */
  readonly generation: number;

  /** The embed that stays on screen while another one is launched, until that one is ready; else null. */
  readonly front: LaunchedEmbed | null;
  /** Whether the backend refused a newer token, or what is on screen may have gone elsewhere: then a launch that fails for good is the end. */
  readonly refused: boolean;

  /** Whether the container is hidden in the page (React's Activity): all is kept, and nothing is begun. */
  readonly hidden: boolean;
  /** Whether a newer token was wanted while it was hidden. */
  readonly refreshMissed: boolean;

  /** Whether it is parked: out of sight, and ready for the next container. What goes wrong meanwhile ends it. */
  readonly parked: boolean;
  /** How long it may be parked. */
  readonly parkedUntil: number;

  /** Answers that failed in a row. */
  readonly backendFailures: number;
  /** Launches that came to nothing in a row, though the backend answered. */
  readonly failedLaunches: number;
  /**
   * How often the document of the launch before had loaded, where that came to nothing because it said nothing once it had its
   * token; else 0. One that is silent in the same way again is an embed that says nothing, and not one that was reloaded.
   */
  readonly silentLoads: number;
  /** Since when it has been live, without a further launch; null where it is not. */
  readonly liveSince: number | null;
  /** When a launch that no one asked for was answered, in the last ten minutes. */
  readonly recoveries: readonly number[];
  /** When a refresh that the host did not ask for was answered, in the last ten minutes. */
  readonly refreshes: readonly number[];
  /** When the host launched, in the last ten seconds. */
  readonly hostLaunches: readonly number[];
  /** Whether the host launched so often that it has to wait. */
  readonly throttled: boolean;

  /** When the current state's one deadline ends. */
  readonly deadlineAt: number;
  /** Before this the backend asked not to be called again. */
  readonly notBefore: number;
  /** When a document that was given a token, and loaded since, has to have said something; else infinity. */
  readonly firstMessageDeadlineAt: number;
  /** Since when the user has been waiting for the embed; null where nothing is awaited. */
  readonly waitingSince: number | null;
  /** Whether that takes longer than usual. */
  readonly slow: boolean;

  readonly problem: SeenProblem | null;
  readonly sizing: Sizing;
}
