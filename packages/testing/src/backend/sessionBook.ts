import type { LaunchPage } from '@meshes-embed/core/protocol';
import type { LaunchSession, RefreshedSession } from '@meshes-embed/core/session';
import type { FakeSessionOptions } from '../fakeMeshesOptions.ts';

interface Entry {
  /** The newest token; older ones are stale (contract §6). */
  token: string;
  revoked: boolean;
}

/** What Meshes knows of the sessions of one fake. */
export interface SessionBook {
  mint(page: LaunchPage): LaunchSession;
  /** The session with a newer token; the status that refuses it (contract §2). */
  refresh(sessionId: string): RefreshedSession | 404 | 409;
  revoke(sessionId: string): void;
  /** The life of a token, in ms; null where the embed's API answers 401 for it. */
  lifeOf(sessionId: string, token: string): number | null;
}

/** So many fakes were made: no two give out the same launch URL. */
let books = 0;

/** Opens the book of one fake. @param origin - the embed's */
export function openSessionBook(
  origin: string,
  { workspaceId, role, sessionType, expiresIn }: FakeSessionOptions,
): SessionBook {
  const sessions = new Map<string, Entry>();
  const book = ++books;
  let tokens = 0;

  function refreshed(sessionId: string, entry: Entry): RefreshedSession {
    tokens += 1;
    entry.token = `fake-token-${tokens}`;
    return {
      session_id: sessionId,
      access_token: entry.token,
      expires_in: expiresIn,
      workspace_id: workspaceId,
      role,
      session_type: sessionType,
      ...(sessionType === 'resource' && { resource: 'project', resource_id: 'project-1' }),
    };
  }
  return {
    mint(page) {
      const sessionId = `fake-session-${sessions.size + 1}`;
      const entry = { token: '', revoked: false };
      sessions.set(sessionId, entry);
      return {
        ...refreshed(sessionId, entry),
        launch_url: `${origin}/workspace/${page}?launch=fake-${book}-${sessions.size}`,
      };
    },
    refresh(sessionId) {
      const entry = sessions.get(sessionId);
      if (!entry) return 404;
      return entry.revoked ? 409 : refreshed(sessionId, entry);
    },
    revoke(sessionId) {
      const entry = sessions.get(sessionId);
      if (entry) entry.revoked = true;
    },
    lifeOf(sessionId, token) {
      const entry = sessions.get(sessionId);
      return entry && !entry.revoked && entry.token === token ? expiresIn * 1000 : null;
    },
  };
}
