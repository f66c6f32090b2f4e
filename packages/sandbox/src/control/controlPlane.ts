import type { ActiveFault, Fault } from '../faults/fault.ts';
import { readFault, readFaultName } from '../faults/readFault.ts';
import { SandboxError } from '../sandboxError.ts';
import { readPageKind, type PageKind } from '../sandboxOptions.ts';
import type { SandboxStats } from '../state/counters.ts';
import { resetState, type SandboxState } from '../state/sandboxState.ts';
import type { Session } from '../state/sessions.ts';
import type { Resource } from '../wire.ts';

/** A seeded workspace. */
export interface WorkspaceSummary {
  /** UUID, the `workspace_id` of a mint. */
  readonly id: string;
  readonly name: string;
  /** What a resource session can be minted for. */
  readonly resources: readonly Resource[];
}

/** What tests and people may ask of a sandbox while it runs. The same calls are served over HTTP under `/__sandbox/`. */
export interface ControlPlane {
  /** What has been counted since the start or the last reset. */
  stats(): SandboxStats;
  /** Back to the seed: data restored, and no faults, sessions or counts. */
  reset(): void;
  /** The seeded workspaces. */
  listWorkspaces(): readonly WorkspaceSummary[];
  /**
   * Makes something go wrong from now on. Those with `times` are used up first, in the order they came; one without
   * replaces its like. Open documents of the embed are told at once.
   *
   * @throws SandboxError `bad-fault`
   */
  addFault(fault: Fault): ActiveFault;
  /** The faults in force. */
  listFaults(): readonly ActiveFault[];
  /**
   * Ends all faults, or those of one name; requests that one holds back go on.
   *
   * @throws SandboxError `bad-fault` where no fault has this name.
   */
  deleteFaults(name?: Fault['fault']): void;
  /** From now on launches show these pages, until the next reset. @throws SandboxError `bad-option` */
  usePages(pages: PageKind): void;
  /** Ends the session's access token. @throws SandboxError `unknown-session` */
  expireSession(sessionId: string): void;
  /** Revokes the session. @throws SandboxError `unknown-session` */
  revokeSession(sessionId: string): void;
  /** Makes the session's access token stale, as a refresh elsewhere would. @throws SandboxError `unknown-session`, `session-revoked` */
  rotateSession(sessionId: string): void;
}

/** The control plane over this state. */
export function createControlPlane(state: SandboxState): ControlPlane {
  return {
    stats: () => state.counters.read(),
    reset: () => resetState(state),
    listWorkspaces: () => state.workspaces.map(({ id, name, resources }) => ({ id, name, resources })),
    addFault(fault) {
      const active = state.faults.add(readFault(fault));
      state.frames.tellAll();
      return active;
    },
    listFaults: () => state.faults.list(),
    deleteFaults: (name) => state.faults.delete(name === undefined ? undefined : readFaultName(name)),
    usePages(pages) {
      state.pages = readPageKind(pages);
    },
    expireSession: (id) => state.sessions.expire(find(state, id)),
    revokeSession: (id) => state.sessions.revoke(find(state, id)),
    rotateSession(id) {
      const session = find(state, id);
      if (session.revoked)
        throw new SandboxError(
          'session-revoked',
          'The session was revoked; its token is refused already. Mint another one.',
        );
      state.sessions.renew(session);
    },
  };
}

function find(state: SandboxState, id: string): Session {
  const session = state.sessions.find(id);
  if (session === undefined)
    throw new SandboxError(
      'unknown-session',
      'No such session. Take its session_id from the mint, and note that a reset forgets all sessions.',
    );
  return session;
}
