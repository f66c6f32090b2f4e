import type { LaunchSession, MeshesEmbedOptions, RefreshedSession } from '@meshes-embed/core';
import { plainEmbedOrigin } from './plainOrigin.ts';

/** A host's backend in the page itself, whose answers a test may change, and which counts what it was asked. */
export interface PlainBackend {
  /** What an adapter needs to use it. */
  readonly options: MeshesEmbedOptions;
  /** The page of each session that was asked for. */
  readonly launches: readonly string[];
  /** The session of each refresh that was asked for. */
  readonly refreshes: readonly string[];
  /** Every token and launch URL that was given out: none may be found anywhere. */
  readonly secrets: readonly string[];
  /** The signal of the last session asked for. */
  lastSignal(): AbortSignal | undefined;
  /** From now on refuses with this status, and with the time to wait until another try; `null` serves again. ms */
  refuse(status: number | null, retryAfterMs?: number): void;
  /** From now on asks wait until the result is called. */
  hold(): () => void;
}

/** Makes a backend whose sessions launch the plain embed. */
export function createPlainBackend(): PlainBackend {
  const launches: string[] = [];
  const refreshes: string[] = [];
  const secrets: string[] = [];
  let signal: AbortSignal | undefined;
  let refusal: { readonly status: number; readonly retryAfterMs: number | undefined } | null = null;
  let gate: Promise<void> = Promise.resolve();

  async function answer(): Promise<void> {
    await gate;
    if (refusal !== null) throw Object.assign(new Error(`The backend refused with ${refusal.status}.`), refusal);
  }
  function token(): string {
    const made = `token-${crypto.randomUUID()}`;
    secrets.push(made);
    return made;
  }

  const options: MeshesEmbedOptions = {
    allowInsecureLocalhost: true,
    async fetchSession(context): Promise<LaunchSession> {
      signal = context.signal;
      launches.push(context.page);
      const sessionId = `session-${launches.length}`;
      await answer();
      const launchUrl = `${plainEmbedOrigin()}/workspace/${context.page}?launch=${token()}`;
      return {
        session_id: sessionId,
        access_token: token(),
        expires_in: 1800,
        launch_url: launchUrl,
        workspace_id: 'workspace',
        role: 'admin',
      };
    },
    async refreshSession(context): Promise<RefreshedSession> {
      refreshes.push(context.sessionId);
      await answer();
      return { session_id: context.sessionId, access_token: token(), expires_in: 1800 };
    },
  };

  return {
    options,
    launches,
    refreshes,
    secrets,
    lastSignal: () => signal,
    refuse(status, retryAfterMs) {
      refusal = status === null ? null : { status, retryAfterMs };
    },
    hold() {
      let open = (): void => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => open();
    },
  };
}
