import { frameMachine } from '@meshes-embed/core/machine';
import { createActor, type Actor } from 'xstate';
import { drawPage } from './drawPage.ts';
import { createFrameClock } from './frameClock.ts';

/** The `load` events that count: those of launched documents, and not of the empty one. */
const loads = new WeakSet<Event>();

/** How a launched document behaves. */
export interface FrameHabits {
  /** Whether it loads at all. */
  readonly loads: boolean;
  /** Whether it says anything once it has loaded. */
  readonly speaks: boolean;
}

/** What a document is launched with. */
export interface FakeFrameOptions {
  /** The embed's origin, which its messages come from. */
  readonly origin: string;
  readonly path: string;
  readonly role: string;
  /** What it reports with its first token. CSS px */
  readonly height: number;
  readonly habits: FrameHabits;
  /** What is left of a token's life, in ms; null where the embed's API refuses it. */
  readonly lifeOf: (token: string) => number | null;
  /** The first token was taken. */
  readonly onSignedIn: () => void;
}

/** A document in an iframe that runs the embed's side of the protocol, or is silent. */
export interface FakeFrame {
  readonly iframe: HTMLIFrameElement;
  /** The page's window, which the messages are sent to. */
  readonly view: Window;
  readonly path: () => string;
  /** How many tokens it took. */
  readonly tokensReceived: () => number;
  /** Whether its iframe is still there, with the same window. */
  present(): boolean;
  navigate(path: string): void;
  resize(height: number): void;
  /** The embed's API answered 401 for the token in use. */
  unauthorized(): void;
  /** The token's life is over: all time until then has gone by for the embed. */
  expire(): void;
  /** The user reloads the iframe: the launch URL is spent, and the document that comes says nothing (contract §4). */
  reload(): void;
  /** Sends any message. */
  say(message: unknown): void;
  stop(): void;
  /** The iframe goes to another address. */
  close(): void;
}

/** Opens the document of a launch in an iframe that stays at its empty one. */
export function openFakeFrame(
  iframe: HTMLIFrameElement,
  { origin, path: launchPath, role, height: firstHeight, habits, lifeOf, onSignedIn }: FakeFrameOptions,
): FakeFrame {
  const view = iframe.ownerDocument.defaultView as Window & typeof globalThis;
  const frameWindow = iframe.contentWindow!;
  const clock = createFrameClock();
  let path = launchPath;
  let height = firstHeight;
  let tokens = 0;
  let running = habits.loads && habits.speaks;

  /** Sent as `postMessage` would: in its own task, as a copy, from the iframe's window and the embed's origin. */
  function say(message: unknown): void {
    void Promise.resolve().then(() => {
      if (!present()) return stop();
      view.dispatchEvent(
        new view.MessageEvent('message', { data: structuredCopy(message), origin, source: frameWindow }),
      );
    });
  }
  /** Made when it is used: XState takes what is made within another machine's action for a part of that. */
  let actor: Actor<typeof frameMachine> | null = null;

  function take(message: unknown): void {
    const { type, token } = Object(message) as { readonly type?: unknown; readonly token?: unknown };
    if (!running || type !== 'meshes:auth' || typeof token !== 'string') return;
    tokens += 1;
    const ttlMs = lifeOf(token);
    actor?.send({ type: 'AUTH', ttlMs: ttlMs ?? 0 });
    if (ttlMs === null) return unauthorized();
    if (tokens > 1) return;
    move(path);
    resize(height);
    onSignedIn();
  }
  function move(to: string): void {
    path = to;
    draw();
    actor?.send({ type: 'MOVED', path });
  }
  function resize(to: number): void {
    height = to;
    actor?.send({ type: 'RESIZED', height });
  }
  function unauthorized(): void {
    actor?.send({ type: 'UNAUTHORIZED' });
  }

  /** Browsers drop, and say on the console, what is posted to another origin than the document's; here that is the fake's. */
  function listen(): void {
    Object.defineProperty(frameWindow, 'postMessage', {
      configurable: true,
      writable: true,
      value(message: unknown, target?: unknown) {
        const to = typeof target === 'string' ? target : (Object(target) as { targetOrigin?: unknown }).targetOrigin;
        if (to !== origin && to !== '*') return;
        const copy = structuredCopy(message);
        void Promise.resolve().then(() => take(copy));
      },
    });
  }
  function draw(): void {
    const { contentDocument } = iframe;
    if (contentDocument?.body) drawPage(contentDocument, { path, role });
  }
  function load(): void {
    const event = new view.Event('load');
    loads.add(event);
    iframe.dispatchEvent(event);
  }
  function present(): boolean {
    return iframe.isConnected && iframe.contentWindow === frameWindow;
  }
  function onLoad(event: Event): void {
    if (loads.has(event)) return;
    // Some engines load the empty document a moment later, and put a new one in its place.
    event.stopImmediatePropagation();
    listen();
    if (tokens > 0) draw();
  }
  function start(): void {
    const machine = frameMachine.provide({
      actions: {
        sayReady: () => say({ type: 'meshes:ready' }),
        requestToken: () => say({ type: 'meshes:token-refresh' }),
        sayExpired: () => say({ type: 'meshes:token-expired' }),
        sayPage: () => say({ type: 'meshes:navigate', path }),
        sayHeight: () => say({ type: 'meshes:resize', height }),
      },
    });
    actor = createActor(machine, { clock, input: { now: clock.now } }).start();
  }
  function stop(): void {
    running = false;
    actor?.stop();
  }

  iframe.addEventListener('load', onLoad, true);
  listen();
  void Promise.resolve().then(() => {
    if (!habits.loads || !present()) return;
    if (running) start();
    // A document's scripts run before its `load`, in most engines.
    void Promise.resolve().then(() => present() && load());
  });

  return {
    iframe,
    view,
    path: () => path,
    tokensReceived: () => tokens,
    present,
    navigate: move,
    resize,
    unauthorized,
    expire() {
      if (actor) clock.skip(Math.max(0, actor.getSnapshot().context.expiresAt - clock.now()));
    },
    reload() {
      stop();
      iframe.contentDocument?.body?.replaceChildren('Invalid or expired embed launch token');
      load();
    },
    say,
    stop,
    close() {
      stop();
      iframe.removeEventListener('load', onLoad, true);
    },
  };
}

/** As it arrives: a copy, of what can be copied. */
function structuredCopy(message: unknown): unknown {
  // Some test environments have no structuredClone; the protocol's messages are JSON.
  return typeof structuredClone === 'function' ? structuredClone(message) : JSON.parse(JSON.stringify(message));
}
