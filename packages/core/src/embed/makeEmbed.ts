import { evidenceOf } from '../diagnostics/evidence.ts';
import type { DiagnosticReport } from '../diagnostics/report.ts';
import type { TraceEvent } from '../inspect/traceEvent.ts';
import { preloadLifeMs } from '../machine/limits.ts';
import type { LaunchPage } from '../protocol/pages.ts';
import { createListeners } from '../shared/listeners.ts';
import { idleView } from '../view/view.ts';
import { canMove } from './canMove.ts';
import { boundsOf, pageOf, pageProblem } from './defaults.ts';
import type { DeveloperWords } from './developerWords.ts';
import { createEngine, type EngineHost } from './engine.ts';
import { createHeldMove } from './heldMove.ts';
import { createKnownPage } from './knownPage.ts';
import type { MeshesEmbed, MountOptions, ParkOptions } from './meshesEmbed.ts';
import { MeshesEmbedError } from './meshesEmbedError.ts';
import type { MeshesEmbedOptions } from './options.ts';
import {
  endParked,
  openPlace,
  park,
  parkedAs,
  parkedFor,
  parkedOf,
  sizeOf,
  takeParked,
  type ParkedSize,
} from './parkingLot.ts';
import { hasSource } from './sessionSource.ts';
import { isSlowLine } from './slowLine.ts';
import { createViewStore } from './viewStore.ts';
import { zoomOf } from './zoomOf.ts';

/** Where an embed is mounted. */
interface Spot {
  readonly container: HTMLElement;
  readonly place: Element | ShadowRoot;
}

/**
 * Makes an embed that speaks to developers in the given words.
 *
 * @throws MeshesEmbedError `bad-option`
 */
