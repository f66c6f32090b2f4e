import { isHail, type InspectorWelcome } from './inspectorMessages.ts';
import { tellInspector, type InspectorSource } from './tellInspector.ts';

/** Which inspector may look into an embed, and what it is told that the embed is called. */
export interface InspectorAddress {
  /** The inspector's exact origin. No other one gets anything. */
  readonly origin: string;
  /** Tells the embed from others on the same page. */
  readonly title: string;
}

/**
 * Hands a port to each window of this one origin that hails this page. Hails come again and again, so that a reload on
 * either side costs no more than the next one.
 *
 * @returns ends every connection, and answers no further hail.
 * @throws TypeError if the origin is not one.
 */
export function admitInspector(embed: InspectorSource, { origin, title }: InspectorAddress): () => void {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin)
    throw new TypeError(`connectInspector: expected an exact origin, got ${origin}`);
  const told = new Map<MessageEventSource, { readonly connection: string; readonly stop: () => void }>();

  function answer({ origin: from, source, data }: MessageEvent<unknown>): void {
    if (from !== origin || source === null || !isHail(data)) return;
    const former = told.get(source);
    if (former && data.connections.includes(former.connection)) return;
    former?.stop();
    const { port1, port2 } = new MessageChannel();
    const connection = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
    const welcome: InspectorWelcome = { type: 'meshes-inspector:welcome', version: 1, connection, title };
    source.postMessage(welcome, { targetOrigin: origin, transfer: [port2] });
    told.set(source, { connection, stop: tellInspector(embed, port1) });
  }
  function leave(): void {
    for (const { stop } of told.values()) stop();
    told.clear();
  }

  globalThis.addEventListener('message', answer);
  globalThis.addEventListener('pagehide', leave);
  return () => {
    globalThis.removeEventListener('message', answer);
    globalThis.removeEventListener('pagehide', leave);
    leave();
  };
}
