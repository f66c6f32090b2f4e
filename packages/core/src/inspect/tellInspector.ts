import type { EmbedView } from '../view/view.ts';
import type { InspectorMessage } from './inspectorMessages.ts';
import type { TraceEvent } from './traceEvent.ts';

/** What an inspector looks into: an embed, or whatever knows the same of one. */
export interface InspectorSource {
  getSnapshot(): EmbedView;
  trace(): readonly TraceEvent[];
  /** Calls the listener with each further step, until the result is called. */
  observe(listener: (event: TraceEvent) => void): () => void;
}

/**
 * Tells the trace so far, then each step, over a port. Nothing is listened to.
 *
 * @returns says good-bye and closes the port.
 */
export function tellInspector(embed: InspectorSource, port: MessagePort): () => void {
  const send = (message: InspectorMessage): void => port.postMessage(message);
  let told = true;
  send({ type: 'meshes-inspector:hello', version: 1, trace: embed.trace(), view: embed.getSnapshot() });
  // A step is noted before the view follows it, so the view is read when all that belongs to the step is done.
  const stop = embed.observe((event) =>
    queueMicrotask(() => {
      if (told) send({ type: 'meshes-inspector:step', event, view: embed.getSnapshot() });
    }),
  );
  return () => {
    told = false;
    stop();
    send({ type: 'meshes-inspector:bye' });
    port.close();
  };
}
