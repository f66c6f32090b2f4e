import { createControlPlane, type ControlPlane } from './control/controlPlane.ts';
import { createEmbedApp } from './embed/app.ts';
import { builtFiles } from './embed/builtFiles.ts';
import { serve } from './http/server.ts';
import { createManagementApp } from './management/app.ts';
import { readOptions, type SandboxOptions } from './sandboxOptions.ts';
import type { Credentials } from './state/credentials.ts';
import { createState } from './state/sandboxState.ts';

/** A running sandbox: where it serves, the machine key that it accepts, and its control plane as methods. */
export interface Sandbox extends ControlPlane, Credentials {
  /** Origin of the management API, whose paths are under `/api/v1`, and of the control plane under `/__sandbox/`. */
  readonly apiUrl: string;
  /** Origin of the embed, as browsers reach it. */
  readonly embedUrl: string;
  /** The seeded workspaces. */
  readonly workspaces: readonly { readonly id: string; readonly name: string }[];
  /** Stops serving, at once. May be called again. */
  close(): Promise<void>;
}

/**
 * Starts Meshes on this machine: the management API and the embed, on two origins, of 127.0.0.1 unless the options say
 * otherwise, with sample data in memory. Resolves once both serve.
 *
 * The embed's pages need to be built for launches, and for launches only; a launch without them says so.
 *
 * @throws SandboxError `bad-option`, or `port-taken` where a port is in use.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { apiPort, embedPort, host, publicEmbedUrl, credentials, seed, now, pages } = readOptions(options);
  const state = createState(credentials, seed, now, pages);
  const control = createControlPlane(state);

  const embed = await serve(createEmbedApp(state, builtFiles), { host, port: embedPort, option: '--embed-port' });
  // Launch URLs name the embed's address, so that is known before the first mint can come.
  state.addresses.embedUrl = publicEmbedUrl ?? embed.url;
  const api = await serve(createManagementApp(state, control), {
    host,
    port: apiPort,
    option: '--api-port',
  }).catch(async (error: unknown) => {
    await embed.close();
    throw error;
  });
  state.addresses.apiUrl = api.url;

  return {
    ...state.addresses,
    ...credentials,
    workspaces: state.workspaces.map(({ id, name }) => ({ id, name })),
    ...control,
    async close() {
      await Promise.all([api.close(), embed.close()]);
    },
  };
}