export function makeEmbed(initial: MeshesEmbedOptions, { tellProblem, checkOptions }: DeveloperWords): MeshesEmbed {
  checkOptions(initial);
  let options: MeshesEmbedOptions = { ...initial };
  let ended = false;
  let unmountTimer: ReturnType<typeof setTimeout> | undefined;
  let spot: Spot | null = null;
  let keepInPage = false;
  /** Whether the machine was told of the container. */
  let begun = false;
  let hidden = false;
  /** Whether the user signed out, and no one asked for an embed since. */
  let signedOut = false;
  /** The page to mount at. */
  let wanted = pageOf(options.page);
  /** The endpoint that sessions came from last. */
  let from = String(options.endpoint);

  const store = createViewStore(() => options, tellProblem);
  const observers = createListeners<TraceEvent>();
  const move = createHeldMove(() => engine.send({ type: 'MOVED' }));
  const host: EngineHost = {
    options: () => options,
    onState(status, context) {
      store.set(status, context);
      engine.owner.reflect(store.get(), context.sizing.height ?? context.sizing.min);
      if (context.at && (status === 'live' || status === 'refreshing') && known.tell(context.at))
        store.call('onPageChange', context.at);
    },
    onProblem: store.report,
    onNavigate: (message) => store.call('onNavigate', message),
    onTrace(event) {
      store.call('onTrace', event);
      observers.tell(event);
    },
    // What is not laid out may be on its way to be hidden.
    onMoved: () =>
      keepInPage && !hidden && !spot?.container.getClientRects().length ? move.hold() : engine.send({ type: 'MOVED' }),
    // No one sees what is out of the page.
    onGone: (forGood) => (hidden || forGood ? takeOut() : engine.send({ type: 'HIDE' })),
    onBack: () => begun && engine.send({ type: 'SHOW' }),
  };
  let engine = createEngine(host, wanted);
  let known = createKnownPage(wanted, engine.now);

  /** Begins with the container, as soon as there is a source of sessions and someone to see the page. */
  function begin(): void {
    if (begun || signedOut || !spot || !hasSource(options)) return;
    const page = spot.container.ownerDocument as Document & { readonly prerendering?: boolean };
    if (page.prerendering) return page.addEventListener('prerenderingchange', begin, { once: true });
    if (options.preload) return preloadAt(page, sizeOf(spot.container));
    begun = true;
    tellUnknownPage(options.page);
    if (comeBack(spot)) return;
    settle(spot);
    engine.send({ type: 'MOUNT', page: wanted });
  }

  /** Shows what was parked for the same user and page, where there is one. */
  function comeBack({ container, place }: Spot): boolean {
    const page = container.ownerDocument;
    const user = parkedFor(options);
    void endParked(page, user, user);
    const parked = takeParked(page, user, wanted, engine);
    if (!parked) return false;
    if (parked.engine !== engine) {
      engine.end();
      parked.onTaken();
      engine = parked.engine;
      engine.workFor(host);
      known = createKnownPage(wanted, engine.now);
    }
    const moved = engine.owner.moveTo(container, place);
    parked.place.remove();
    engine.send({ type: moved ? 'SHOW' : 'UNMOUNT' });
    engine.catchUp();
    return moved;
  }

  /** Gives the container to an engine that has none, or another one. */
  function settle({ container, place }: Spot): void {
    if (parkedOf(engine)) abandon();
    if (engine.owner.container === container) return;
    engine.owner.remove();
    // The container that is left says nothing of the embed any more.
    engine.owner.reflect(idleView, 0);
    engine.owner.detach();
    engine.owner.attach(container, place);
    engine.actor.start();
  }

  /** What is parked waits for another handle: with the options that it has, and this one hears no more of it. */
  function abandon(left: MeshesEmbedOptions = options): void {
    engine.workFor({ ...host, options: () => left, onState() {}, onTrace() {} });
    renew();
  }

  /** Begins again with an engine that has done nothing yet. */
  function renew(): void {
    engine = createEngine(host, wanted);
    known = createKnownPage(wanted, engine.now);
  }

  function tellUnknownPage(page: unknown): void {
    const unknown = pageProblem(page);
    if (unknown) engine.tell(unknown);
  }

  function leave(): void {
    clearTimeout(unmountTimer);
    unmountTimer = undefined;
    if (!spot) return;
    hidden = begun && keepInPage && spot.container.isConnected;
    if (!hidden) return takeOut();
    engine.send({ type: 'HIDE' });
    move.tell();
  }

  function takeOut(): void {
    forget();
    if (parkedOf(engine)) return;
    engine.send({ type: 'UNMOUNT' });
    engine.owner.detach();
  }

  /** It is mounted no more. */
  function forget(): void {
    move.drop();
    hidden = false;
    begun = false;
    spot = null;
    wanted = pageOf(options.page);
    known = createKnownPage(wanted, engine.now);
  }

  function mount(
    container: HTMLElement,
    { place = container, keepInPage: inPage = false }: MountOptions = {},
  ): () => void {
    if (ended) throw new MeshesEmbedError('destroyed', 'mount');
    if (container?.nodeType !== 1) throw new MeshesEmbedError('bad-container', 'mount');
    clearTimeout(unmountTimer);
    unmountTimer = undefined;
    keepInPage = inPage;
    signedOut = false;
    // What is hidden in one container begins again in another.
    if (hidden && spot?.container !== container) takeOut();
    if (spot?.container !== container) {
      const moving = begun && engine.owner.frame !== undefined;
      spot = { container, place };
      if (!parkedOf(engine)) settle(spot);
      // Its former container may have been out of the page.
      if (begun) engine.send({ type: 'SHOW' });
      // An iframe that moves loads again, and a launch URL is good for one load (contract §4).
      if (moving) engine.send({ type: 'MOVED' });
      begin();
    } else if (hidden) {
      engine.send({ type: 'SHOW' });
    }
    hidden = false;
    return () => {
      if (spot?.container !== container) return;
      if (!keepInPage) putAway();
      // One task later, so that a framework's unmount and mount in a row costs nothing.
      unmountTimer ??= setTimeout(leave);
    };
  }

  /** Parks what is mounted, if it may be and can be. */
  function putAway({ leaving = false }: ParkOptions = {}): boolean {
    const mounted = spot;
    const { keepAlive } = options;
    if (!mounted || !begun || hidden || !keepAlive || !canMove() || !mounted.container.isConnected) return false;
    const until = keepAlive === true ? Infinity : engine.now() + keepAlive;
    const event = { type: 'PARK', until } as const;
    if (!engine.actor.getSnapshot().can(event)) return false;
    const page = mounted.container.ownerDocument;
    const place = openPlace(page, sizeOf(mounted.container));
    if (!engine.owner.moveTo(place, place)) {
      place.remove();
      return false;
    }
    begun = false;
    engine.send(event);
    keep(place);
    if (leaving) queueMicrotask(() => (mounted.container.isConnected ? begin() : spot === mounted && forget()));
    else forget();
    return true;
  }

  function keep(place: HTMLElement): void {
    const parked = engine;
    const onTaken = (): void => void (engine === parked && renew());
    park({ ...parkedFor(options), engine, place, page: wanted, onTaken });
  }

  /** Launches it out of sight. What the user pays by the byte is not fetched before it is wanted. */
  function preloadAt(page: Document, size: ParkedSize): void {
    const { keepAlive = preloadLifeMs } = options;
    if (begun || !hasSource(options) || isSlowLine()) return;
    // A pointer comes and goes: one is enough.
    if (parkedOf(engine) || parkedAs(page, parkedFor(options), wanted).length > 0) return;
    const place = openPlace(page, size);
    settle({ container: place, place });
    tellUnknownPage(options.page);
    engine.send({ type: 'PRELOAD', page: wanted, until: keepAlive === true ? Infinity : engine.now() + keepAlive });
    keep(place);
  }

  function goTo(page: LaunchPage): void {
    tellUnknownPage(page);
    wanted = pageOf(page);
    signedOut = false;
    engine.send({ type: 'PAGE', page: wanted, front: true });
    begin();
  }

  return {
    mount,
    update(changes) {
      if (ended) return;
      const next = { ...options, ...changes };
      checkOptions(next);
      const before = options;
      options = next;
      // With each event the view is read again, and so are the words in it.
      if (
        next.minHeight !== before.minHeight ||
        next.maxHeight !== before.maxHeight ||
        next.fit !== before.fit ||
        next.texts !== before.texts
      )
        engine.send({ type: 'BOUNDS', ...boundsOf(next) });
      engine.owner.restyle();
      // Functions that are written again are the same source of the same handle.
      const parked = parkedOf(engine);
      if (parked && !next.endpoint && !before.endpoint) parked.source = parkedFor(next).source;
      else if (parked && parked.source !== parkedFor(next).source) abandon(before);
      const there = hasSource(next);
      const other = there && String(next.endpoint) !== from;
      if (there) from = String(next.endpoint);
      const another = next.page !== before.page && known.set(pageOf(next.page));
      if (another) {
        wanted = pageOf(next.page);
        if (begun) tellUnknownPage(next.page);
      }
      // Another page of someone else's is a launch of its own.
      if (next.identity !== before.identity) {
        signedOut = false;
        if (spot) void endParked(spot.container.ownerDocument, parkedFor(next), parkedFor(next));
        engine.send({ type: 'IDENTITY', page: wanted });
      } else if (another) {
        engine.send({ type: 'PAGE', page: wanted });
      } else if (begun && (other || (there && engine.actor.getSnapshot().context.problem?.code === 'source-missing'))) {
        engine.send({ type: 'RELAUNCH', reason: 'relaunch' });
      }
      begin();
    },
    getSnapshot: store.get,
    subscribe: store.subscribe,
    refresh: () => engine.send({ type: 'REFRESH' }),
    goTo,
    relaunch({ page } = {}) {
      tellUnknownPage(page);
      if (page !== undefined) wanted = pageOf(page);
      signedOut = false;
      engine.send({ type: 'RELAUNCH', page: page && wanted, reason: 'relaunch' });
      begin();
    },
    park: putAway,
    preload({ width = document.documentElement.clientWidth } = {}) {
      const height = options.fit === 'container' ? document.documentElement.clientHeight : boundsOf(options).min;
      if (!spot && !(document as { readonly prerendering?: boolean }).prerendering)
        preloadAt(document, { width, height, zoom: 1 });
    },
    async signOut() {
      signedOut = true;
      begun = false;
      const { held } = engine.sessions;
      engine.send({ type: 'SIGN_OUT' });
      await endParked(spot?.container.ownerDocument ?? document, parkedFor(options));
      // Not before: a machine that is told by one of its own callbacks listens once that has returned.
      await held.ended();
    },
    diagnose() {
      const { status, sessionId } = store.get();
      const { container, frame, strays } = engine.owner;
      const { fit, expected } = options;
      const report: DiagnosticReport = {
        version: 1,
        at: Math.round(engine.now()),
        status,
        sessionId,
        checks: [],
        counts: { ...engine.recorder.counts, ...(strays > 0 && { 'drop other-source': strays }) },
        facts: null,
      };
      evidenceOf.set(report, {
        context: engine.actor.getSnapshot().context,
        place: { container, frame: fit === 'container' ? undefined : frame, zoom: frame ? zoomOf(frame) : 1 },
        expected,
      });
      return report;
    },
    trace: () => engine.recorder.events(),
    observe: observers.add,
    destroy() {
      if (ended) return;
      store.close();
      observers.clear();
      clearTimeout(unmountTimer);
      move.drop();
      ended = true;
      engine.send({ type: 'DESTROY' });
      engine.owner.reflect(store.get(), 0);
      engine.end();
    },
  };
}
