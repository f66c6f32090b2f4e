import type { EmbedView } from '../view/view.ts';
import type { TraceEvent } from './traceEvent.ts';

/** What an inspector is told over its port; as safe to show as a view and a trace are. */
export type InspectorMessage =
  | {
      readonly type: 'meshes-inspector:hello';
      readonly version: 1;
      readonly trace: readonly TraceEvent[];
      readonly view: EmbedView;
    }
  | { readonly type: 'meshes-inspector:step'; readonly event: TraceEvent; readonly view: EmbedView }
  /** The page goes away, or the host ended the connection. */
  | { readonly type: 'meshes-inspector:bye' };

/** What an inspector says to the page that it wants to look into, again and again: both may be reloaded at any time. */
export interface InspectorHail {
  readonly type: 'meshes-inspector:hail';
  readonly version: 1;
  /** The connections that it has; an embed that gave one of them stays silent. */
  readonly connections: readonly string[];
}

/** An embed's answer to a hail; the port comes with it. */
export interface InspectorWelcome {
  readonly type: 'meshes-inspector:welcome';
  readonly version: 1;
  /** Another one for each port. */
  readonly connection: string;
  /** What the host calls the embed; each embed of a page has another one. */
  readonly title: string;
}

/** Reads a hail field by field: anyone may post anything to a window. */
export function isHail(data: unknown): data is InspectorHail {
  if (typeof data !== 'object' || data === null) return false;
  const { type, version, connections } = data as Partial<InspectorHail>;
  return type === 'meshes-inspector:hail' && version === 1 && Array.isArray(connections);
}
