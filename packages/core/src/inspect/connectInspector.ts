import type { MeshesEmbed } from '../embed/meshesEmbed.ts';
import type { EmbedView } from '../view/view.ts';
import type { TraceEvent } from './traceEvent.ts';

/** What an inspector is told; as safe to show as a view and a trace are. */
export type InspectorMessage =
  | { readonly type: 'meshes-inspector:hello'; readonly version: 1; readonly trace: readonly TraceEvent[]; readonly view: EmbedView }
  | { readonly type: 'meshes-inspector:step'; readonly event: TraceEvent; readonly view: EmbedView };

/**
 * Tells an inspector, over a port that the host handed to it, what the embed does: the trace so far, then each step.
 * The host decides whom it gives the port's other end; nothing is sent anywhere else, and nothing is listened to.
 *
 * @returns ends the connection and closes the port.
 */
export function connectInspector(embed: Pick<MeshesEmbed, 'getSnapshot' | 'trace' | 'observe'>, port: MessagePort): () => void {
  const send = (message: InspectorMessage): void => port.postMessage(message);
  send({ type: 'meshes-inspector:hello', version: 1, trace: embed.trace(), view: embed.getSnapshot() });
  const stop = embed.observe((event) => send({ type: 'meshes-inspector:step', event, view: embed.getSnapshot() }));
  return () => {
    stop();
    port.close();
  };
}
