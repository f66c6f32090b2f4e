import type { ProblemCode } from '../diagnostics/codes.ts';
import type { SeenProblem } from '../diagnostics/problem.ts';
import type { Recorder } from '../inspect/recorder.ts';
import type { Failure, HostContext } from '../machine/context.ts';
import { isNothingLeft, roomFor } from '../machine/roomFor.ts';
import type { IframeOwner } from './iframeOwner.ts';
import type { SessionActors } from './sessionActors.ts';

/** What the machine's actions work with. */
export interface MachineActionsOptions {
  readonly owner: IframeOwner;
  readonly sessions: SessionActors;
  readonly recorder: Recorder;
  /** Tells of a problem that the embed outlives. */
  readonly tell: (problem: SeenProblem) => void;
  /** An action threw, which has been reported. */
  readonly onThrown: () => void;
}

interface Args {
  readonly context: HostContext;
  readonly event: { readonly error?: Failure };
}
type Parameters = { readonly code: ProblemCode };
type Action = (args: Args, parameters: Parameters) => void;

/** What the machine names and does not do itself: whatever touches the page or the secrets. */
export function createMachineActions({
  owner,
  sessions,
  recorder,
  tell,
  onThrown,
}: MachineActionsOptions): Readonly<Record<string, Action>> {
  function postAuth({ context }: Args): void {
    owner.post({ type: 'meshes:auth', token: sessions.secretsOf(context.session!).token });
    recorder.note('out', 'meshes:auth', { generation: context.generation });
  }

  const actions: Readonly<Record<string, Action>> = {
    showFrame: ({ context }) => owner.show(sessions.secretsOf(context.session!).launchUrl!),
    makeRoom({ context }) {
      const room = roomFor(context);
      if (room === 'keep') owner.keep();
      else if (room === 'remove') owner.remove();
    },
    swapFrame: owner.swap,
    retreat(args) {
      if (owner.restore()) postAuth(args);
      if (isNothingLeft(args.context)) owner.remove();
    },
    dropFrame: owner.drop,
    removeFrame: owner.remove,
    postAuth,
    reportFailure: ({ event }) => tell(event.error!.problem),
    reportUnresponsive: () => tell(owner.whyUnresponsive()),
    reportProblem: (_args, { code }) => tell({ code }),
  };

  /** XState ends an actor whose action throws, without a word: what is thrown is reported, and the embed fails. */
  const guarded =
    (action: Action): Action =>
    (args, parameters) => {
      try {
        action(args, parameters);
      } catch (error) {
        reportError(error);
        queueMicrotask(onThrown);
      }
    };
  return Object.fromEntries(Object.entries(actions).map(([name, action]) => [name, guarded(action)]));
}
