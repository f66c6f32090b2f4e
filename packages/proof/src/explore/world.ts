import type { HostContext, SessionFacts } from '@meshes-embed/core/machine';
import type { MachineState } from './pureMachine.ts';

/** Something on its way from an iframe to the host: a message, or the iframe's `load`, which is neither lost nor doubled. */
export interface ToHost {
  readonly type: 'ready' | 'token-refresh' | 'token-expired' | 'navigate' | 'resize' | 'load';
  /** Which document of the iframe it is of, from 1. */
  readonly document: number;
  /** `load`: whether the iframe's address was changed. */
  readonly foreign?: boolean;
  readonly path?: string;
  /** CSS px */
  readonly height?: number;
  /** Whether it was delivered once already. */
  readonly doubled?: boolean;
}

/** A `meshes:auth` on its way to an iframe. */
export interface ToFrame {
  readonly token: number;
  /** When its life ends. ms */
  readonly endsAt: number;
  readonly doubled?: boolean;
}

/** An iframe in the page. */
export interface Iframe {
  readonly id: number;
  /** Documents that it has loaded, or begun to. */
  document: number;
  /** The embed's own machine in the current document; null where that is no embed. */
  frame: MachineState | null;
  /** The token that the embed took last; 0 before any. */
  taken: number;
  toHost: readonly ToHost[];
  toFrame: readonly ToFrame[];
  /** The newest document of which the host was told anything but its `load`. */
  heardOf: number;
  /** The newest document whose `load` the host was told of. */
  loadedOf: number;
  /** When the host was told of a ready last; whether on top of another one; whether a `load` came since. */
  readyAt: number;
  readyRepeated: boolean;
  loadedSince: boolean;
  /** Whether what the host was told lets it take the current document for one that said ready. */
  trusted: boolean;
  /** Whether anything else was said since the last ready. */
  heardSince: boolean;
  /**
   * Whether no host can know that the current document is not the embed: its `load` came as that of the embed's own
   * document does; and that said ready once more, and something else, before, as an embed that reloads itself does, or the
   * embed of the launch before said nothing after its ready, either.
   */
  mistakable: boolean;
  /** The token that was posted to it last; 0 before any. */
  posted: number;
}

/** A call to the backend that is not answered. */
export interface PendingCall {
  readonly kind: 'fetch' | 'refresh';
  readonly reason: string;
  /** The session to refresh. */
  readonly session: SessionFacts | null;
  /** XState's id of the actor. */
  readonly actorId: string;
}

/** Both machines and all that is around them, at some time. Times are in ms. A step makes a new one. */
export interface World {
  now: number;
  host: MachineState;
  call: PendingCall | null;
  /** The iframe that is launched or in use. */
  current: Iframe | null;
  /** The one that stays on screen meanwhile, and whether it said something then. */
  kept: Iframe | null;
  keptHasMessages: boolean;
  online: boolean;
  /** Whether the host gave a container, whether the machine was told, whether that is hidden, and whether the user signed out. */
  mounted: boolean;
  begun: boolean;
  hidden: boolean;
  signedOut: boolean;
  destroyed: boolean;
  /** So many tokens came so far, and so many iframes; their numbers are from 1. */
  tokens: number;
  iframes: number;
  /** The token that was posted last, to whichever iframe. */
  posted: number;
  /** Whether the iframe that went last said nothing once it had its token. */
  quietBefore: boolean;
  /** When launches and refreshes that no one asked for were answered, in the last ten minutes. */
  recoveries: readonly number[];
  refreshes: readonly number[];
  /** What was done in the last step. */
  actions: readonly string[];
  /** The rule that the last step broke, in words; null where it kept all. */
  broken: string | null;
}

export const limitWindowMs = 600_000;

/** A machine's memory. */
export const contextOf = ({ snapshot }: MachineState): HostContext => snapshot.context as HostContext;

/** The innermost state, `launching.opening`. */
export function stateOf({ snapshot: { value } }: MachineState): string {
  if (typeof value === 'string') return value;
  const [[outer, inner]] = Object.entries(value as object) as [[string, string]];
  return `${outer}.${inner}`;
}

/** When the token ends that a session's object stands for. */
export function endOfToken(context: HostContext): number {
  return context.receivedAt + (context.session?.ttlMs ?? 0);
}

const copyOf = (iframe: Iframe | null): Iframe | null => iframe && { ...iframe };

/** The same world, to be changed. */
export function forked(world: World): World {
  return {
    ...world,
    current: copyOf(world.current),
    kept: copyOf(world.kept),
    actions: [],
    broken: null,
  };
}
