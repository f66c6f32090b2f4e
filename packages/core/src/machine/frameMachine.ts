import { assign, createMachine } from 'xstate';

/** What the embed's side is given when it starts. */
export interface FrameInput {
  /** Milliseconds that never run backwards. */
  readonly now: () => number;
}

/** What the embed's side remembers. The token itself is kept by the code that runs the machine, never in here. */
export interface FrameContext extends FrameInput {
  /** How many tokens have been taken. */
  readonly tokens: number;
  /** How often the host was asked for a newer token since the last one came. */
  readonly requests: number;
  /** When the token's life ends, by `now`. ms */
  readonly expiresAt: number;
  /** When a newer token is to be asked for, by `now`. ms */
  readonly refreshAt: number;
}

/** What happens to the embed's side. */
export type FrameEvent =
  /** A well-formed `meshes:auth` came from the host; `ttlMs` is what is left of its token, in ms. */
  | { readonly type: 'AUTH'; readonly ttlMs: number }
  /** The embed's own API answered 401 for the current token. */
  | { readonly type: 'UNAUTHORIZED' }
  /** The user moved to another page. */
  | { readonly type: 'MOVED'; readonly path: string }
  /** The content's height changed. CSS px */
  | { readonly type: 'RESIZED'; readonly height: number };

/** All that the code that runs the embed's side provides: what it says to its host. */
export interface FrameImplementations {
  readonly actions: {
    readonly sayReady: () => void;
    readonly requestToken: () => void;
    readonly sayExpired: () => void;
    readonly sayPage: (args: object, parameters: { readonly path: string }) => void;
    readonly sayHeight: (args: object, parameters: { readonly height: number }) => void;
  };
}

/** Every action that the table has by name. */
type FrameAction =
  | { type: Exclude<keyof FrameImplementations['actions'], 'sayPage' | 'sayHeight'> | 'takeToken' | 'countRequest' }
  | { type: 'sayPage'; params: { readonly path: string } }
  | { type: 'sayHeight'; params: { readonly height: number } };

/** A newer token is asked for when this share of the life is over. */
const refreshShare = 0.8;

/** First wait for an answer to `meshes:token-refresh`; doubles with each request, up to the cap. ms */
const requestAgainBaseMs = 5_000;
const requestAgainMaxMs = 60_000;

/** How long the embed waits for its first token before it says so on its page. ms */
const authTimeoutMs = 10_000;

/**
 * The embed's own side of the protocol (contract §5, the lines "embed → host").
 *
 * What it must keep: it says ready before anything else; it requests a newer token before the end of the one that it has,
 * or after a 401; it takes whichever token came last (§6); and it says so when no usable one is left.
 *
 * 1. `waiting`. `sayReady`; the host has to answer with `meshes:auth`. After a while without it the page says so to its
 *    user (`unauthenticated`); AUTH is taken all the same.
 * 2. `authenticated.fresh`. `takeToken` noted the end of the token's life.
 * 3. `authenticated.asking`. Most of its life is over, or the API answered UNAUTHORIZED: `requestToken`, and again, later
 *    each time. AUTH leads back to 2.
 * 4. `expired`. No newer token came in time: `sayExpired`. AUTH leads back to 2.
 *
 * At any time MOVED and RESIZED are told to the host: `sayPage`, `sayHeight`.
 *
 * Touches nothing: the code that runs it provides {@link FrameImplementations}.
 */
export const frameMachine = createMachine(
  {
    id: 'frame',
    types: {} as {
      context: FrameContext;
      events: FrameEvent;
      input: FrameInput;
      actions: FrameAction;
      delays: 'authTimeout' | 'expiry' | 'refresh' | 'requestAgain';
    },
    context: ({ input }) => ({ now: input.now, tokens: 0, requests: 0, expiresAt: 0, refreshAt: 0 }),
    initial: 'waiting',
    on: {
      AUTH: { target: '.authenticated', actions: 'takeToken', reenter: true },
      MOVED: { actions: { type: 'sayPage', params: ({ event: { path } }) => ({ path }) } },
      RESIZED: { actions: { type: 'sayHeight', params: ({ event: { height } }) => ({ height }) } },
    },
    states: {
      waiting: { entry: 'sayReady', after: { authTimeout: 'unauthenticated' } },
      unauthenticated: {},
      authenticated: {
        initial: 'fresh',
        after: { expiry: 'expired' },
        states: {
          fresh: { after: { refresh: 'asking' }, on: { UNAUTHORIZED: 'asking' } },
          asking: {
            entry: ['countRequest', 'requestToken'],
            after: { requestAgain: { target: 'asking', reenter: true } },
          },
        },
      },
      expired: { entry: 'sayExpired' },
    },
  },
  {
    actions: {
      takeToken: assign(({ context, event }) => {
        const ttlMs = event.type === 'AUTH' ? event.ttlMs : 0;
        const now = context.now();
        return {
          tokens: context.tokens + 1,
          requests: 0,
          expiresAt: now + ttlMs,
          refreshAt: now + ttlMs * refreshShare,
        };
      }),
      countRequest: assign({ requests: ({ context }) => context.requests + 1 }),
    },
    delays: {
      authTimeout: authTimeoutMs,
      expiry: ({ context }) => until(context, context.expiresAt),
      refresh: ({ context }) => until(context, context.refreshAt),
      requestAgain: ({ context }) => Math.min(requestAgainBaseMs * 2 ** (context.requests - 1), requestAgainMaxMs),
    },
  },
);

/** Milliseconds from now until then; never below zero, and never so long that a timer fires at once. */
function until(context: FrameContext, then: number): number {
  return Math.min(Math.max(0, then - context.now()), 2 ** 31 - 1);
}
