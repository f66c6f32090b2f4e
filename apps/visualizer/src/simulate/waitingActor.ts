import type { PromiseActorLogic } from 'xstate';

/** In place of a promise: an actor that waits until someone decides how it ends; it then ends at once. */
export const waiting = <Output, Input>(): PromiseActorLogic<Output, Input> => ({
  getInitialSnapshot: (_scope, input) => ({ status: 'active', output: undefined, error: undefined, input }),
  getPersistedSnapshot: (snapshot) => snapshot,
  transition({ input }, { type, output, error }) {
    if (type === 'answer') return { status: 'done', output: output as Output, error: undefined, input };
    if (type === 'fail') return { status: 'error', output: undefined, error, input };
    return { status: 'stopped', output: undefined, error: undefined, input };
  },
});
