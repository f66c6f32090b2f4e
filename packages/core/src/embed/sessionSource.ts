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

const missing = (): Promise<never> => Promise.reject(Object.assign(new Error('no source of sessions'), { code: 'source-missing' }));

/**
 * Reads the options at each call: the host's own functions where given, else the endpoint. An endpoint keeps its
 * grants for as long as its address stays the same.
 */
export function createSessionSource(options: () => EmbedSettings): () => CurrentSource {
  let address: string | undefined;
  let endpoint: SessionSource | undefined;
  return () => {
    const { endpoint: given, fetchSession, refreshSession, revokeSession, allowInsecureLocalhost = false } = options();
    if (given && String(given) !== address) {
      address = String(given);
      endpoint = endpointSource(given);
    }
    const source = given ? endpoint : undefined;
    return {
      allowInsecureLocalhost,
      fetchSession: fetchSession ?? source?.fetchSession ?? missing,
      refreshSession: refreshSession ?? source?.refreshSession ?? missing,
      revokeSession: revokeSession ?? source?.revokeSession ?? missing,
    };
  };
}
