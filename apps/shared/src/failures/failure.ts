import type { MeshesEmbedOptions } from '@meshes-embed/core';
import type { CauseCode, Symptom } from '@meshes-embed/core/diagnostics';
import type { Fault } from '@meshes-embed/sandbox';
import type { ScreenSettings } from '../screenSettings.ts';

/** What the embed of a failure is given besides, or otherwise than usual. */
export type FailureOptions = Pick<MeshesEmbedOptions, 'endpoint' | 'page' | 'minHeight' | 'expected'>;

/** How a failure is arranged. What is not named stays as it should be. */
export interface Arrangement {
  /** The sandbox misbehaves so. */
  readonly faults?: readonly Fault[];
  /** The sample backend makes this mistake with sessions, so often. */
  readonly answer?: { readonly name: string; readonly times?: number };
  /** Done to the session in use, as by someone else. */
  readonly session?: 'revoke' | 'rotate';
  /** Who is signed in. */
  readonly settings?: Partial<ScreenSettings>;
  readonly options?: FailureOptions;
  /** A style sheet that the page has besides, and every open shadow root that is there by then. */
  readonly sheet?: string;
  /** A Content-Security-Policy that the page gets from a `<meta>`. */
  readonly policy?: string;
  /** What the page does with the embed at last, and how often. */
  readonly calls?: { readonly name: 'refresh' | 'relaunch'; readonly times: number };
  /** Parameters of the page's own address, for what only its server can arrange. */
  readonly address?: string;
  /** The host under which the page is loaded instead of its own. */
  readonly host?: string;
}

/** One way in which an embed can fail, to be produced on demand. */
export interface Failure {
  readonly code: CauseCode;
  readonly row: Symptom;
  /** In a user's words. */
  readonly title: string;
  /** What happens, in one sentence. */
  readonly happens: string;
  /**
   * `cured` it is live again by itself · `failed` it ends, and offers another try · `told` it stays in use, and
   * `diagnose()` tells.
   */
  readonly ends: 'cured' | 'failed' | 'told';
  /** Whether it is arranged before the launch, or once the embed is live. */
  readonly at: 'launch' | 'live';
  readonly by: Arrangement;
}
