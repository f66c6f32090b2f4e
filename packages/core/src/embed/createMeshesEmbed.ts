import { createActor, type InspectionEvent, type SnapshotFrom } from 'xstate';
import { diagnose } from '../diagnostics/diagnose.ts';
import { problemOf, type EmbedProblem, type ProblemCode } from '../diagnostics/problems.ts';
import { createRecorder } from '../inspect/recorder.ts';
import type { EmbedContext, Failure } from '../machine/context.ts';
import { embedMachine } from '../machine/embedMachine.ts';
import type { EmbedEvent } from '../machine/events.ts';
import { authMessage } from '../protocol/authMessage.ts';
import { launchPages, type LaunchPage } from '../protocol/pages.ts';
import type { EmbedStatus } from '../view/view.ts';
import { checkOptions } from './checkOptions.ts';
import { createClock } from './clock.ts';
import { createFrameOwner } from './frameOwner.ts';
import type { MeshesEmbed } from './meshesEmbed.ts';
import { MeshesEmbedError } from './meshesEmbedError.ts';
import type { MeshesEmbedOptions } from './options.ts';
import { createSessionActors } from './sessionActors.ts';
import { createSessionSource } from './sessionSource.ts';
import { createViewStore } from './viewStore.ts';

const defaultMinHeight = 480;
const defaultMaxHeight = 20_000;

type Snapshot = SnapshotFrom<typeof embedMachine>;
interface Args {
  readonly context: EmbedContext;
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
  let state = 'idle';
  let problem: EmbedProblem | null = null;
  let heightHeld = false;

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
  });

  const actions = {
    showFrame({ context }: Args) {
      owner.show(sessions.secretsOf(context.session!).launchUrl!, heightOf(context));
    },
    removeFrame: () => owner.remove(),
    postAuth({ context }: Args) {
      owner.post(authMessage(sessions.secretsOf(context.session!).token));
      recorder.note('out', 'meshes:auth', { generation: context.generation });
    },
    reportFailure: ({ event }: Args) => tell(event.error!.problem),
    reportProblem: (_: Args, { code }: Report) => tell(problemOf(code)),
  };

  const actor = createActor(
    embedMachine.provide({ actors: { fetchSession: sessions.fetchSession, refreshSession: sessions.refreshSession }, actions } as never),
    {
      input: {
        now,
        random: Math.random,
        page: pageOf(options),
        hostOrigin: globalThis.location?.origin ?? '',
        minHeight: boundsOf(options).min,
        maxHeight: boundsOf(options).max,
      },
      inspect(inspected: InspectionEvent) {
        if (inspected.type === '@xstate.snapshot' && inspected.actorRef === actor) {
          moved(inspected.snapshot as Snapshot, inspected.event.type);
        }
      },
    },
  );

  function send(event: EmbedEvent): void {
    if (!ended) actor.send(event);
  }

  /** The machine took an event: what changed becomes trace, view and page, in this order. */
  function moved({ value, context }: Snapshot, by: string): void {
    if (ended) return;
    const next = typeof value === 'string' ? value : Object.entries(value as object)[0]!.join('.');
    if (next !== state) recorder.note('state', next, { from: state, by });
    state = next;
    if (context.problem && context.problem !== problem) recorder.note('problem', context.problem.code);
    problem = context.problem;
    store.set(next.split('.')[0] as EmbedStatus, context);
    if (context.sizing.held && !heightHeld) tell(problemOf('height-loop'));
    heightHeld = context.sizing.held;
    owner.reflect(store.get(), heightOf(context));
  }

  /** A problem that the embed outlives: told, and not shown. */
  function tell(outlived: EmbedProblem): void {
    recorder.note('problem', outlived.code);
    store.report(outlived);
  }

  function leave(): void {
    clearTimeout(leaving);
    leaving = undefined;
    send({ type: 'UNMOUNT' });
    owner.detach();
  }

  function mount(container: HTMLElement): () => void {
    if (ended) throw new MeshesEmbedError('destroyed', 'mount: this embed was destroyed; create another one');
    if (container?.nodeType !== 1) throw new MeshesEmbedError('bad-container', 'mount: expected an HTML element as the container');
    clearTimeout(leaving);
    leaving = undefined;
    if (owner.container !== container) {
      const moving = owner.container !== null && !['idle', 'minting', 'recovering'].includes(state);
      owner.remove();
      owner.detach();
      owner.attach(container);
      actor.start();
      // An iframe that moves loads again, and a launch URL is good for one load (contract §4).
      send(moving ? { type: 'RELAUNCH', reason: 'mount' } : { type: 'MOUNT' });
    }
    return () => {
      // One task later, so that a framework's unmount and mount in a row costs nothing.
      if (owner.container === container) leaving ??= setTimeout(leave);
    };
  }

  return {
    mount,
    update(changes) {
      if (ended) return;
      const next = { ...options, ...changes };
      checkOptions(next);
      const before = options;
      options = next;
      const { min, max } = boundsOf(next);
      if (min !== boundsOf(before).min || max !== boundsOf(before).max) send({ type: 'BOUNDS', min, max });
      owner.restyle();
      if (next.texts !== before.texts) store.set(store.get().status, actor.getSnapshot().context);
      if (pageOf(next) !== pageOf(before)) send({ type: 'RELAUNCH', page: pageOf(next), reason: 'page' });
      else if (String(next.endpoint) !== String(before.endpoint)) send({ type: 'RELAUNCH', reason: 'relaunch' });
    },
    getSnapshot: store.get,
    subscribe: store.subscribe,
    refresh: () => send({ type: 'REFRESH' }),
    relaunch({ page } = {}) {
      if (page !== undefined) checkOptions({ ...options, page });
      send({ type: 'RELAUNCH', page, reason: 'relaunch' });
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

function pageOf({ page = launchPages[0]! }: MeshesEmbedOptions): LaunchPage {
  return page;
}

/** CSS px */
function boundsOf({ minHeight = defaultMinHeight, maxHeight = defaultMaxHeight }: MeshesEmbedOptions): { min: number; max: number } {
  return { min: minHeight, max: maxHeight };
}

/** The height to apply. CSS px */
function heightOf({ sizing }: EmbedContext): number {
  return sizing.height ?? sizing.min;
}
