import { isoTime } from '../state/clock.ts';
import type { Session } from '../state/sessions.ts';

/** The answer to a refresh (contract §2): no launch fields, and optional fields absent rather than null. */
export function refreshAnswer(session: Session, accessToken: string) {
  return {
    session_id: session.id,
    access_token: accessToken,
    expires_in: session.grant.ttlSeconds,
    expires_at: isoTime(session.expiresAt),
    workspace_id: session.grant.workspaceId,
    role: session.grant.role,
    session_type: session.grant.sessionType,
    ...resourceFields(session),
  };
}

/** The answer to a mint (contract §2): a refresh's, and how to launch. */
export function mintAnswer(session: Session, accessToken: string, embedUrl: string) {
  return {
    ...refreshAnswer(session, accessToken),
    launch_token: session.launchToken,
    launch_url: `${embedUrl}/workspace/${session.grant.launchPage}?launch=${session.launchToken}`,
    launch_expires_at: isoTime(session.launchExpiresAt),
  };
}

/** A session as lists show it (contract §2): nothing that opens anything. */
export function listRecord(session: Session, isExpired: boolean) {
  const { grant } = session;
  return {
    session_id: session.id,
    workspace_id: grant.workspaceId,
    role: grant.role,
    session_type: grant.sessionType,
    ...(grant.externalUserId !== undefined && { external_user_id: grant.externalUserId }),
    ...resourceFields(session),
    status: session.revoked ? 'revoked' : 'active',
    created_at: isoTime(session.createdAt),
    expires_at: isoTime(session.expiresAt),
    is_expired: isExpired,
  };
}

function resourceFields({ grant }: Session) {
  return {
    ...(grant.resource !== undefined && { resource: grant.resource }),
    ...(grant.resourceId !== undefined && { resource_id: grant.resourceId }),
  };
}
