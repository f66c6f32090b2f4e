import type { Context } from 'hono';
import type { Session } from '../../state/sessions.ts';
import type { Workspace } from '../../workspaces/workspace.ts';

/** What every request of the embed's API knows once its token was found good. */
export interface ApiEnvironment {
  Variables: {
    readonly session: Session;
    readonly workspace: Workspace;
  };
}

/** A request of the embed's API. */
export type ApiContext = Context<ApiEnvironment>;
