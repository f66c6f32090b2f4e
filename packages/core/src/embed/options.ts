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
 * The settings of an embed, and where its sessions come from: give `endpoint`, or `fetchSession` and `refreshSession`. Any
 * setting may come later; an embed without a source of sessions waits for one. The first paragraph and the default of each
 * are its row in the READMEs: `npm run docs` writes the tables.
 */
export interface EmbedSettings {
  /**
   * The session route of your backend, as `createSessionHandler` of `@meshes-embed/node` serves it. A relative URL is
   * resolved against the page. Another one later launches again; without one, the embed waits.
   */
  readonly endpoint?: string | URL | undefined;
  /**
   * Headers of each call to `endpoint`, such as a bearer or CSRF token. A function is called before each request and may be
   * async.
   *
   * @remarks Another origin's endpoint has to allow them (`allowedHeaders` of the session handler).
   */
  readonly headers?:
    | Readonly<Record<string, string>>
    | (() => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>)
    | undefined;
  /**
   * The `credentials` of each call to `endpoint`. The default sends cookies to another origin, too.
   *
   * @defaultValue `'include'`
   */
  readonly credentials?: 'include' | 'same-origin' | 'omit' | undefined;
  /**
   * Called in place of the page's own `fetch` for `endpoint`: an instrumented or authenticated client.
   *
   * @defaultValue the page's own
   */
  readonly fetch?: ((url: URL, init: RequestInit) => Promise<Response>) | undefined;
  /**
   * Gets a new session from your backend. Give it and `refreshSession` in place of `endpoint`.
   *
   * @remarks May reject with what the usual clients reject with (ky, axios, ofetch, tRPC, Supabase functions), or with a `Response`:
   * its status is read, and `retryAfterMs` or the header `Retry-After`. 408, 425, 429 and 5xx but 501 are tried again,
   * and so is a network failure. Any other status ends the try, and so does a mistake in the function itself, such as a
   * `TypeError`. A `code` of `bad-page` says that the session may not see the page: the dashboard is launched instead.
   */
  readonly fetchSession?: ((context: FetchSessionContext) => Promise<LaunchSession>) | undefined;
  /**
   * Gets a newer token for the current session.
   *
   * @remarks See contract §6. Rejects as {@link EmbedSettings.fetchSession} does.
   */
  readonly refreshSession?: ((context: RefreshSessionContext) => Promise<RefreshedSession>) | undefined;
  /**
   * Ends a session on your backend that is not used again. Send the request with `keepalive`: the page may be gone in the next
   * moment. With an `endpoint`, its route does this.
   *
   * @remarks Called when another session took its place, when the embed or the page was left, when `identity` changed, and by
   * `signOut`. Best effort: only `signOut` waits for it, and a rejection is ignored.
   */
  readonly revokeSession?: ((context: RevokeSessionContext) => Promise<unknown>) | undefined;
  /**
   * Whether a session is ended once another one took its place, the embed or the page was left, or the user signed out. With
   * `false` it ends with its token.
   *
   * @defaultValue `true`
   */
  readonly revoke?: boolean | undefined;
  /**
   * Who the session is for, such as the user's and the tenant's id. When it changes, the embed is removed at once, its session
   * is ended, and a new one is launched.
   */
  readonly identity?: string | undefined;
  /**
   * How long an embed that leaves the page is kept out of sight, in ms, so that the next one for the same `endpoint`,
   * `identity` and `page` is there at once; `true` for as long as its session lives.
   *
   * @remarks At most three are kept in a document. What ends a session ends them: sign-out, another `identity`. Where the
   * browser cannot move an iframe, the embed is launched again.
   * @defaultValue not at all
   */
  readonly keepAlive?: number | true | undefined;
  /**
   * Launches the embed out of sight, at its container's width, and shows it once this is false. Nothing happens while the user
   * saves data or has a slow line.
   *
   * @defaultValue `false`
   */
  readonly preload?: boolean | undefined;
  /**
   * The page to show: `dashboard`, `connections`, `rules` or `events`. When it changes, that page is launched, unless the
   * embed is there already. An unknown page is the dashboard, and is reported as a problem.
   *
   * @defaultValue `'dashboard'`
   */
  readonly page?: LaunchPage | undefined;
  /**
   * The iframe's title, for assistive technology.
   *
   * @defaultValue `'Meshes workspace'`
   */
  readonly title?: string | undefined;
  /**
   * Minimum height of the iframe in CSS px. The same space is reserved while it loads.
   *
   * @defaultValue `480`; `0` with `fit: 'container'`
   */
  readonly minHeight?: number | undefined;
  /**
   * Maximum height of the iframe in CSS px. Beyond it, the embed scrolls inside.
   *
   * @defaultValue `20000`
   */
  readonly maxHeight?: number | undefined;
  /**
   * What the iframe's height follows: its content, or its container, which it then fills and in which it scrolls. With
   * `'container'`, the heights that the embed reports are passed on and not applied.
   *
   * @defaultValue `'content'`
   */
  readonly fit?: 'content' | 'container' | undefined;
  /**
   * How long the embed may take to report ready after its document has loaded, in ms. Each further try gets longer.
   *
   * @defaultValue `15000`
   */
  readonly readyTimeout?: number | undefined;
  /**
   * The iframe's `allow` attribute, from the next launch on. The embed's copy buttons need the default.
   *
   * @defaultValue `'clipboard-write'`
   */
  readonly allow?: string | undefined;
  /**
   * The iframe's `sandbox` attribute, from the next launch on. A value in which the embed could not run is refused.
   *
   * @defaultValue no attribute
   */
  readonly sandbox?: string | undefined;
  /**
   * The iframe's CSS `color-scheme`. If it differs from the embed's own, the browser gives the iframe an opaque background.
   *
   * @defaultValue `'normal'`
   */
  readonly colorScheme?: string | undefined;
  /** What the session should be. `diagnose()` reports a mismatch. */
  readonly expected?:
    | { readonly workspaceId?: string | undefined; readonly role?: SessionRole | undefined }
    | undefined;
  /**
   * What users read, in your own words or language: any of `defaultTexts` of `@meshes-embed/core/diagnostics`.
   *
   * @defaultValue English
   */
  readonly texts?: Partial<EmbedTexts> | undefined;
  /**
   * Allows an `http:` launch URL on localhost. For development only.
   *
   * @defaultValue `false`
   */
  readonly allowInsecureLocalhost?: boolean | undefined;
}

