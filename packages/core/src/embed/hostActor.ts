import { createActor, type Actor, type InspectionEvent, type SnapshotFrom } from 'xstate';
import type { SessionFacts } from '../machine/context.ts';
import { hostMachine } from '../machine/hostMachine.ts';
import type { HostImplementations } from '../machine/hostTypes.ts';
import { readyTimeoutMs } from '../machine/limits.ts';
import type { LaunchPage } from '../protocol/pages.ts';
import { canMove } from './canMove.ts';
import { boundsOf } from './defaults.ts';
import type { EmbedSettings } from './options.ts';
import type { SessionActors } from './sessionActors.ts';

export type HostSnapshot = SnapshotFrom<typeof hostMachine>;

/** What the machine runs with in a page. */
export interface HostActorOptions {
  /** Read at each use, so that the newest ones count. */
  readonly options: () => EmbedSettings;
  /** The page to mount at. */
  readonly page: LaunchPage;
  /** ms */
  readonly now: () => number;
  readonly sessions: SessionActors;
  readonly actions: HostImplementations['actions'];
  /** The machine took an event; of the end of an actor with what it brought. */
  readonly onMoved: (snapshot: HostSnapshot, event: { readonly type: string; readonly output?: SessionFacts }) => void;
}

/** The machine with the browser's actors and actions; it does nothing until it is started. */
export function createHostActor({
  options,
  page,
  now,
  sessions,
  actions,
  onMoved,
}: HostActorOptions): Actor<typeof hostMachine> {
  const { min, max } = boundsOf(options());
  const { fetchSession, refreshSession } = sessions;
  const actor = createActor(
    hostMachine.provide({ actors: { fetchSession, refreshSession }, actions } satisfies HostImplementations),
    {
      input: {
        now,
        random: Math.random,
        page,
        movable: canMove(),
        hostOrigin: globalThis.location?.origin ?? '',
        minHeight: min,
        maxHeight: max,
        readyTimeout: () => options().readyTimeout ?? readyTimeoutMs,
      },
      inspect(inspected: InspectionEvent) {
        if (inspected.type === '@xstate.snapshot' && inspected.actorRef === actor)
          onMoved(inspected.snapshot as HostSnapshot, inspected.event);
      },
    },
  );
  return actor;
}
