import type { EmbedProblem } from '../problem/problem.ts';
import type { EmbedTexts } from '../problem/texts.ts';
import type { TraceEvent } from '../inspect/traceEvent.ts';
import type { LaunchReason, RefreshReason } from '../machine/context.ts';
import type { NavigateMessage } from '../protocol/messages.ts';
import type { LaunchPage, SessionRole } from '../protocol/pages.ts';
import type { LaunchSession, RefreshedSession } from '../session/session.ts';
import type { EmbedStatus } from '../view/view.ts';

/** What `fetchSession` is told. */
export interface FetchSessionContext {
  readonly page: LaunchPage;
  readonly reason: LaunchReason;
  /** Aborted as soon as the answer is of no use any more. */
  readonly signal: AbortSignal;
}

/** What `refreshSession` is told. */
export interface RefreshSessionContext {
  readonly sessionId: string;
  readonly reason: RefreshReason;
  /** Aborted as soon as the answer is of no use any more. */
  readonly signal: AbortSignal;
}

/** What `revokeSession` is told. */
export interface RevokeSessionContext {
  readonly sessionId: string;
}

/**
 * What the embed is, and where its sessions come from: give `endpoint`, or `fetchSession` and `refreshSession`. Any
 * option may come later; an embed without a source of sessions waits for one.
 */
export interface EmbedSettings {
  /** The host's own backend route, as `createSessionHandler` of `@meshes-embed/node` serves it. Resolved once, against the page. */
  readonly endpoint?: string | URL | undefined;
  /**
   * Headers of each call to `endpoint`, such as a bearer or CSRF token: an object, or a function that gives one, asked at
   * each call. Another origin's endpoint has to allow them (`allowedHeaders` of the session handler).
   */
  readonly headers?:
    | Readonly<Record<string, string>>
    | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>)
    | undefined;
  /** The `credentials` of each call to `endpoint`; default `include`, which sends cookies to another origin, too. */
  readonly credentials?: 'include' | 'same-origin' | 'omit' | undefined;
  /** Called in place of the page's own `fetch`, for `endpoint`: an instrumented or authenticated client. */
  readonly fetch?: ((url: URL, init: RequestInit) => Promise<Response>) | undefined;
  /**
   * Gets a fresh session from the host's backend. May reject with what the usual clients reject with, or a `Response`:
   * read are `status`, `statusCode` or `response.status`, and `retryAfterMs` or the header `Retry-After`. 408, 425, 429 and
   * 5xx but 501 are tried again, as is a network that failed; any other status ends the try, and so does a mistake in the
   * function itself, such as a `TypeError`. A `code` of `bad-page` says that the session may not see the page: then the
   * dashboard is launched in its place.
   */
  readonly fetchSession?: ((context: FetchSessionContext) => Promise<LaunchSession>) | undefined;
  /** Gets a newer token for the session in use (contract §6). Rejects as {@link EmbedSettings.fetchSession} does. */
  readonly refreshSession?: ((context: RefreshSessionContext) => Promise<RefreshedSession>) | undefined;
  /**
   * Ends a session that is not to be used again: another one took its place, the embed or the page was left, `identity`
   * changed, or `signOut` was called. Best effort: only `signOut` waits for it, and a rejection is ignored. The page may be
   * gone in the next moment, so send it with `keepalive`. With an `endpoint` its route is used.
   */
  readonly revokeSession?: ((context: RevokeSessionContext) => Promise<unknown>) | undefined;
  /** Whether sessions are ended so; default true. With false they end with their tokens. */
  readonly revoke?: boolean | undefined;
  /**
   * Who the session is for: any text, such as the user's and the tenant's id. When it changes, what is on screen goes at
   * once, its session is ended, and a fresh one is fetched.
   */
  readonly identity?: string | undefined;
  /**
   * The page that is wanted; default `dashboard`, also in place of an unknown one, which is told as a problem. Another one
   * later launches it, unless the embed is there already: the user may have gone there (see `onPageChange`).
   */
  readonly page?: LaunchPage | undefined;
  /** The iframe's title for assistive technology; default `Meshes workspace`, also in place of a blank one. */
  readonly title?: string | undefined;
  /** Least height of the iframe in CSS px; default 480. */
  readonly minHeight?: number | undefined;
  /** Greatest height of the iframe in CSS px; default 20,000. Beyond it the embed scrolls inside. */
  readonly maxHeight?: number | undefined;
  /**
   * What the iframe's height follows: its content, or its container, which it then fills and in which it scrolls. Default
   * `content`. With `container` the least height is 0 by default, and reported heights are told and not applied.
   */
  readonly fit?: 'content' | 'container' | undefined;
  /** How long the embed may take to say ready after its document has loaded, in ms; default 15,000. Longer at each further try. */
  readonly readyTimeout?: number | undefined;
  /** The iframe's `allow` attribute, from the next launch on; default `clipboard-write`, which the embed's copy buttons need. */
  readonly allow?: string | undefined;
  /** The iframe's `sandbox` attribute, from the next launch on; none by default. Must hold what the embed needs. */
  readonly sandbox?: string | undefined;
  /** The iframe's CSS `color-scheme`; default `normal`. One that differs from the embed's own gives it an opaque box. */
  readonly colorScheme?: string | undefined;
  /** What the session is expected to be; the diagnosis tells where it differs. */
  readonly expected?:
    | { readonly workspaceId?: string | undefined; readonly role?: SessionRole | undefined }
    | undefined;
  /** The toolkit's own words to a user, in place of the English ones; those that are not given stay. */
  readonly texts?: Partial<EmbedTexts> | undefined;
  /** Admits a `launch_url` by plain http on loopback, for development; default false. */
  readonly allowInsecureLocalhost?: boolean | undefined;
}

