/** embed → host: the embed can take the token now. May come more than once; each is answered (contract §5). */
export interface ReadyMessage {
  readonly type: 'meshes:ready';
}

/** host → embed: the current access token. Only after `meshes:ready`, and again after each refresh (contract §5). */
export interface AuthMessage {
  readonly type: 'meshes:auth';
  readonly token: string;
}

/** embed → host: the embed needs a newer token (contract §5). */
export interface TokenRefreshMessage {
  readonly type: 'meshes:token-refresh';
}

/** embed → host: the embed has no usable token any more (contract §5). */
export interface TokenExpiredMessage {
  readonly type: 'meshes:token-expired';
}

/**
 * embed → host: the embed moved between its pages. The contract leaves the payload open (§5): an optional string
 * `path`, else `page`, is read; the rest is kept as it came, in `rest`, and never acted on.
 */
export interface NavigateMessage {
  readonly type: 'meshes:navigate';
  /** Where the embed says it is. Text from another origin: show it as text, never follow it. */
  readonly page: string | null;
  /** The message's data, untouched. */
  readonly rest: unknown;
}

/** embed → host: the height of the embed's content in CSS px (contract §5). Finite and above zero. */
export interface ResizeMessage {
  readonly type: 'meshes:resize';
  readonly height: number;
}

/** Everything the embed says that the host understands. */
export type EmbedMessage = ReadyMessage | TokenRefreshMessage | TokenExpiredMessage | NavigateMessage | ResizeMessage;

/** Every type in {@link EmbedMessage}; a record, so that the compiler proves it complete. */
export const embedMessageTypes: Readonly<Record<EmbedMessage['type'], true>> = {
  'meshes:ready': true,
  'meshes:token-refresh': true,
  'meshes:token-expired': true,
  'meshes:navigate': true,
  'meshes:resize': true,
};
