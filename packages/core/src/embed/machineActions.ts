import type { SeenProblem } from '../problem/problem.ts';
import type { Recorder } from '../inspect/recorder.ts';
import type { HostContext } from '../machine/context.ts';
import type { HostImplementations } from '../machine/hostTypes.ts';
import { leftBy, roomFor } from '../machine/roomFor.ts';
import { report } from '../shared/report.ts';
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

type Args = { readonly context: HostContext };
type Actions = HostImplementations['actions'];

/** What the machine names and does not do itself: whatever touches the page or the secrets. */
export function createMachineActions({ owner, sessions, recorder, tell, onThrown }: MachineActionsOptions): Actions {
  function postAuth({ context }: Args): void {
    owner.post({ type: 'meshes:auth', token: sessions.secretsOf(context.session!).token });
    recorder.note('out', 'meshes:auth', { generation: context.generation });
  }

  const actions: Actions = {
    showFrame: ({ context }) => owner.show(sessions.secretsOf(context.session!).launchUrl!),
    makeRoom({ context }) {
      const room = roomFor(context);
      if (room === 'keep') owner.keep();
      else if (room === 'remove') owner.remove();
    },
    swapFrame: owner.swap,
    retreat(args) {
      const left = leftBy(args.context);
      if (left === 'nothing') owner.remove();
      else if (left === 'launched') owner.swap();
      else if (owner.restore()) postAuth(args);
    },
    dropFrame: owner.drop,
    removeFrame: owner.remove,
    postAuth,
    reportFailure: (_args, { problem }) => tell(problem),
    reportUnresponsive: () => tell(owner.whyUnresponsive()),
    reportIsolated() {
      const why = owner.whyUnresponsive();
      if (why.code === 'cross-origin-isolated') tell(why);
    },
    reportProblem: (_args, { code }) => tell({ code }),
  };

  /** XState ends an actor whose action throws, without a word: what is thrown is reported, and the embed fails. */
  const guarded =
    <Parameters extends readonly unknown[]>(action: (...given: Parameters) => void) =>
    (...given: Parameters): void => {
      try {
        action(...given);
      } catch (error) {
        report(error);
        queueMicrotask(onThrown);
      }
    };
  // Each under its own name, with what it takes: which is more than the compiler knows of a map.
  const all: object = Object.fromEntries(
    Object.entries<(...given: never[]) => void>(actions).map(([name, action]) => [name, guarded(action)]),
  );
  return all as Actions;
}
