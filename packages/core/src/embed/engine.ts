import type { Actor } from 'xstate';
import { createRecorder, type Recorder } from '../inspect/recorder.ts';
import type { TraceEvent } from '../inspect/traceEvent.ts';
import type { HostContext, SessionFacts } from '../machine/context.ts';
import type { HostEvent } from '../machine/events.ts';
import type { hostMachine } from '../machine/hostMachine.ts';
import type { SeenProblem } from '../problem/problem.ts';
import type { NavigateMessage } from '../protocol/messages.ts';
import type { LaunchPage } from '../protocol/pages.ts';
import type { EmbedStatus } from '../view/view.ts';
import { createClock } from './clock.ts';
import { createHostActor, type HostSnapshot } from './hostActor.ts';
import { createIframeOwner, type IframeOwner } from './iframeOwner.ts';
import { createMachineActions } from './machineActions.ts';
import type { MeshesEmbedOptions } from './options.ts';
import { createSessionActors, type SessionActors } from './sessionActors.ts';
import { createSessionSource } from './sessionSource.ts';

/** Whom an engine works for: the handle that made it, or one that took it over. */
export interface EngineHost {
  /** Read at each use, so that the newest ones count. */
  readonly options: () => MeshesEmbedOptions;
  /** The machine took an event, which is in the trace by now. */
  readonly onState: (status: EmbedStatus, context: HostContext) => void;
  /** A problem that the embed outlives. */
  readonly onProblem: (problem: SeenProblem) => void;
  readonly onNavigate: (message: NavigateMessage) => void;
  readonly onTrace: (event: TraceEvent) => void;
  /** The iframe was put elsewhere in the page. */
  readonly onMoved: () => void;
  /** The container is no longer in the page, or its page is gone for good. */
  readonly onGone: (forGood: boolean) => void;
}

/** One embed at work: its machine, its iframe, its sessions and its trace. It may change its host, while it is parked. */
export interface Engine {
  readonly actor: Actor<typeof hostMachine>;
  readonly owner: IframeOwner;
  readonly sessions: SessionActors;
  readonly recorder: Recorder;
  /** ms since it was made */
  readonly now: () => number;
  /** Called once it is no longer parked by itself: it ended there. */
  onParkEnd: (() => void) | null;
  /** Works for another host from now on. */
  workFor(host: EngineHost): void;
  /** Tells the host where the embed is, if that has been said and not been told. */
  catchUp(): void;
  send(event: HostEvent): void;
  /** Tells of a problem that the embed outlives, and does not show. A host that loops is told so once. */
  tell(problem: SeenProblem): void;
  /** Takes it out of the page. Its host hears no more of it. */
  end(): void;
}

/** Makes an engine, which does nothing until its owner has a container and its actor is started. */
export function createEngine(host: EngineHost, page: LaunchPage): Engine {
  let ended = false;
  let state = 'idle';
  let problem: SeenProblem | null = null;
  let heightLoops = false;
  /** Where the embed said last that it is, and whether its host was told. */
  let said: NavigateMessage | null = null;
  let told = false;

  const options = (): MeshesEmbedOptions => host.options();
  const parked = (): boolean => actor.getSnapshot().context.parked;
  const now = createClock();
  const recorder = createRecorder(now);
  recorder.observe((event) => host.onTrace(event));
  const source = createSessionSource(options);
  const sessions = createSessionActors(source, now, (what, data) => {
    recorder.note('effect', what, data);
    if (what === 'fetch-session') owner.connect();
  });
  const owner = createIframeOwner({
    options,
    endpoint: () => source().address,
    recorder,
    send: (event) => (event.type === 'MOVED' && !parked() ? host.onMoved() : send(event)),
    onNavigate(message) {
      said = message;
      told = !parked();
      if (told) host.onNavigate(message);
    },
    // The place of what is parked went, so that it is lost.
    onGone: (forGood) => (parked() ? send({ type: 'LOST' }) : host.onGone(forGood)),
    onLeave: () => sessions.held.keep([]),
  });
  const actions = createMachineActions({ owner, sessions, recorder, tell, onThrown: () => send({ type: 'BROKEN' }) });
  const actor = createHostActor({ options, page, now, sessions, actions, onMoved });

  function send(event: HostEvent): void {
    if (!ended) actor.send(event);
  }

  /** The machine took an event: what changed becomes trace, and then the host's business. */
  function onMoved(
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
    if (context.problem && context.problem !== problem) note(context.problem);
    problem = context.problem;
    host.onState(context.parked || snapshot.hasTag('out') ? 'idle' : (next.split('.')[0] as EmbedStatus), context);
    const { loop } = context.sizing;
    if (loop && !heightLoops) tell({ code: 'height-loop' });
    heightLoops = loop;
    if (!context.parked) engine.onParkEnd?.();
  }

  function note({ code, seen }: SeenProblem): void {
    recorder.note('problem', code, seen ? { seen } : undefined);
  }

  function tell(outlived: SeenProblem): void {
    if (outlived.code === 'host-loops' && recorder.counts['problem host-loops']) return;
    note(outlived);
    if (!parked()) host.onProblem(outlived);
  }

  const engine: Engine = {
    actor,
    owner,
    sessions,
    recorder,
    now,
    onParkEnd: null,
    workFor(next) {
      host = next;
      told = false;
    },
    catchUp() {
      if (told || said?.page !== actor.getSnapshot().context.reportedPage) return;
      told = true;
      host.onNavigate(said);
    },
    send,
    tell,
    end() {
      ended = true;
      recorder.end();
      owner.remove();
      owner.detach();
      sessions.held.keep([]);
      // Ended by a callback, it has an event in hand, and more of them to take.
      queueMicrotask(() => actor.stop());
    },
  };
  return engine;
}
