import type { EmbedView } from '@meshes-embed/core';
import { connectInspector, type InspectorSource, type TraceEvent } from '@meshes-embed/core/inspect';
import { noFacts, type ScreenFacts } from './screenFacts.ts';

/** What an inspector can see of an embed of the screen, fed by the embed's callbacks. */
export interface Inspectable {
  /** Give it to `onTrace`. */
  onTrace(event: TraceEvent): void;
  /** Give it what the other callbacks tell. */
  learn(news: Partial<ScreenFacts>): void;
}

/** Where this tab remembers that its visualizer was opened: after a reload, it is answered again. */
const memory = 'meshes-visualizer';

/** The view as the screen knows it: what no callback told it stays null. */
function viewOf({ session, ...facts }: ScreenFacts): EmbedView {
  return { ...facts, sessionId: session, workspaceId: null, role: null, expiresAt: null };
}

const sources: { readonly title: string; readonly source: InspectorSource }[] = [];
let connected = false;

/** The visualizer's address, where whoever serves the screen says that there is one. */
function visualizerAddress(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="meshes-visualizer"]')?.content ?? null;
}

function connect(): void {
  const address = visualizerAddress();
  if (address === null || connected) return;
  connected = true;
  for (const { title, source } of sources) connectInspector(source, { origin: new URL(address).origin, title });
}

/** Makes an embed of the screen inspectable. Nothing is sent, and nothing listened to, until the visualizer is opened. */
export function inspectable(title: string): Inspectable {
  let trace: TraceEvent[] = [];
  let facts = noFacts;
  const listeners = new Set<(event: TraceEvent) => void>();
  const source: InspectorSource = {
    trace: () => trace,
    getSnapshot: () => viewOf(facts),
    observe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  sources.push({ title, source });
  if (connected) connectInspector(source, { origin: new URL(visualizerAddress()!).origin, title });
  else if (sessionStorage.getItem(memory) !== null) connect();
  return {
    onTrace(event) {
      // Another embed in the same place counts from 0 again.
      if (event.index === 0) [trace, facts] = [[], noFacts];
      trace.push(event);
      for (const listener of listeners) listener(event);
    },
    learn(news) {
      facts = { ...facts, ...news };
    },
  };
}

/** Opens the visualizer, and lets it see every embed of the screen. */
export function openVisualizer(): void {
  const address = visualizerAddress();
  if (address === null) throw new Error('Nobody said where the visualizer is. The demo serves it: npm run demo');
  connect();
  sessionStorage.setItem(memory, 'open');
  open(`${address}/?host=${encodeURIComponent(location.origin)}`, '_blank');
}
