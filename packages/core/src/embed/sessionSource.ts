import { endpointSource, type SessionSource } from './endpoint.ts';
import type { EmbedSettings } from './options.ts';

/** Where the next session comes from, and what its launch URL may be. */
export interface CurrentSource extends SessionSource {
  readonly allowInsecureLocalhost: boolean;
}

/** Whether the options say where sessions come from. */
export function hasSource({ endpoint, fetchSession, refreshSession }: EmbedSettings): boolean {
  return Boolean(endpoint) || Boolean(fetchSession && refreshSession);
}

/** Reads the options at each call: the host's own functions where given, else the endpoint. */
export function createSessionSource(options: () => EmbedSettings): () => CurrentSource {
  const endpoint = endpointSource(() => options().endpoint);
  return () => {
    const { fetchSession, refreshSession, revokeSession, allowInsecureLocalhost = false } = options();
    return {
      allowInsecureLocalhost,
      fetchSession: fetchSession ?? endpoint.fetchSession,
      refreshSession: refreshSession ?? endpoint.refreshSession,
      revokeSession: revokeSession ?? endpoint.revokeSession,
    };
  };
}
