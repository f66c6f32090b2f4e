import type { LaunchPage } from '../protocol/pages.ts';
import type { LaunchReason } from './context.ts';

/** Everything that can happen to an embed, but for the ends of actors and deadlines. */
export type EmbedEvent =
  /** The host gave a container. */
  | { readonly type: 'MOUNT' }
  /** The host took the container away. */
  | { readonly type: 'UNMOUNT' }
  /** The host ended the embed for good. */
  | { readonly type: 'DESTROY' }
  /** The host, its user or a changed option asks for a fresh launch. */
  | { readonly type: 'RELAUNCH'; readonly page?: LaunchPage | undefined; readonly reason: LaunchReason }
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
  /** `meshes:navigate` */
  | { readonly type: 'NAVIGATE'; readonly page: string | null }
  /** `meshes:resize`, at most one for each frame that is drawn. CSS px */
  | { readonly type: 'RESIZE'; readonly height: number }
  /** The iframe fired `load`; `foreign` where its address was changed behind our back. */
  | { readonly type: 'LOADED'; readonly foreign: boolean }
  /** The page's Content-Security-Policy blocked the iframe. */
  | { readonly type: 'BLOCKED' }
  /** The page may have slept: it became visible, was focused, resumed, or came back from the back/forward cache. */
  | { readonly type: 'WAKE' }
  /** The network came back. */
  | { readonly type: 'ONLINE' }
  /** The state's deadline is over; the machine says so to itself. */
  | { readonly type: 'DUE'; readonly woke: boolean };
