import type { DiagnosticReport } from '../diagnostics/report.ts';
import type { TraceEvent } from '../inspect/traceEvent.ts';
import type { LaunchPage } from '../protocol/pages.ts';
import type { EmbedView } from '../view/view.ts';
import type { MeshesEmbedOptions } from './options.ts';

/** One embed of one workspace. Made by `createMeshesEmbed`; costs nothing until it is mounted. */
export interface MeshesEmbed {
  /**
   * Puts the iframe inside the container, and a session with it. Call the result to take it out again; taken out and
   * put in within one task counts as never taken out, so that a framework's double mount costs one session. Another
   * container takes over from the former one, with a fresh launch where the iframe was there already.
   *
   * @throws MeshesEmbedError `bad-container` where it is no element, `destroyed` after `destroy`.
   */
  mount(container: HTMLElement): () => void;
  /**
   * Changes options. Only what is named changes; `undefined` sets the default again. Another `endpoint` or `page`
   * launches afresh; all else applies in place, or from the next launch on, and never reloads the iframe.
   *
   * @throws MeshesEmbedError `bad-option`; nothing has changed then.
   */
  update(options: Partial<MeshesEmbedOptions>): void;
  /** The current view: the same object until something visible changed. */
  getSnapshot(): EmbedView;
  /** Calls the listener after each change of the view, until the result is called. */
  subscribe(listener: () => void): () => void;
  /** Fetches a newer token in place (contract §6). Nothing happens where none is in use. */
  refresh(): void;
  /** Fresh session, fresh iframe; also what a retry after `failed` is. Nothing happens where it is not mounted. */
  relaunch(options?: { readonly page?: LaunchPage }): void;
  /** What was seen so far, as findings with stable codes, one group per failure of contract §8. Redacted. */
  diagnose(): DiagnosticReport;
  /** The last 1,000 steps, the oldest first. Redacted. */
  trace(): readonly TraceEvent[];
  /** Calls the listener with each further step, until the result is called. What it throws is reported as an uncaught error. */
  observe(listener: (event: TraceEvent) => void): () => void;
  /** Ends it for good: nothing is sent, called or changed after this. May be called in every state, and again. */
  destroy(): void;
}
