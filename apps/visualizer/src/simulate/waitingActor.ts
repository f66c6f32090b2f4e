import type { ActorLogic, Snapshot } from 'xstate';

type WaitingSnapshot = Snapshot<unknown> & { readonly input: unknown };

/** How a waiting actor is told to end. */
export type Ending =
  | { readonly type: 'answer'; readonly output: unknown }
  | { readonly type: 'fail'; readonly error: unknown };

/** An actor that waits until someone decides how it ends; it then ends at once. */
export const waitingActor: ActorLogic<WaitingSnapshot, Ending | { readonly type: 'xstate.stop' }> = {
  getInitialSnapshot: (_scope, input) => ({ status: 'active', output: undefined, error: undefined, input }),
  getPersistedSnapshot: (snapshot) => snapshot,
  transition(snapshot, event) {
    if (event.type === 'answer')
      return { status: 'done', output: event.output, error: undefined, input: snapshot.input };
    if (event.type === 'fail') return { status: 'error', output: undefined, error: event.error, input: snapshot.input };
    return { status: 'stopped', output: undefined, error: undefined, input: snapshot.input };
  },
};
