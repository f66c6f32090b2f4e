import type { EmbedMessage } from '../protocol/messages.ts';
import type { LaunchPage } from '../protocol/pages.ts';
import type { LaunchReason } from './context.ts';

/** Everything that can happen to an embed, but for the ends of actors and deadlines. */
export type HostEvent =
  /** The host gave a container, and what a session needs. The page is the one that it wants. */
  | { readonly type: 'MOUNT'; readonly page?: LaunchPage | undefined }
  /** The host took the container away. */
  | { readonly type: 'UNMOUNT' }
  /** The container is hidden in the page, and comes back as it is (React's Activity). */
  | { readonly type: 'HIDE' }
  /** The hidden container is shown again, or what was parked has a container. */
  | { readonly type: 'SHOW' }
  /** The iframe was put out of sight, where it goes on until then at most. ms by `now` */
  | { readonly type: 'PARK'; readonly until: number }
  /** A session is wanted for an embed that no one looks at yet. ms by `now` */
  | { readonly type: 'PRELOAD'; readonly page: LaunchPage; readonly until: number }
  /** The user signed out: what is on screen is not theirs any more. */
  | { readonly type: 'SIGN_OUT' }
  /** The host ended the embed for good. */
  | { readonly type: 'DESTROY' }
  /** The host wants another page; `front` where it wants that page's front, also from its details. */
  | { readonly type: 'PAGE'; readonly page: LaunchPage; readonly front?: boolean }
  /** The host or its user asks for a fresh launch, or a changed option does. */
  | { readonly type: 'RELAUNCH'; readonly page?: LaunchPage | undefined; readonly reason: LaunchReason }
  /** Another user or tenant: what is on screen is not theirs. */
  | { readonly type: 'IDENTITY'; readonly page: LaunchPage }
  /** The host asks for a newer token. */
  | { readonly type: 'REFRESH' }
  /** The least and the greatest height were changed. CSS px */
  | { readonly type: 'BOUNDS'; readonly min: number; readonly max: number }
  /** `meshes:ready` */
  | { readonly type: 'READY' }
  /** `meshes:token-refresh` */
  | { readonly type: 'TOKEN_REFRESH' }
  /** `meshes:token-expired` */
  | { readonly type: 'TOKEN_EXPIRED' }
  /** `meshes:navigate`, at most two for each frame that is drawn. */
  | { readonly type: 'NAVIGATE'; readonly page: string | null }
  /** `meshes:resize`, at most one for each frame that is drawn. CSS px */
  | { readonly type: 'RESIZE'; readonly height: number }
  /** A height that is held has not been reported again for a while; the machine says so to itself. */
  | { readonly type: 'CALM' }
  /** The iframe fired `load`; `foreign` where its address was changed behind our back. */
  | { readonly type: 'LOADED'; readonly foreign: boolean }
  /** The iframe was taken out of the page by another script. */
  | { readonly type: 'LOST' }
  /** The iframe was put elsewhere in the page, which loads it again: its launch URL is spent (contract §4). */
  | { readonly type: 'MOVED' }
  /** The same, or a `load`, of the document that stays on screen while another one is launched. */
  | { readonly type: 'FRONT_LOST' }
  /** The page's Content-Security-Policy blocked the iframe. */
  | { readonly type: 'BLOCKED' }
  /** The page's Cross-Origin-Embedder-Policy blocked the iframe. */
  | { readonly type: 'ISOLATED' }
  /** The page's Content-Security-Policy blocked the call for a session. */
  | { readonly type: 'CALL_BLOCKED' }
  /** The embed said something, whatever it was: it runs, and time has gone by. */
  | { readonly type: 'HEARD' }
  /** The page may have slept: it became visible, was focused, resumed, or came back from the back/forward cache. */
  | { readonly type: 'WAKE' }
  /** The network came back. */
  | { readonly type: 'ONLINE' }
  /** The state's deadline is over; the machine says so to itself. */
  | { readonly type: 'DEADLINE'; readonly woke: boolean }
  /** Something that the machine named could not be done: an exception, reported by the code that did it. */
  | { readonly type: 'BROKEN' };

/** The events of one type. */
export type EventOf<Type extends HostEvent['type']> = Extract<HostEvent, { type: Type }>;

/** The embed's messages that carry nothing, as events. */
export const plainEvents = {
  'meshes:ready': 'READY',
  'meshes:token-refresh': 'TOKEN_REFRESH',
  'meshes:token-expired': 'TOKEN_EXPIRED',
} as const satisfies Partial<Record<EmbedMessage['type'], HostEvent['type']>>;
