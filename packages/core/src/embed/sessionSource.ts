import { endpointSource, type SessionSource } from './endpoint.ts';
import type { EmbedSettings } from './options.ts';

/** Where the next session comes from, and what its launch URL may be. */
export interface CurrentSource extends SessionSource {
  readonly allowInsecureLocalhost: boolean;
}

/**
 * Reads the options at each call: the host's own functions where given, else the endpoint. An endpoint keeps its
 * grants for as long as its address stays the same.
 */
export function createSessionSource(options: () => EmbedSettings): () => CurrentSource {
  let address: string | undefined;
  let endpoint: SessionSource | undefined;
  return () => {
    const { endpoint: given, fetchSession, refreshSession, allowInsecureLocalhost = false } = options();
    if (given !== undefined && String(given) !== address) {
      address = String(given);
      endpoint = endpointSource(given);
    }
    return {
      allowInsecureLocalhost,
      // The options were checked: where a function is missing, there is an endpoint.
      fetchSession: fetchSession ?? endpoint!.fetchSession,
      refreshSession: refreshSession ?? endpoint!.refreshSession,
    };
  };
}
