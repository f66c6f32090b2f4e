import type { EmbedProblem } from '../problem/problem.ts';
import type { HostContext } from '../machine/context.ts';
import { pick } from '../shared/pick.ts';
import type { SessionRole } from '../protocol/pages.ts';

/**
 * What the embed is doing. `live` says that `meshes:auth` was posted for the current token, not that the embed took
 * it: the contract has no acknowledgement (§5).
 *
 * - `idle` not mounted · `minting` asking the backend for a session · `launching` the iframe loads, `meshes:ready` is awaited
 * - `live` in use · `refreshing` in use, while a newer token is fetched · `recovering` waiting before a fresh launch
 * - `failed` ended with a problem, may be retried · `closed` destroyed
 */
export type EmbedStatus = 'idle' | 'minting' | 'launching' | 'live' | 'refreshing' | 'recovering' | 'failed' | 'closed';

/** All that a page may know of an embed: flat and frozen, with no token and no launch URL in it. */
export interface EmbedView {
  readonly status: EmbedStatus;
  /** Where the embed says it is: text from another origin, to be shown and not followed. Null until it says so. */
  readonly page: string | null;
  /** The iframe's height as applied, in CSS px. Null until the embed reported one. */
  readonly height: number | null;
  readonly sessionId: string | null;
  readonly workspaceId: string | null;
  readonly role: SessionRole | null;
  /** The end of the current token's life: ms since epoch on this machine's clock, reckoned from `expires_in` at receipt. */
  readonly expiresAt: number | null;
  /** What went wrong: final in `failed`, else being cured until it is `live` again. Null else. */
  readonly problem: EmbedProblem | null;
  /** When the next try follows by itself: ms since epoch on this machine's clock. Null where none is planned. */
  readonly retryAt: number | null;
  /** Whether an embed is on screen: in use, or to be looked at while another one is launched. */
  readonly onScreen: boolean;
  /** Whether the user has been waiting for longer than usual (8 s). */
  readonly slow: boolean;
}

/** Whether a status is one in which the embed is on its way. */
export function isBusy(status: EmbedStatus): boolean {
  return ['minting', 'launching', 'recovering'].includes(status);
}

/** What a page may know of a session. */
export const sessionFields = ['sessionId', 'workspaceId', 'role', 'expiresAt'] as const;

/** The view before anything happened; also what a server renders. */
export const idleView: EmbedView = Object.freeze({
  status: 'idle',
  page: null,
  height: null,
  sessionId: null,
  workspaceId: null,
  role: null,
  expiresAt: null,
  problem: null,
  retryAt: null,
  onScreen: false,
  slow: false,
});

/**
 * The view of a machine's state, with its problem in words. Gives `previous` back where nothing visible changed, so that a snapshot may be
 * compared by identity.
 */
export function viewOf(
  status: EmbedStatus,
  context: HostContext,
  problem: EmbedProblem | null,
  previous: EmbedView,
): EmbedView {
  // What is parked is nothing that its page can see.
  if (context.parked) return idleView;
  const waits = status === 'recovering' || (isBusy(status) && context.slow);
  const retryAt = Math.round(Date.now() + context.deadlineAt - context.now());
  const view: EmbedView = {
    status,
    page: context.reportedPage,
    height: context.sizing.height,
    ...pick(context.session ?? idleView, sessionFields),
    problem,
    // Reckoned once for each deadline, so that the same one is the same view.
    retryAt: waits
      ? previous.status === status && previous.retryAt !== null && Math.abs(previous.retryAt - retryAt) < 1_000
        ? previous.retryAt
        : retryAt
      : null,
    onScreen: context.front !== null || context.document.ready,
    slow: context.slow,
  };
  const same = (Object.keys(view) as (keyof EmbedView)[]).every((key) => view[key] === previous[key]);
  return same ? previous : Object.freeze(view);
}
