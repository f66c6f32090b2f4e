import { assign, createMachine } from 'xstate';

/** What the embed's side is given when it starts. */
export interface FrameInput {
  /** Milliseconds that never run backwards. */
  readonly now: () => number;
}

/** What the embed's side remembers. The token itself is kept by whoever runs the machine, never in here. */
export interface FrameContext extends FrameInput {
  /** How many tokens have been taken. */
  readonly tokens: number;
  /** How often the host was asked for a newer token since the last one came. */
  readonly asks: number;
  /** When the token's life ends, by `now`. ms */
  readonly expiresAt: number;
  /** When a newer token is to be asked for, by `now`. ms */
  readonly refreshAt: number;
}

/** What happens to the embed's side. */
export type FrameEvent =
  /** A well-formed `meshes:auth` came from the host; `life` is what is left of its token, in ms. */
  | { readonly type: 'AUTH'; readonly life: number }
  /** The embed's own API answered 401 for the current token. */
  | { readonly type: 'UNAUTHORIZED' }
  /** The user moved to another page. */
  | { readonly type: 'MOVED'; readonly path: string }
  /** The content's height changed. CSS px */
  | { readonly type: 'RESIZED'; readonly height: number };

/** A newer token is asked for when this share of the life is over. */
const refreshShare = 0.8;

/** First wait for an answer to `meshes:token-refresh`; doubles with each ask, up to the cap. ms */
const askAgainFirst = 5_000;
const askAgainLongest = 60_000;

/** How long the embed waits for its first token before it says so on its page. ms */
const authPatience = 10_000;

/**
 * The embed's own side of the protocol (contract §5, the lines "embed → host"): says ready, waits for the token, asks
 * for a newer one before the end of its life or after a 401, says so when no usable token is left.
 *
 * Touches nothing: `sayReady`, `askForToken`, `sayExpired`, `sayPage` and `sayHeight` are provided by whoever runs it.
 */
export const frameMachine = createMachine(
  {
    id: 'frame',
    types: {} as { context: FrameContext; events: FrameEvent; input: FrameInput },
    context: ({ input }) => ({ now: input.now, tokens: 0, asks: 0, expiresAt: 0, refreshAt: 0 }),
    initial: 'waiting',
    on: {
      AUTH: { target: '.authenticated', actions: 'takeToken', reenter: true },
      MOVED: { actions: 'sayPage' },
      RESIZED: { actions: 'sayHeight' },
    },
    states: {
      waiting: { entry: 'sayReady', after: { authPatience: 'unauthenticated' } },
      unauthenticated: {},
      authenticated: {
        initial: 'fresh',
        after: { expiry: 'expired' },
        states: {
          fresh: { after: { refresh: 'asking' }, on: { UNAUTHORIZED: 'asking' } },
          asking: { entry: ['countAsk', 'askForToken'], after: { askAgain: { target: 'asking', reenter: true } } },
        },
      },
      expired: { entry: 'sayExpired' },
    },
  },
  {
    actions: {
      takeToken: assign(({ context, event }) => {
        const life = event.type === 'AUTH' ? event.life : 0;
        const now = context.now();
        return { tokens: context.tokens + 1, asks: 0, expiresAt: now + life, refreshAt: now + life * refreshShare };
      }),
      countAsk: assign({ asks: ({ context }) => context.asks + 1 }),
    },
    delays: {
      authPatience,
      expiry: ({ context }) => until(context, context.expiresAt),
      refresh: ({ context }) => until(context, context.refreshAt),
      askAgain: ({ context }) => Math.min(askAgainFirst * 2 ** (context.asks - 1), askAgainLongest),
    },
  },
);

/** Milliseconds from now until then; never below zero, and never so long that a timer fires at once. */
function until(context: FrameContext, then: number): number {
  return Math.min(Math.max(0, then - context.now()), 2 ** 31 - 1);
}
