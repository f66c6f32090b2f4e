import type { MiddlewareHandler } from 'hono';
import { ApiError } from '../../http/apiError.ts';
import { bearerToken } from '../../http/bearerToken.ts';
import type { TokenCheck, TokenRefusal } from '../../state/accessTokens.ts';
import { findWorkspace, type SandboxState } from '../../state/sandboxState.ts';
import type { ApiEnvironment } from './apiContext.ts';

/** In the words of contract §8. */
const refusals: Readonly<Record<TokenRefusal, string>> = {
  missing: 'Authentication required',
  malformed: 'Authentication required: not a session token',
  forgotten: 'Authentication required: the sandbox was reset since',
  stale: 'Stale session token: the session was refreshed, use the newer token',
  expired: 'Session token expired',
  revoked: 'Session revoked',
};

/**
 * Lets a request pass whose access token is the session's current one (contract §6); else 401. Counts both, but for the
 * last calls of a page that was opened before a reset: they would count for the test after it.
 */
export function requireAccessToken(state: SandboxState): MiddlewareHandler<ApiEnvironment> {
  return async (c, next) => {
    const result = takeStale(state, await state.tokens.check(bearerToken(c)));
    if (!result.ok && result.reason === 'forgotten') throw refusal('forgotten');
    state.counters.count('apiCalls');
    const workspace = result.ok ? findWorkspace(state, result.session.grant.workspaceId) : undefined;
    if (!result.ok || workspace === undefined) {
      state.counters.count('apiUnauthorized', result.session?.id);
      throw refusal(result.ok ? 'malformed' : result.reason);
    }
    c.set('session', result.session);
    c.set('workspace', workspace);
    await next();
  };
}

function refusal(reason: TokenRefusal): ApiError {
  return new ApiError(401, refusals[reason], { code: `token-${reason}` }, { 'WWW-Authenticate': 'Bearer' });
}

/** Acts out `stale-accepted`. */
function takeStale({ faults, sessions }: SandboxState, result: TokenCheck): TokenCheck {
  if (result.ok || result.reason !== 'stale' || result.session === undefined || sessions.isExpired(result.session))
    return result;
  return faults.take('stale-accepted', result.session.id) === undefined
    ? result
    : { ok: true, session: result.session };
}
