import type { SessionRole, SessionType } from '../protocol/pages.ts';

/**
 * A session after a refresh, as Meshes sends it and as the host's backend passes it on: wire JSON, snake_case
 * (contract §2). Only `session_id` and `access_token` are indispensable; the rest may be absent.
 */
export interface RefreshedSession {
  readonly session_id: string;
  /** The session token. Older ones of the same session are refused from now on (contract §6). */
  readonly access_token: string;
  /** Life left when the answer was made, in seconds. */
  readonly expires_in?: number;
  /** The end of the token's life, ISO 8601, by the service's clock. */
  readonly expires_at?: string;
  readonly workspace_id?: string;
  readonly role?: SessionRole;
  readonly session_type?: SessionType;
  readonly resource?: string;
  readonly resource_id?: string;
  /** Signed by the host's own backend; ties the session to its subject and workspace. Opaque to the browser. */
  readonly grant?: string;
}

/** A session as minted: with the address that launches it, once (contract §4). */
export interface LaunchSession extends RefreshedSession {
  /** First document of the iframe. Good for one request, and for 15 to 60 s. */
  readonly launch_url: string;
  /** The end of the launch URL's life, ISO 8601, by the service's clock. */
  readonly launch_expires_at?: string;
}
