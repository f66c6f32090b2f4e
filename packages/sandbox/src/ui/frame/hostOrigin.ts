import { isToken } from '@meshes-embed/core/protocol';

/** What a framed document can know of the page around it. */
export interface HostHints {
  /** Who may talk to this embed (contract §2, `allowed_origins`); empty means anyone. */
  readonly hostOrigins: readonly string[];
  /** `location.ancestorOrigins`, the parent first; absent in browsers without it. */
  readonly ancestorOrigins?: ArrayLike<string> | undefined;
  /** `document.referrer`: the framing page's address or origin, or empty. */
  readonly referrer: string;
}

/**
 * The `targetOrigin` of everything that this embed posts to its parent: the parent's own origin where it can be known,
 * else the one origin that may frame the embed.
 *
 * `'*'` is left for a parent that cannot be named: no origins at mint, or several, and a browser that tells none. The
 * messages say what the embed needs and how tall it is, and hold nothing secret; who may frame the embed at all is
 * settled by `frame-ancestors`.
 */
export function chooseTargetOrigin(hints: HostHints): string {
  const parent = parentOrigin(hints);
  const { hostOrigins } = hints;
  if (hostOrigins.length === 0) return parent ?? '*';
  if (parent !== null && hostOrigins.includes(parent)) return parent;
  return hostOrigins.length === 1 && hostOrigins[0] ? hostOrigins[0] : '*';
}

/**
 * The token in a message, if the message is the host's `meshes:auth`: sent by the parent window itself, or by another
 * window of its origin (code of a page that has the container in a popup or an iframe of its own posts from the page),
 * from an origin that may talk to this embed, with a token that can be one. Else null, and nothing is said about it.
 */
export function readAuth(
  event: Pick<MessageEvent, 'source' | 'origin' | 'data'>,
  parent: unknown,
  hostOrigins: readonly string[],
  hostOrigin: string | null = null,
): string | null {
  if (event.source === null || (event.source !== parent && event.origin !== hostOrigin)) return null;
  if (hostOrigins.length > 0 && !hostOrigins.includes(event.origin)) return null;
  const data = event.data as { readonly type?: unknown; readonly token?: unknown } | null | undefined;
  return typeof data === 'object' && data?.type === 'meshes:auth' && isToken(data.token) ? data.token : null;
}

/** The origin of the page around this one, where the browser tells it; null else. A parent with an opaque origin is called `'null'`, which no message can be addressed to. */
export function parentOrigin(hints: HostHints): string | null {
  const origin = hints.ancestorOrigins?.[0] ?? originOf(hints.referrer);
  return origin === 'null' ? null : origin;
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}
