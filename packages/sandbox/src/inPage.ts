import { createControlPlane, type ControlPlane } from './control/controlPlane.ts';
import { createEmbedApp } from './embed/app.ts';
import type { EmbedFiles } from './embed/embedFiles.ts';
import { createManagementApp } from './management/app.ts';
import { sandboxCredentials, type Credentials } from './state/credentials.ts';
import { createState } from './state/sandboxState.ts';

export type { EmbedFiles } from './embed/embedFiles.ts';
export type { Fault } from './faults/fault.ts';

/** What a sandbox inside of a page needs. */
export interface InPageOptions {
  /**
   * What launch URLs name: where the embed's requests come to {@link InPageSandbox.embed}, as a service worker hands them
   * on. It may have a path. https, or http on loopback.
   */
  readonly embedUrl: string;
  /** Where the embed's built pages are. */
  readonly files: EmbedFiles;
}

/** A sandbox inside of a page: nothing listens, requests are handed in. */
export interface InPageSandbox extends ControlPlane, Credentials {
  /** Answers a request to the management API, under `/api/v1`. */
  management(request: Request): Promise<Response>;
  /** Answers a request to the embed. Its path is that below {@link InPageOptions.embedUrl}. */
  embed(request: Request): Promise<Response>;
}

/** A sandbox without a server, for a page that shows an embed by itself. Its data last as long as the page. */
export function createSandboxInPage({ embedUrl, files }: InPageOptions): InPageSandbox {
  const state = createState(sandboxCredentials, 1, Date.now, 'full');
  const control = createControlPlane(state);
  state.addresses.embedUrl = embedUrl;
  const embed = createEmbedApp(state, files);
  const management = createManagementApp(state, control);
  return {
    ...sandboxCredentials,
    ...control,
    embed: async (request) => await embed.fetch(request),
    management: async (request) => await management.fetch(request),
  };
}
