import { launchPagesByType } from '@meshes-embed/core/protocol';
import type { Session } from '../../state/sessions.ts';
import type { SessionInfo } from '../../wire.ts';
import type { Workspace } from '../../workspaces/workspace.ts';
import { canEdit } from './guards.ts';

/** Whom an access token stands for. */
export function describeSession(session: Session, workspace: Workspace): SessionInfo {
  const { grant } = session;
  return {
    session_id: session.id,
    workspace: { id: workspace.id, name: workspace.name },
    role: grant.role,
    session_type: grant.sessionType,
    ...(grant.resource !== undefined && { resource: grant.resource }),
    ...(grant.resourceId !== undefined && { resource_id: grant.resourceId }),
    scopes: grant.scopes,
    pages: launchPagesByType[grant.sessionType],
    can_edit: canEdit(session),
  };
}
