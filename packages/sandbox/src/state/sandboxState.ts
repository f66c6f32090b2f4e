import { Faults } from '../faults/faults.ts';
import type { PageKind } from '../sandboxOptions.ts';
import { seedWorkspaces } from '../workspaces/seedWorkspaces.ts';
import type { Workspace } from '../workspaces/workspace.ts';
import { AccessTokens } from './accessTokens.ts';
import { Clock } from './clock.ts';
import { Counters } from './counters.ts';
import type { Credentials } from './credentials.ts';
import { Frames } from './frames.ts';
import { OauthRequests } from './oauthRequests.ts';
import { Sessions } from './sessions.ts';

/** Where the sandbox serves; known once both ports are bound, and before any request. */
export interface Addresses {
  /** Origin of the management API and the control plane. */
  apiUrl: string;
  /** Origin of the embed. */
  embedUrl: string;
}

/** Everything that the sandbox keeps, in memory. */
export interface SandboxState {
  readonly addresses: Addresses;
  readonly credentials: Credentials;
  readonly seed: number;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly counters: Counters;
  readonly sessions: Sessions;
  readonly tokens: AccessTokens;
  readonly frames: Frames;
  readonly oauthRequests: OauthRequests;
  workspaces: readonly Workspace[];
  /** What a launch shows from the start on, and after a reset. */
  readonly usualPages: PageKind;
  /** What a launch shows now. */
  pages: PageKind;
}

/**
 * The state of a fresh sandbox.
 *
 * @param now - this machine's clock, ms since epoch.
 */
export function createState(credentials: Credentials, seed: number, now: () => number, pages: PageKind): SandboxState {
  const faults = new Faults();
  const clock = new Clock(now, () => faults.peek('clock-skew')?.seconds ?? 0);
  const sessions = new Sessions(clock);
  return {
    addresses: { apiUrl: '', embedUrl: '' },
    credentials,
    seed,
    clock,
    faults,
    counters: new Counters(),
    sessions,
    tokens: new AccessTokens(sessions),
    frames: new Frames(faults),
    oauthRequests: new OauthRequests(clock),
    workspaces: seedWorkspaces(seed, clock.now()),
    usualPages: pages,
    pages,
  };
}

/** Back to the seed: no faults, no sessions, no counts. The credentials and workspace ids stay. */
export function resetState(state: SandboxState): void {
  state.faults.delete();
  state.sessions.clear();
  state.tokens.forget();
  state.frames.clear();
  state.oauthRequests.clear();
  state.counters.reset();
  state.pages = state.usualPages;
  state.workspaces = seedWorkspaces(state.seed, state.clock.now());
}

/** The workspace of this id, in either case of its letters. */
export function findWorkspace(state: SandboxState, id: string): Workspace | undefined {
  return state.workspaces.find((workspace) => workspace.id === id.toLowerCase());
}