/** What the host may listen to. What a callback throws is reported as an uncaught error and disturbs nothing else. */
export interface EmbedCallbacks {
  /**
   * The status changed: `idle`, `minting`, `launching`, `live`, `refreshing`, `recovering`, `failed` or `closed`.
   */
  readonly onStatusChange?: ((status: EmbedStatus) => void) | undefined;
  /** The embed moved to another path. `page` is text from another origin: show it, never follow it. */
  readonly onNavigate?: ((message: NavigateMessage) => void) | undefined;
  /**
   * The embed is at another page than the setting `page` says: its user or `goTo` went there. Pass it back as `page`; this
   * launches nothing.
   */
  readonly onPageChange?: ((page: LaunchPage) => void) | undefined;
  /** The iframe got another height, in CSS px. */
  readonly onResize?: ((height: number) => void) | undefined;
  /**
   * There is another session, or a newer token of the same one: `sessionId`, `workspaceId`, `role` and `expiresAt`, in ms since
   * the epoch on this machine's clock.
   */
  readonly onSessionChange?: ((session: SessionChange) => void) | undefined;
  /**
   * Something went wrong; `final` says whether the embed has given up or still tries. `code` is stable, `userMessage` is for
   * the user, `message` and `remedy` are for developers, `docs` is where it is explained. In production builds `message` is the
   * code with what was seen, and `remedy` is the address in `docs`.
   */
  readonly onProblem?: ((problem: EmbedProblem) => void) | undefined;
  /** A step of the embed was taken. Holds no token and no launch URL. */
  readonly onTrace?: ((event: TraceEvent) => void) | undefined;
}

/** What is known of a session without its secrets. Times in ms since epoch on this machine's clock. */
export interface SessionChange {
  readonly sessionId: string;
  readonly workspaceId: string | null;
  readonly role: SessionRole | null;
  readonly expiresAt: number;
}

/**
 * Where sessions come from: `endpoint`, or `fetchSession` and `refreshSession`. One of both has to be named. Its value may
 * be undefined for as long as it is not known.
 */
export type EmbedSource =
  | {
      readonly fetchSession: EmbedSettings['fetchSession'];
      readonly refreshSession: EmbedSettings['refreshSession'];
    }
  // The last one is what the compiler says is missing.
  | { readonly endpoint: EmbedSettings['endpoint'] };

/** All that {@link createMeshesEmbed} takes. */
export type MeshesEmbedOptions = EmbedSettings & EmbedCallbacks & EmbedSource;

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
  keepAlive: true,
  preload: true,
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
