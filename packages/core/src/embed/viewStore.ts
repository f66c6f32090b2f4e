import { userTextOf, type EmbedProblem, type SeenProblem } from '../problem/problem.ts';
import type { HostContext } from '../machine/context.ts';
import { pick } from '../shared/pick.ts';
import { idleView, sessionFields, viewOf, type EmbedStatus, type EmbedView } from '../view/view.ts';
import { createListeners } from '../shared/listeners.ts';
import type { EmbedCallbacks, MeshesEmbedOptions } from './options.ts';
import { safely } from '../shared/safely.ts';

type Parameter<Name extends keyof EmbedCallbacks> = Parameters<NonNullable<EmbedCallbacks[Name]>>[0];

/** The view, and everybody who wants to know of it. */
export interface ViewStore {
  get(): EmbedView;
  /** Takes over the machine's state; tells listeners and callbacks where something visible changed. */
  set(status: EmbedStatus, context: HostContext): void;
  subscribe(listener: () => void): () => void;
  /** Calls one of the host's callbacks; what it throws is reported as an uncaught error, and disturbs nothing. */
  call<Name extends keyof EmbedCallbacks>(name: Name, value: Parameter<Name>): void;
  /** Tells the host of a problem that the embed outlives. */
  report(problem: SeenProblem): void;
  /** Ends it: from now on the view says `closed`, and no one is told anything. */
  close(): void;
}

/**
 * @param options - read at each call, so that the newest ones count
 * @param tellProblem - puts a problem into words for the developer
 */
export function createViewStore(
  options: () => MeshesEmbedOptions,
  tellProblem: (problem: SeenProblem) => EmbedProblem,
): ViewStore {
  const listeners = createListeners<void>();
  let view = idleView;
  let generation = 0;
  let open = true;
  let shown: SeenProblem | null = null;

  /** A problem with the host's own words to the user, where it has some. */
  function inWords(seen: SeenProblem, final: boolean): EmbedProblem {
    const problem = tellProblem(seen);
    return {
      ...problem,
      final,
      userMessage: options().texts?.[seen.userText ?? userTextOf(seen.code)] || problem.userMessage,
    };
  }

  /** The problem to show; the same object for the same words. */
  function shownOf(seen: SeenProblem | null, final: boolean): EmbedProblem | null {
    const problem = seen && inWords(seen, final);
    const same = seen === shown && problem?.userMessage === view.problem?.userMessage && final === view.problem?.final;
    shown = seen;
    return same ? view.problem : problem;
  }

  const store: ViewStore = {
    get: () => view,
    set(status, context) {
      if (!open) return;
      const before = view;
      view = viewOf(status, context, shownOf(context.problem, status === 'failed'), before);
      const { session } = context;
      const newToken = session !== null && context.generation !== generation;
      generation = context.generation;
      if (view !== before) listeners.tell();
      if (view.status !== before.status) store.call('onStatusChange', view.status);
      if (newToken) {
        store.call('onSessionChange', pick(session, sessionFields));
      }
      if (view.height !== null && view.height !== before.height) store.call('onResize', view.height);
      if (view.problem && view.problem !== before.problem) store.call('onProblem', view.problem);
    },
    subscribe: listeners.add,
    call(name, value) {
      if (open) safely(() => (options()[name] as ((value: unknown) => void) | undefined)?.(value));
    },
    report: (problem) => store.call('onProblem', inWords(problem, false)),
    close() {
      open = false;
      listeners.clear();
      view = Object.freeze({ ...idleView, status: 'closed' });
    },
  };
  return store;
}
