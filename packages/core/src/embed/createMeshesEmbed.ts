import { createActor, type InspectionEvent, type SnapshotFrom } from 'xstate';
import { diagnose } from '../diagnostics/diagnose.ts';
import { problemOf, type EmbedProblem, type ProblemCode } from '../diagnostics/problems.ts';
import { createRecorder } from '../inspect/recorder.ts';
import type { HostContext, Failure } from '../machine/context.ts';
import { hostMachine } from '../machine/hostMachine.ts';
import type { HostEvent } from '../machine/events.ts';
import { readyDeadline } from '../machine/limits.ts';
import { nothingLeft, roomFor } from '../machine/roomFor.ts';
import { authMessage } from '../protocol/authMessage.ts';
import { launchPages, type LaunchPage } from '../protocol/pages.ts';
import type { EmbedStatus } from '../view/view.ts';
import { checkOptions } from './checkOptions.ts';
import { createClock } from './clock.ts';
import { createFrameOwner } from './frameOwner.ts';
import type { MeshesEmbed, MountOptions } from './meshesEmbed.ts';
import { MeshesEmbedError } from './meshesEmbedError.ts';
import type { MeshesEmbedOptions } from './options.ts';
import { createSessionActors } from './sessionActors.ts';
import { createSessionSource, hasSource } from './sessionSource.ts';
import { createViewStore } from './viewStore.ts';

const defaultMinHeight = 480;
const defaultMaxHeight = 20_000;

type Snapshot = SnapshotFrom<typeof hostMachine>;
interface Args {
  readonly context: HostContext;
  readonly event: { readonly error?: Failure };
}
type Report = { readonly code: ProblemCode };

/**
 * Makes an embed. Nothing happens, and nothing is held, until it is mounted; so it may be made anywhere, a server
 * included.
 *
 * @throws MeshesEmbedError `bad-option`
 */