/** What the host may listen to. What a callback throws is reported as an uncaught error and disturbs nothing else. */
export interface EmbedCallbacks {
  readonly onStatusChange?: ((status: EmbedStatus) => void) | undefined;
  /** The embed moved. `page` is text from another origin. */
  readonly onNavigate?: ((message: NavigateMessage) => void) | undefined;
  /**
   * The embed is at another launch page than the option `page` says: its user went there, or `goTo` did. Pass it back as
   * `page`; nothing is launched for it.
   */
  readonly onPageChange?: ((page: LaunchPage) => void) | undefined;
  /** The iframe's height was changed, to so many CSS px. */
  readonly onResize?: ((height: number) => void) | undefined;
  /** Another session, or a newer token of the same one. */
  readonly onSessionChange?: ((session: SessionChange) => void) | undefined;
  /** Something went wrong, also where it is being cured. */
  readonly onProblem?: ((problem: EmbedProblem) => void) | undefined;
  /** Each step as it is taken; holds no token and no launch URL. */
  readonly onTrace?: ((event: TraceEvent) => void) | undefined;
}

/** What is known of a session without its secrets. Times in ms since epoch on this machine's clock. */
export interface SessionChange {
  readonly sessionId: string;
  readonly workspaceId: string | null;
  readonly role: SessionRole | null;
  readonly expiresAt: number;
}

/** All that {@link createMeshesEmbed} takes. */
export interface MeshesEmbedOptions extends EmbedSettings, EmbedCallbacks {}

const settings: Readonly<Record<keyof EmbedSettings, true>> = {
  endpoint: true,
  headers: true,
  credentials: true,
  fetch: true,
  fetchSession: true,
  refreshSession: true,
  revokeSession: true,
  revoke: true,
  identity: true,
  page: true,
  title: true,
  minHeight: true,
  maxHeight: true,
  fit: true,
  readyTimeout: true,
  allow: true,
  sandbox: true,
  colorScheme: true,
  expected: true,
  texts: true,
  allowInsecureLocalhost: true,
};

const callbacks: Readonly<Record<keyof EmbedCallbacks, true>> = {
  onStatusChange: true,
  onNavigate: true,
  onPageChange: true,
  onResize: true,
  onSessionChange: true,
  onProblem: true,
  onTrace: true,
};

/** The name of every setting, which the compiler proves complete; adapters loop over it. */
export const settingNames = Object.keys(settings) as readonly (keyof EmbedSettings)[];

/** The name of every callback, which the compiler proves complete; adapters loop over it. */
export const callbackNames = Object.keys(callbacks) as readonly (keyof EmbedCallbacks)[];
