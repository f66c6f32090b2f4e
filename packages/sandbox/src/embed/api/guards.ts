import { launchPagesByType, type LaunchPage } from '@meshes-embed/core/protocol';
import type { MiddlewareHandler } from 'hono';
import { ApiError } from '../../http/apiError.ts';
import type { Session } from '../../state/sessions.ts';
import type { ApiEnvironment } from './apiContext.ts';

/** Whether the session may change anything: admins and owners, but in no dashboard session (contract §3: read-only). */
export function canEdit({ grant }: Session): boolean {
  return grant.role !== 'member' && grant.sessionType !== 'dashboard';
}

/** Lets a request pass whose session may see this page (contract §3); else 403. */
export function requirePage(page: LaunchPage): MiddlewareHandler<ApiEnvironment> {
  return async (c, next) => {
    const { sessionType } = c.var.session.grant;
    if (!launchPagesByType[sessionType].includes(page))
      throw new ApiError(403, `A ${sessionType} session has no ${page} page`);
    await next();
  };
}

/** Lets a request pass whose session may change things; else 403. */
export const requireEdit: MiddlewareHandler<ApiEnvironment> = async (c, next) => {
  const { role, sessionType } = c.var.session.grant;
  if (!canEdit(c.var.session))
    throw new ApiError(
      403,
      `Changes need the role admin or owner in a workspace or resource session; this is a ${role} in a ${sessionType} session`,
    );
  await next();
};