export function createMeshesEmbed(initial: MeshesEmbedOptions): MeshesEmbed {
  checkOptions(initial);
  let options: MeshesEmbedOptions = { ...initial };
  let ended = false;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let keepInPage = false;
  /** Whether the machine was told of the container. */
  let begun = false;
  let hidden = false;
  let state = 'idle';
  let problem: EmbedProblem | null = null;
  let heightHeld = false;
  /** The page to mount at. */
  let wanted = pageOf(options);
  /** The page that the host knows of: the one that it set last, or was told. */
  let known = wanted;

  const now = createClock();
  const store = createViewStore(() => options);
  const recorder = createRecorder(now);
  recorder.observe((event) => store.call('onTrace', event));
  const sessions = createSessionActors(createSessionSource(() => options), now, (what, data) => recorder.note('effect', what, data));
  const owner = createFrameOwner({
    options: () => options,
    recorder,
    send,
    onNavigate: (message) => store.call('onNavigate', message),
    onGone: () => hidden && takeOut(),
  });

  function postAuth({ context }: Args): void {
    owner.post(authMessage(sessions.secretsOf(context.session!).token));
    recorder.note('out', 'meshes:auth', { generation: context.generation });
  }

  const actions = {
    showFrame({ context }: Args) {
      owner.show(sessions.secretsOf(context.session!).launchUrl!, heightOf(context));
    },
    makeRoom({ context }: Args) {
      const room = roomFor(context);
      if (room === 'keep') owner.keep();
      else if (room === 'remove') owner.remove();
    },
    swapFrame: () => owner.swap(),
    retreat(args: Args) {
      if (owner.restore()) postAuth(args);
      if (nothingLeft(args.context)) owner.remove();
    },
    dropFrame: () => owner.drop(),
    removeFrame: () => owner.remove(),
    revokeSession({ context: { session } }: Args) {
      if (session) sessions.revoke(session);
    },
    postAuth,
    reportFailure: ({ event }: Args) => tell(event.error!.problem),
    reportProblem: (_: Args, { code }: Report) => tell(problemOf(code)),
  };

  /** XState ends an actor whose action throws, without a word: what is thrown is reported, and the embed fails. */
  const guarded = Object.fromEntries(
    Object.entries(actions).map(([name, action]) => [
      name,
      (args: Args, parameters: Report) => {
        try {
          action(args, parameters);
        } catch (error) {
          reportError(error);
          queueMicrotask(() => send({ type: 'BROKEN' }));
        }
      },
    ]),
  );

  const { min, max } = boundsOf(options);
  const actor = createActor(
    hostMachine.provide({ actors: { fetchSession: sessions.fetchSession, refreshSession: sessions.refreshSession }, actions: guarded } as never),
    {
      input: {
        now,
        random: Math.random,
        page: wanted,
        hostOrigin: globalThis.location?.origin ?? '',
        minHeight: min,
        maxHeight: max,
        readyTimeout: options.readyTimeout ?? readyDeadline,
      },
      inspect(inspected: InspectionEvent) {
        if (inspected.type === '@xstate.snapshot' && inspected.actorRef === actor) {
          moved(inspected.snapshot as Snapshot, inspected.event.type);
        }
      },
    },
  );

  function send(event: HostEvent): void {
    if (!ended) actor.send(event);
  }

  /** The machine took an event: what changed becomes trace, view and page, in this order. */
  function moved(snapshot: Snapshot, by: string): void {
    if (ended) return;
    const { value, context } = snapshot;
    const next = typeof value === 'string' ? value : Object.entries(value as object)[0]!.join('.');
    if (next !== state) recorder.note('state', next, { from: state, by });
    state = next;
    if (context.problem && context.problem !== problem) recorder.note('problem', context.problem.code);
    problem = context.problem;
    const status = snapshot.hasTag('out' as never) ? 'idle' : (next.split('.')[0] as EmbedStatus);
    store.set(status, context);
    if (context.sizing.held && !heightHeld) tell(problemOf('height-loop'));
    heightHeld = context.sizing.held;
    owner.reflect(store.get(), heightOf(context));
    if (context.at && context.at !== known && (status === 'live' || status === 'refreshing')) {
      known = context.at;
      store.call('onPageChange', known);
    }
  }

  /** A problem that the embed outlives: told, and not shown. A host that loops is told so once. */
  function tell(outlived: EmbedProblem): void {
    if (outlived.code === 'host-loops' && recorder.counts['problem host-loops']) return;
    recorder.note('problem', outlived.code);
    store.report(outlived);
  }

  /** Begins with the container, as soon as there is a source of sessions and someone to see the page. */
  function begin(): void {
    const { container } = owner;
    if (begun || !container || !hasSource(options)) return;
    const page = container.ownerDocument as Document & { readonly prerendering?: boolean };
    if (page.prerendering) return page.addEventListener('prerenderingchange', begin, { once: true });
    begun = true;
    tellUnknownPage(options);
    send({ type: 'MOUNT', page: wanted });
  }

  function tellUnknownPage({ page }: { readonly page?: unknown }): void {
    if (page === undefined || page === null || page === pageOf({ page })) return;
    tell(problemOf('page-unknown', typeof page === 'string' && /^[\w-]{1,40}$/.test(page) ? `got ${page}` : undefined));
  }

  function leave(): void {
    clearTimeout(leaving);
    leaving = undefined;
    hidden = begun && keepInPage && owner.container?.isConnected === true;
    if (hidden) send({ type: 'HIDE' });
    else takeOut();
  }

  function takeOut(): void {
    hidden = false;
    begun = false;
    wanted = pageOf(options);
    known = wanted;
    send({ type: 'UNMOUNT' });
    owner.detach();
  }

  function mount(container: HTMLElement, { place = container, keepInPage: keep = false }: MountOptions = {}): () => void {
    if (ended) throw new MeshesEmbedError('destroyed', 'mount: this embed was destroyed; create another one');
    if (container?.nodeType !== 1) throw new MeshesEmbedError('bad-container', 'mount: expected an HTML element as the container');
    clearTimeout(leaving);
    leaving = undefined;
    keepInPage = keep;
    // What is hidden in one container begins again in another.
    if (hidden && owner.container !== container) takeOut();
    if (owner.container !== container) {
      const moving = begun && owner.hasFrame;
      owner.remove();
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
      if (owner.container === container) leaving ??= setTimeout(leave);
    };
  }

  function goTo(page: LaunchPage): void {
    tellUnknownPage({ page });
    wanted = pageOf({ page });
    send({ type: 'PAGE', page: wanted, front: true });
  }

  return {
    mount,
    update(changes) {
      if (ended) return;
      const next = { ...options, ...changes };
      checkOptions(next);
      const before = options;
      options = next;
      const bounds = boundsOf(next);
      if (bounds.min !== boundsOf(before).min || bounds.max !== boundsOf(before).max) send({ type: 'BOUNDS', ...bounds });
      owner.restyle();
      if (next.texts !== before.texts) store.set(store.get().status, actor.getSnapshot().context);
      if (next.page !== before.page) {
        wanted = pageOf(next);
        known = wanted;
        if (begun) tellUnknownPage(next);
      }
      // Another page of someone else's is a launch of its own.
      if (next.identity !== before.identity) {
        send({ type: 'IDENTITY', page: wanted });
      } else if (pageOf(next) !== pageOf(before)) {
        send({ type: 'PAGE', page: wanted });
      } else if (begun && hasSource(before) && hasSource(next) && String(next.endpoint) !== String(before.endpoint)) {
        send({ type: 'RELAUNCH', reason: 'relaunch' });
      }
      begin();
    },
    getSnapshot: store.get,
    subscribe: store.subscribe,
    refresh: () => send({ type: 'REFRESH' }),
    goTo,
    relaunch({ page } = {}) {
      tellUnknownPage({ page });
      if (page !== undefined) wanted = pageOf({ page });
      send({ type: 'RELAUNCH', page: page && wanted, reason: 'relaunch' });
    },
    diagnose: () =>
      diagnose({
        status: store.get().status,
        context: actor.getSnapshot().context,
        counts: recorder.counts,
        sinceReady: now() - (recorder.events().findLast(({ name }) => name === 'meshes:ready')?.at ?? 0),
        page: owner.look(),
        expected: options.expected,
      }),
    trace: recorder.events,
    observe: recorder.observe,
    destroy() {
      if (ended) return;
      store.close();
      recorder.end();
      clearTimeout(leaving);
      actor.send({ type: 'DESTROY' });
      ended = true;
      owner.remove();
      owner.reflect(store.get(), 0);
      owner.detach();
      actor.stop();
    },
  };
}

/** The page to launch: an unknown one, as it may come from an address, is the dashboard. */
function pageOf({ page }: { readonly page?: unknown }): LaunchPage {
  return launchPages.find((known) => known === page) ?? launchPages[0]!;
}

/** CSS px */
function boundsOf({ minHeight = defaultMinHeight, maxHeight = defaultMaxHeight }: MeshesEmbedOptions): { min: number; max: number } {
  return { min: minHeight, max: maxHeight };
}

/** The height to apply. CSS px */
function heightOf({ sizing }: HostContext): number {
  return sizing.height ?? sizing.min;
}
