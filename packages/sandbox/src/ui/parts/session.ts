import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SessionInfo } from '../../wire.ts';
import type { Workspace } from '../api/workspace.ts';
import type { Router } from '../router.ts';

/** What every page works with. */
export interface Session {
  readonly info: SessionInfo;
  readonly workspace: Workspace;
  readonly router: Router;
}

export const SessionContext = createContext<Session | null>(null);

/** @throws Error outside the signed-in part of the app. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession: expected to be inside SessionContext. Render the page within SignedIn.');
  return session;
}
