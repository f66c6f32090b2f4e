import type { SeenProblem } from '../problem/problem.ts';
import { evidenceOf } from '../diagnostics/evidence.ts';
import type { DiagnosticReport } from '../diagnostics/report.ts';
import { createRecorder } from '../inspect/recorder.ts';
import type { SessionFacts } from '../machine/context.ts';
import type { HostEvent } from '../machine/events.ts';
import type { LaunchPage } from '../protocol/pages.ts';
import { idleView, type EmbedStatus } from '../view/view.ts';
import { createClock } from './clock.ts';
import { boundsOf, pageOf, pageProblem } from './defaults.ts';
import type { DeveloperWords } from './developerWords.ts';
import { createIframeOwner } from './iframeOwner.ts';
import { createHeldMove } from './heldMove.ts';
import { createHostActor, type HostSnapshot } from './hostActor.ts';
import { createMachineActions } from './machineActions.ts';
import { createKnownPage } from './knownPage.ts';
import type { MeshesEmbed, MountOptions } from './meshesEmbed.ts';
import { MeshesEmbedError } from './meshesEmbedError.ts';
import type { MeshesEmbedOptions } from './options.ts';
import { createSessionActors } from './sessionActors.ts';
import { createSessionSource, hasSource } from './sessionSource.ts';
import { createViewStore } from './viewStore.ts';
import { zoomOf } from './zoomOf.ts';

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
  let keepInPage = false;
  /** Whether the machine was told of the container. */
  let begun = false;
  let hidden = false;
  let state = 'idle';
  let problem: SeenProblem | null = null;
  let heightLoops = false;
  /** Whether the user signed out, and no one asked for an embed since. */
  let signedOut = false;
  /** The page to mount at. */
  let wanted = pageOf(options.page);
  /** The endpoint that sessions came from last. */
  let from = String(options.endpoint);

  const now = createClock();
  let known = createKnownPage(wanted, now);
  const store = createViewStore(() => options, tellProblem);
  const recorder = createRecorder(now);
  const move = createHeldMove(() => send({ type: 'MOVED' }));
  recorder.observe((event) => store.call('onTrace', event));
  const source = createSessionSource(() => options);
  const sessions = createSessionActors(source, now, (what, data) => recorder.note('effect', what, data));
  const owner = createIframeOwner({
    options: () => options,
    endpoint: () => source().address,
    recorder,
    // What is not laid out may be on its way to be hidden.
    send: (event) =>
      event.type === 'MOVED' && keepInPage && !hidden && !owner.container?.getClientRects().length
        ? move.hold()
        : send(event),
    onNavigate: (message) => store.call('onNavigate', message),
    onGone: (forGood) => (hidden || forGood) && takeOut(),
    onLeave: () => sessions.held.keep([]),
  });

  const actions = createMachineActions({ owner, sessions, recorder, tell, onThrown: () => send({ type: 'BROKEN' }) });
  const actor = createHostActor({ options: () => options, page: wanted, now, sessions, actions, onMoved: moved });

  function send(event: HostEvent): void {
    if (!ended) actor.send(event);
  }

  /** The machine took an event: what changed becomes trace, view and page, in this order. */
  function moved(
    snapshot: HostSnapshot,
    { type: by, output }: { readonly type: string; readonly output?: SessionFacts },
  ): void {
    if (ended) return;
    const { value, context } = snapshot;
    if (output) sessions.held.take(output.sessionId);
    sessions.held.keep([context.session?.sessionId, context.front?.session?.sessionId]);
    const next = typeof value === 'string' ? value : Object.entries(value as object)[0]!.join('.');
    if (next !== state) recorder.note('state', next, { from: state, by });
    state = next;
    if (context.problem && context.problem !== problem) noteProblem(context.problem);
    problem = context.problem;
    const status = snapshot.hasTag('out') ? 'idle' : (next.split('.')[0] as EmbedStatus);
    store.set(status, context);
    const { loop } = context.sizing;
    if (loop && !heightLoops) tell({ code: 'height-loop' });
    heightLoops = loop;
    owner.reflect(store.get(), context.sizing.height ?? context.sizing.min);
    if (context.at && (status === 'live' || status === 'refreshing') && known.tell(context.at))
      store.call('onPageChange', context.at);
  }

  function noteProblem({ code, seen }: SeenProblem): void {
    recorder.note('problem', code, seen ? { seen } : undefined);
  }

  /** A problem that the embed outlives: told, and not shown. A host that loops is told so once. */
  function tell(outlived: SeenProblem): void {
    if (outlived.code === 'host-loops' && recorder.counts['problem host-loops']) return;
    noteProblem(outlived);
    store.report(outlived);
  }

  /** Begins with the container, as soon as there is a source of sessions and someone to see the page. */
  function begin(): void {
    const { container } = owner;
    if (begun || signedOut || !container || !hasSource(options)) return;
    const page = container.ownerDocument as Document & { readonly prerendering?: boolean };
    if (page.prerendering) return page.addEventListener('prerenderingchange', begin, { once: true });
    begun = true;
    tellUnknownPage(options.page);
    send({ type: 'MOUNT', page: wanted });
  }

  function tellUnknownPage(page: unknown): void {
    const unknown = pageProblem(page);
    if (unknown) tell(unknown);
  }

  function leave(): void {
    clearTimeout(unmountTimer);
    unmountTimer = undefined;
    hidden = begun && keepInPage && owner.container?.isConnected === true;
    if (!hidden) return takeOut();
    send({ type: 'HIDE' });
    move.tell();
  }

  function takeOut(): void {
    move.drop();
    hidden = false;
    begun = false;
    wanted = pageOf(options.page);
    known = createKnownPage(wanted, now);
    send({ type: 'UNMOUNT' });
    owner.detach();
  }

  function mount(
    container: HTMLElement,
    { place = container, keepInPage: keep = false }: MountOptions = {},
  ): () => void {
    if (ended) throw new MeshesEmbedError('destroyed', 'mount');
    if (container?.nodeType !== 1) throw new MeshesEmbedError('bad-container', 'mount');
    clearTimeout(unmountTimer);
    unmountTimer = undefined;
    keepInPage = keep;
    signedOut = false;
    // What is hidden in one container begins again in another.
    if (hidden && owner.container !== container) takeOut();
    if (owner.container !== container) {
      const moving = begun && owner.frame !== undefined;
      owner.remove();
      // The container that is left says nothing of the embed any more.
      owner.reflect(idleView, 0);
      owner.detach();
      owner.attach(container, place);
      actor.start();
      // An iframe that moves loads again, and a launch URL is good for one load (contract §4).
      if (moving) send({ type: 'MOVED' });
      begin();
    } else if (hidden) {
      send({ type: 'SHOW' });
    }
    hidden = false;
    return () => {
      // One task later, so that a framework's unmount and mount in a row costs nothing.
      if (owner.container === container) unmountTimer ??= setTimeout(leave);
    };
  }

  function goTo(page: LaunchPage): void {
    tellUnknownPage(page);
    wanted = pageOf(page);
    signedOut = false;
    send({ type: 'PAGE', page: wanted, front: true });
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
        send({ type: 'BOUNDS', ...boundsOf(next) });
      owner.restyle();
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
        send({ type: 'IDENTITY', page: wanted });
      } else if (another) {
        send({ type: 'PAGE', page: wanted });
      } else if (begun && (other || (there && problem?.code === 'source-missing'))) {
        send({ type: 'RELAUNCH', reason: 'relaunch' });
      }
      begin();
    },
    getSnapshot: store.get,
    subscribe: store.subscribe,
    refresh: () => send({ type: 'REFRESH' }),
    goTo,
    relaunch({ page } = {}) {
      tellUnknownPage(page);
      if (page !== undefined) wanted = pageOf(page);
      signedOut = false;
      send({ type: 'RELAUNCH', page: page && wanted, reason: 'relaunch' });
      begin();
    },
    signOut() {
      signedOut = true;
      begun = false;
      send({ type: 'SIGN_OUT' });
      return sessions.held.ended();
    },
    diagnose() {
      const { status, sessionId } = store.get();
      const { container, frame } = owner;
      const { fit, expected } = options;
      const counts = { ...recorder.counts };
      const report: DiagnosticReport = {
        version: 1,
        at: Math.round(now()),
        status,
        sessionId,
        checks: [],
        counts,
        facts: null,
      };
      evidenceOf.set(report, {
        context: actor.getSnapshot().context,
        place: { container, frame: fit === 'container' ? undefined : frame, zoom: frame ? zoomOf(frame) : 1 },
        expected,
      });
      return report;
    },
    trace: recorder.events,
    observe: recorder.observe,
    destroy() {
      if (ended) return;
      store.close();
      recorder.end();
      clearTimeout(unmountTimer);
      move.drop();
      actor.send({ type: 'DESTROY' });
      ended = true;
      owner.remove();
      owner.reflect(store.get(), 0);
      owner.detach();
      actor.stop();
    },
  };
}
