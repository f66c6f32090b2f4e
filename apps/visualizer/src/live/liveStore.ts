import type { InspectorHail, InspectorMessage, InspectorWelcome, TraceEvent } from '@meshes-embed/core/inspect';
import type { View } from '../trace/viewFacts.ts';

/** An embed of the connected page, as far as it was told. */
export interface LiveEmbed {
  readonly title: string;
  readonly connection: string;
  readonly connected: boolean;
  readonly trace: readonly TraceEvent[];
  /** By the trace's positions; null where a step was taken before the connection. */
  readonly views: readonly (View | null)[];
}

/** What is known of the page that opened this one. */
export interface LiveState {
  /** The origin that this page was told to look into; null where it was opened by itself. */
  readonly host: string | null;
  readonly embeds: readonly LiveEmbed[];
}

/** A store that the screen can follow. */
export interface LiveStore {
  readonly getState: () => LiveState;
  readonly subscribe: (listener: () => void) => () => void;
}

/** How often the page is hailed: it, too, may be reloaded at any time. ms */
const hailPause = 1_000;

const isWelcome = (data: unknown): data is InspectorWelcome =>
  typeof data === 'object' &&
  data !== null &&
  (data as { type?: unknown }).type === 'meshes-inspector:welcome' &&
  typeof (data as { connection?: unknown }).connection === 'string';

/** The embed after a message of its own. */
function heard(embed: LiveEmbed, message: InspectorMessage): LiveEmbed {
  if (message.type === 'meshes-inspector:bye') return { ...embed, connected: false };
  if (message.type === 'meshes-inspector:hello') {
    return {
      ...embed,
      trace: message.trace,
      views: message.trace.map((_event, at) => (at === message.trace.length - 1 ? message.view : null)),
    };
  }
  // Another embed in the same place counts from 0 again.
  const { trace, views } = message.event.index === 0 ? { trace: [], views: [] } : embed;
  return { ...embed, trace: [...trace, message.event], views: [...views, message.view] };
}

/**
 * Looks into the page that opened this window, which has to be of the origin that the address names. Nothing is taken
 * from any other window or origin, and nothing but hails is ever sent.
 */
export function createLiveStore(search: string, opener: Window | null): LiveStore {
  const named = new URLSearchParams(search).get('host');
  const host = opener !== null && named !== null && URL.canParse(named) ? new URL(named).origin : null;
  const listeners = new Set<() => void>();
  let state: LiveState = { host, embeds: [] };

  function change(embeds: readonly LiveEmbed[]): void {
    state = { host, embeds };
    for (const listener of listeners) listener();
  }
  function hail(): void {
    const connections = state.embeds.filter(({ connected }) => connected).map(({ connection }) => connection);
    opener?.postMessage({ type: 'meshes-inspector:hail', version: 1, connections } satisfies InspectorHail, host!);
  }
  function welcome({ connection, title }: InspectorWelcome, port: MessagePort): void {
    const place = state.embeds.findIndex((one) => one.title === title);
    const fresh: LiveEmbed = { title, connection, connected: true, trace: [], views: [] };
    change(place < 0 ? [...state.embeds, fresh] : state.embeds.with(place, fresh));
    port.addEventListener('message', ({ data }: MessageEvent<InspectorMessage>) =>
      change(state.embeds.map((one) => (one.connection === connection ? heard(one, data) : one))),
    );
    port.start();
  }

  if (host !== null) {
    addEventListener('message', ({ origin, source, data, ports: [port] }) => {
      if (origin === host && source === opener && port && isWelcome(data)) welcome(data, port);
    });
    hail();
    setInterval(hail, hailPause);
  }
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
