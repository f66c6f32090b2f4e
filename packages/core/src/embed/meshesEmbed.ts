import type { DiagnosticReport } from '../diagnostics/report.ts';
import type { TraceEvent } from '../inspect/traceEvent.ts';
import type { LaunchPage } from '../protocol/pages.ts';
import type { EmbedView } from '../view/view.ts';
import type { MeshesEmbedOptions } from './options.ts';

/** How an embed is mounted. */
export interface MountOptions {
  /** Where in the container the iframe goes, such as something in its shadow root; default the container itself. */
  readonly place?: Element | ShadowRoot | undefined;
  /**
   * Whether the embed stays as it is when it is taken out while its container is still in the page: so React's Activity
   * hides what it will show again. It then lives as long as its token does. Default false.
   */
  readonly keepInPage?: boolean | undefined;
}

/** How an embed is parked. */
export interface ParkOptions {
  /**
   * Whether it is put back at once if its container is still in the page when the code that runs now has ended. For a
   * framework that says the same of what it hides and of what it takes out. Default false.
   */
  readonly leaving?: boolean | undefined;
}

/** How an embed is preloaded. */
export interface PreloadOptions {
  /** The width that it will have. CSS px; default that of the page */
  readonly width?: number | undefined;
}

/** One embed of one workspace. Made by `createMeshesEmbed`; costs nothing until it is mounted. */
export interface MeshesEmbed {
  /**
   * Puts the iframe inside the container, and a session with it. Call the result to take it out again; taken out and
   * put in within one task counts as never taken out, so that a framework's double mount costs one session. Another
   * container takes over from the former one, with a fresh launch where the iframe was there already. It waits while the
   * page is only being prerendered, and while the options say nothing of where sessions come from.
   *
   * @throws MeshesEmbedError `bad-container` where it is no element, `destroyed` after `destroy`.
   */
  mount(container: HTMLElement, options?: MountOptions): () => void;
  /**
   * Changes options. Only what is named changes; `undefined` sets the default again. Another `page` is launched unless
   * the embed is there, another `endpoint` or `identity` always; all else applies in place, or from the next launch on,
   * and never reloads the iframe.
   *
   * @throws MeshesEmbedError `bad-option`; nothing has changed then. Production builds refuse only what no embed could live with.
   */
  update(options: Partial<MeshesEmbedOptions>): void;
  /** The current view: the same object until something visible changed. */
  getSnapshot(): EmbedView;
  /** Calls the listener after each change of the view, until the result is called. */
  subscribe(listener: () => void): () => void;
  /** Fetches a newer token in place (contract §6). Nothing happens where none is in use. */
  refresh(): void;
  /** Goes to the page's front: launches it, also where the option `page` names it already, unless the embed is just there. */
  goTo(page: LaunchPage): void;
  /**
   * Fresh session, fresh iframe, at the page where the user is or at the given one; also what a retry after `failed` is.
   * What is on screen stays there until the next embed is ready. Nothing happens where it is not mounted.
   */
  relaunch(options?: { readonly page?: LaunchPage }): void;
  /**
   * With the option `keepAlive`: puts the embed out of sight as it is, until an embed for the same `endpoint`, `identity` and
   * `page` is mounted, and is unmounted itself. Call it before its container is taken out of the page: then it is too late.
   *
   * @returns whether it is parked; else nothing has changed, and it leaves as any other
   */
  park(options?: ParkOptions): boolean;
  /**
   * Fetches a session, and launches the embed out of sight where the browser can move it later: for the next one that is
   * mounted for the same `endpoint`, `identity` and `page`. Costs one session, which ends after two minutes, or after
   * `keepAlive`, if no one comes for it. Nothing happens while the page is prerendered, or the user saves data.
   */
  preload(options?: PreloadOptions): void;
  /**
   * Takes what is on screen away and ends its sessions, as before a sign-out: call it while your backend still knows the
   * user. It stays away until `relaunch`, `goTo`, another `identity` or another mount.
   *
   * @returns when each end was answered, whatever the answer was; never rejects.
   */
  signOut(): Promise<void>;
  /**
   * What was seen so far. Redacted. In development builds with the facts, and the checks that are made from them: findings
   * with stable codes, one group per failure of contract §8. In production builds `facts` is null and `checks` is empty:
   * `diagnose(embed)` of `@meshes-embed/core/diagnostics` adds them, in any build.
   */
  diagnose(): DiagnosticReport;
  /** The last 1,000 steps, the oldest first. Redacted. */
  trace(): readonly TraceEvent[];
  /** Calls the listener with each further step, until the result is called. What it throws is reported as an uncaught error. */
  observe(listener: (event: TraceEvent) => void): () => void;
  /** Ends it for good: nothing is sent, called or changed after this. May be called in every state, and again. */
  destroy(): void;
}
