import type { EmbedStatus } from '@meshes-embed/core';
import { createFakeBackend, type FakeBackend, type FakeCall } from './backend/fakeBackend.ts';
import { answerPageFetch } from './backend/pageFetch.ts';
import { openSessionBook } from './backend/sessionBook.ts';
import { sessionFunctions, type FakeSessionFunctions } from './backend/sessionFunctions.ts';
import { askSessionRoute, type FetchArguments } from './backend/sessionRoute.ts';
import { createEmbedList, type EmbedSteps, type FakeEmbed } from './embeds.ts';
import { failureCodes, failureOf, type FailureCode } from './failures.ts';
import { FakeMeshesError } from './fakeMeshesError.ts';
import { checkFakeOptions, type FakeMeshesOptions } from './fakeMeshesOptions.ts';
import { createLaunches } from './launches.ts';
import { createSteps } from './steps.ts';

/** Where the fake embed is: a name that no one can own, so that nothing could ever be loaded from it. */
const embedOrigin = 'https://embed.meshes.test';

/** Meshes and your backend, inside of the page. Its steps are those of the only embed on it; where there are several, name one. */
export interface FakeMeshes extends EmbedSteps {
  /** For the component: `fetchSession`, `refreshSession` and `revokeSession`. */
  readonly options: FakeSessionFunctions;
  /** For the component's option `fetch`, beside an `endpoint`: answers as your session route would. */
  readonly fetch: (url: URL | string, init?: RequestInit) => Promise<Response>;
  readonly backend: FakeBackend;
  /** What the backend was asked, in its order. */
  readonly calls: readonly FakeCall[];
  /** The embeds that are on the page, in their order there; of each the newest document. */
  readonly embeds: readonly FakeEmbed[];
  /**
   * The embed in an element of the page, such as the component's container or one around it.
   *
   * @throws FakeMeshesError `no-embed` or `several-embeds`
   */
  within(element: Element | ShadowRoot): FakeEmbed;
  /**
   * Waits until so many embeds are there, and all of them live; and until their first height is applied.
   *
   * @param count - at least so many; default 1
   * @throws FakeMeshesError `timeout`, saying what was seen.
   */
  live(count?: number): Promise<void>;
  /**
   * Waits until an embed has this status, which stands on its container as `data-meshes-status`.
   *
   * @throws FakeMeshesError `timeout`, saying what was seen.
   */
  status(status: EmbedStatus): Promise<void>;
  /**
   * Brings every embed to a problem, by what leads to it in production: the backend answers so, the iframe is removed or
   * reloaded, a session is revoked. Before the first embed it is arranged, and happens as soon as one comes. Lasts until
   * {@link FakeMeshes.recover}. Resolves when it has happened; what takes time, as silence does, is for your clock to bring.
   */
  fail(code: FailureCode): Promise<void>;
  /** All is well from now on: press "Try again", and the embed comes back. */
  recover(): void;
  /** Ends it: the page is as it was before, embeds that are left say nothing any more. May be called again. */
  restore(): void;
  [Symbol.dispose](): void;
}

/**
 * Makes a fake of Meshes and of your backend for tests and stories: it drives the real component by the messages of the
 * protocol, in the page itself, without a network and without a document that is loaded. Prints nothing, and takes no time.
 *
 * @throws FakeMeshesError `bad-option`
 */
