import type {
  ReadyMessage,
  ResizeMessage,
  TokenExpiredMessage,
  TokenRefreshMessage,
} from '@meshes-embed/core/protocol';

/** embed → host, as this embed writes it. The contract leaves the payload open (§5); `path` is the page's path. */
export interface MovedMessage {
  readonly type: 'meshes:navigate';
  readonly path: string;
}

/** Everything that this embed says to its host (contract §5). */
export type OutgoingMessage = ReadyMessage | TokenRefreshMessage | TokenExpiredMessage | MovedMessage | ResizeMessage;
