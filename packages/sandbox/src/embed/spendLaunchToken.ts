import { launchPagesByType } from '@meshes-embed/core/protocol';
import type { SandboxState } from '../state/sandboxState.ts';
import type { Session } from '../state/sessions.ts';

/**
 * Spends a launch token (contract §4): the first request with it ends it, whatever comes of that request.
 *
 * @param page - the page that the address names.
 * @returns whether the launch is good: in time, for the first time, for a live session, to a page that its type may see.
 */
export function spendLaunchToken({ clock, faults }: SandboxState, session: Session, page: string): boolean {
  const pages: readonly string[] = launchPagesByType[session.grant.sessionType];
  const spent = session.launchSpent && faults.take('launch-reusable', session.id) === undefined;
  const good = !spent && !session.revoked && session.launchExpiresAt > clock.now() && pages.includes(page);
  session.launchSpent = true;
  return good && faults.take('launch-expired', session.id) === undefined;
}
