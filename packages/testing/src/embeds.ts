import type { LaunchPage } from '@meshes-embed/core';
import { FakeMeshesError } from './fakeMeshesError.ts';
import type { FakeFrame } from './frame/fakeFrame.ts';
import type { Steps } from './steps.ts';

/** An embed from the inside: what its user and its document do. Each step resolves when what follows from it without time has happened. */
export interface EmbedSteps {
  /** Where the embed is, such as `/workspace/rules`. */
  readonly path: string;
  /** How many tokens it took, this document's. The tokens themselves are told to no one. */
  readonly tokensReceived: number;
  /** Its user goes to a page, or to a path such as `/workspace/events/evt_1`. @throws FakeMeshesError `not-live` */
  navigate(page: LaunchPage | `/${string}`): Promise<void>;
  /** Its content has another height. CSS px @throws FakeMeshesError `not-live` */
  resize(height: number): Promise<void>;
  /** Its API answered 401 for the token in use: it asks for a newer one. @throws FakeMeshesError `not-live` */
  askForToken(): Promise<void>;
  /** The life of its token is over: it asks for a newer one, and says that it has none. @throws FakeMeshesError `not-live` */
  expireToken(): Promise<void>;
  /** Its user reloads the iframe, whose launch URL is spent: what comes says nothing. */
  reload(): Promise<void>;
  /** Its document sends any message at all. */
  say(message: unknown): Promise<void>;
}

/** One embed on the page. */
export interface FakeEmbed extends EmbedSteps {
  readonly iframe: HTMLIFrameElement;
  /** The element with `data-meshes-status` that the iframe is in. */
  readonly container: Element | null;
  /** What that says. */
  readonly status: string | null;
  readonly sessionId: string;
}

/** A frame with its session, and how many tokens it had taken. */
export interface FrameInUse {
  readonly frame: FakeFrame;
  readonly sessionId: string;
  readonly tokens: number;
}

/** The frames of one fake. */
export interface EmbedList {
  add(frame: FakeFrame, sessionId: string): void;
  all(): readonly FakeEmbed[];
  /** The only one. @throws FakeMeshesError `no-embed` or `several-embeds` */
  only(): FakeEmbed;
  within(element: Element | ShadowRoot): FakeEmbed;
  /** Those that took a token. */
  inUse(): readonly FrameInUse[];
  /** What the containers on the page say, of embeds that are mounted. */
  statuses(): readonly string[];
  /** Of all frames, those that are gone included. */
  tokensReceived(): number;
  stop(): void;
}

/** The containers of every fake on the page: several may be there. */
const owners = new WeakMap<Element, object>();

/** Keeps the frames of one fake. */
export function createEmbedList(steps: Steps): EmbedList {
  const frames = new Map<FakeFrame, string>();
  const self = {};
  let gone = 0;

  function sweep(): void {
    for (const frame of frames.keys()) {
      if (frame.present()) continue;
      frame.stop();
      gone += frame.tokensReceived();
      frames.delete(frame);
    }
  }
  /** Of each container the newest frame: one that is left behind it only stays until that is ready. */
  function newest(): readonly FakeFrame[] {
    sweep();
    const byContainer = new Map<Element | FakeFrame, FakeFrame>();
    for (const frame of frames.keys()) byContainer.set(containerOf(frame.iframe) ?? frame, frame);
    return [...byContainer.values()].sort((one, other) =>
      placeOf(one.iframe).compareDocumentPosition(placeOf(other.iframe)) & 4 ? -1 : 1,
    );
  }
  function embedOf(frame: FakeFrame): FakeEmbed {
    const step = (name: string, action: () => void): Promise<void> =>
      steps.run(() => {
        if (!frame.present() || frame.tokensReceived() === 0)
          throw new FakeMeshesError(
            'not-live',
            `${name}: the embed has taken no token, so there is no one to do it. Wait for it first: await fake.live()`,
          );
        action();
      });
    return {
      iframe: frame.iframe,
      get container() {
        return containerOf(frame.iframe);
      },
      get status() {
        return containerOf(frame.iframe)?.getAttribute('data-meshes-status') ?? null;
      },
      sessionId: frames.get(frame) ?? '',
      get path() {
        return frame.path();
      },
      get tokensReceived() {
        return frame.tokensReceived();
      },
      navigate: (page) => step('navigate', () => frame.navigate(pathOf(page))),
      resize: (height) => step('resize', () => frame.resize(height)),
      askForToken: () => step('askForToken', frame.unauthorized),
      expireToken: () => step('expireToken', frame.expire),
      reload: () => steps.run(frame.reload),
      say: (message) => steps.run(() => frame.say(message)),
    };
  }
  function onlyOne(found: readonly FakeFrame[], where: string): FakeEmbed {
    const [first] = found;
    if (!first)
      throw new FakeMeshesError('no-embed', `there is no embed ${where}. Wait for it first: await fake.live()`);
    if (found.length > 1)
      throw new FakeMeshesError(
        'several-embeds',
        `there are ${found.length} embeds ${where}. Name one: fake.within(element), or fake.embeds[0]`,
      );
    return embedOf(first);
  }

  return {
    add(frame, sessionId) {
      frames.set(frame, sessionId);
      const container = containerOf(frame.iframe);
      if (container) owners.set(container, self);
    },
    all: () => newest().map(embedOf),
    only: () => onlyOne(newest(), 'on the page'),
    within: (element) =>
      onlyOne(
        newest().filter(({ iframe }) => ancestorsOf(iframe).includes(element)),
        'in that element',
      ),
    inUse: () =>
      newest()
        .filter((frame) => frame.tokensReceived() > 0)
        .map((frame) => ({ frame, sessionId: frames.get(frame)!, tokens: frame.tokensReceived() })),
    statuses() {
      const found = containersIn(document).filter((container) => (owners.get(container) ?? self) === self);
      for (const frame of newest()) {
        const container = containerOf(frame.iframe);
        if (container && !found.includes(container)) found.push(container);
      }
      return found
        .map((container) => container.getAttribute('data-meshes-status')!)
        .filter((status) => status !== 'idle' && status !== 'closed');
    },
    tokensReceived() {
      sweep();
      return [...frames.keys()].reduce((sum, frame) => sum + frame.tokensReceived(), gone);
    },
    stop() {
      for (const frame of frames.keys()) frame.stop();
    },
  };
}

/** A launch page's path, or the path itself. */
function pathOf(page: LaunchPage | `/${string}`): string {
  return page.startsWith('/') ? page : `/workspace/${page}`;
}

/** Out of shadow roots, too; the nearest first. */
function ancestorsOf(node: Node): readonly Node[] {
  const parent = node.parentNode ?? hostOf(node);
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

/** Whose shadow root a node is; null where it is no such root. */
function hostOf(node: Node): Element | null {
  return node.nodeType === 11 ? ((node as Partial<ShadowRoot>).host ?? null) : null;
}

function containerOf(iframe: HTMLIFrameElement): Element | null {
  const found = ancestorsOf(iframe).find(
    (node) => node.nodeType === 1 && (node as Element).hasAttribute('data-meshes-status'),
  );
  return (found as Element | undefined) ?? null;
}

/** The iframe, or the element of the document itself whose shadow tree it is in. */
function placeOf(iframe: HTMLIFrameElement): Node {
  const outermost = ancestorsOf(iframe).findLast((node) => hostOf(node));
  return outermost ? hostOf(outermost)! : iframe;
}

/** Looks into open shadow roots, too. */
function containersIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.hasAttribute('data-meshes-status') ? [element] : []),
    ...(element.shadowRoot ? containersIn(element.shadowRoot) : []),
  ]);
}