export function fakeMeshes(options: FakeMeshesOptions = {}): FakeMeshes {
  checkFakeOptions(options);
  const {
    workspaceId = '00000000-0000-4000-8000-000000000001',
    role = 'member',
    sessionType = 'workspace',
    expiresIn = 1800,
    height = 640,
    endpoint,
    fails,
  } = options;
  const book = openSessionBook(embedOrigin, { workspaceId, role, sessionType, expiresIn });
  const steps = createSteps(options);
  const embeds = createEmbedList(steps);
  const launches = createLaunches({ origin: embedOrigin, book, embeds, role, height });
  const backend = createFakeBackend(book, sessionType, launches.give);
  const asRoute = (mount: URL) => (call: FetchArguments) => askSessionRoute(backend, mount, call);
  const giveFetchBack = endpoint === undefined ? null : answerPageFetch(asRoute(new URL(endpoint, document.baseURI)));
  let ended = false;

  async function route(url: URL | string, init?: RequestInit): Promise<Response> {
    const { href } = new URL(String(url), document.baseURI);
    // Without an endpoint of its own it answers any route.
    const mount = new URL(endpoint ?? href.replace(/\/sessions(\/.*)?$/, ''), document.baseURI);
    const response = await asRoute(mount)([href, init]);
    if (response) return response;
    throw new FakeMeshesError('bad-option', 'fetch: expected a call of the session route, got another address');
  }
  const arrange = (code: FailureCode): void => failureOf(code).arrange({ backend, launches });
  if (fails) arrange(fails);

  function alive(): void {
    if (ended) throw new FakeMeshesError('restored', 'it was restored. Make another one for each test.');
  }
  function seen(): string {
    const statuses = embeds.statuses();
    const asked = backend.calls.map(({ kind }) => kind).join(', ');
    return `the backend was asked for ${asked || 'nothing'}${backend.waiting ? `, and holds ${backend.waiting} of its answers` : ''}; embeds on the page: ${statuses.join(', ') || 'none'}.${asked || statuses.length > 0 ? '' : ' Is the component mounted, with `fake.options` or with the `endpoint` that the fake was given?'}`;
  }
  const waitFor = (holds: () => boolean, what: string): Promise<void> =>
    steps.until(holds, () => `for ${what}: ${seen()}`);
  const reached = (status: EmbedStatus): Promise<void> =>
    waitFor(() => embeds.statuses().includes(status), `an embed to be ${status}`);

  const fake: FakeMeshes = {
    options: sessionFunctions(backend),
    fetch: route,
    backend: {
      fail: backend.fail,
      hold: backend.hold,
      answer: () =>
        steps.run(() => {
          backend.release();
        }),
      recover: backend.recover,
      get waiting() {
        return backend.waiting;
      },
    },
    calls: backend.calls,
    get embeds() {
      return embeds.all();
    },
    within: embeds.within,
    live: (count = 1) =>
      steps.run(async () => {
        alive();
        await waitFor(
          () => {
            const statuses = embeds.statuses();
            return statuses.length >= count && statuses.every((status) => status === 'live');
          },
          `${count === 1 ? 'a live embed' : `${count} live embeds`}`,
        );
      }),
    status: (status) =>
      steps.run(async () => {
        alive();
        await reached(status);
      }),
    fail: (code) =>
      steps.run(async () => {
        alive();
        if (!failureCodes.includes(code))
          throw new FakeMeshesError('bad-option', `fail: expected one of ${failureCodes.join(', ')}, got another code`);
        const { by, comesTo } = failureOf(code);
        const before = embeds.inUse();
        const former = new Set(before.map(({ frame }) => frame));
        const asked = backend.calls.length;
        arrange(code);
        for (const { frame, sessionId } of before) {
          if (by === 'removal') frame.iframe.remove();
          else if (by === 'reload') frame.reload();
          else {
            if (code === 'session-revoked') book.revoke(sessionId);
            frame.unauthorized();
          }
        }
        if (comesTo === null || embeds.statuses().length === 0) return;
        await waitFor(
          () =>
            (before.length === 0 || backend.calls.length > asked) &&
            embeds.statuses().every((status) => status === comesTo) &&
            (comesTo !== 'live' || embeds.inUse().every(({ frame }) => !former.has(frame))),
          `${code}, which ends in ${comesTo}`,
        );
      }),
    recover() {
      launches.setHabits({});
      launches.revokeSignedIn(false);
      backend.recover();
    },
    restore() {
      if (ended) return;
      ended = true;
      backend.release();
      embeds.stop();
      launches.end();
      giveFetchBack?.();
    },
    [Symbol.dispose]: () => fake.restore(),
    get path() {
      return embeds.only().path;
    },
    get tokensReceived() {
      return embeds.tokensReceived();
    },
    navigate: (page) => embeds.only().navigate(page),
    resize: (to) => embeds.only().resize(to),
    askForToken: () => embeds.only().askForToken(),
    expireToken: () => embeds.only().expireToken(),
    reload: () => embeds.only().reload(),
    say: (message) => embeds.only().say(message),
  };
  return fake;
}
