import { endpointSource, type SessionSource } from './endpoint.ts';
import type { EmbedSettings } from './options.ts';

/** Where the next session comes from, and what its launch URL may be. */
export interface CurrentSource extends Omit<SessionSource, 'revokeSession'> {
  /** Where the endpoint was asked last; undefined before, and without one. */
  readonly address: string | undefined;
  /** Missing where sessions are left to end with their tokens. */
  readonly revokeSession: SessionSource['revokeSession'] | undefined;
  readonly allowInsecureLocalhost: boolean;
}

/** Whether the options say where sessions come from. */
export function hasSource({ endpoint, fetchSession, refreshSession }: EmbedSettings): boolean {
  return Boolean(endpoint) || Boolean(fetchSession && refreshSession);
}

/** Reads the options at each call: the host's own functions where given, else the endpoint. */
export function createSessionSource(options: () => EmbedSettings): () => CurrentSource {
  const endpoint = endpointSource(options);
  return () => {
    const { fetchSession, refreshSession, revokeSession, revoke = true, allowInsecureLocalhost = false } = options();
    return {
      allowInsecureLocalhost,
      address: endpoint.address(),
      fetchSession: fetchSession ?? endpoint.fetchSession,
      refreshSession: refreshSession ?? endpoint.refreshSession,
      revokeSession: revoke ? (revokeSession ?? endpoint.revokeSession) : undefined,
    };
  };
}
