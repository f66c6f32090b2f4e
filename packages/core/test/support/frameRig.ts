import { createActor, type InspectionEvent } from 'xstate';
import {
  frameMachine,
  type FrameContext,
  type FrameEvent,
  type FrameImplementations,
} from '../../src/machine/index.ts';
import { SteppingClock } from './steppingClock.ts';

/** What the embed's side said, in the words of the protocol. */
export type Saying =
  | { readonly type: 'meshes:ready' | 'meshes:token-refresh' | 'meshes:token-expired' }
  | { readonly type: 'meshes:navigate'; readonly path: string }
  | { readonly type: 'meshes:resize'; readonly height: number };

/** The embed's machine with a simulated clock, and everything that it says. */
export function createFrameRig({
  clock = new SteppingClock(),
  say = (_saying: Saying): void => {},
  inspect = (_event: InspectionEvent): void => {},
} = {}) {
  const said: { readonly at: number; readonly saying: Saying }[] = [];
  let slept = 0;
  const now = (): number => clock.now() + slept;
  const speak = (saying: Saying): void => {
    said.push({ at: now(), saying });
    say(saying);
  };
  const actor = createActor(
    frameMachine.provide({
      actions: {
        sayReady: () => speak({ type: 'meshes:ready' }),
        requestToken: () => speak({ type: 'meshes:token-refresh' }),
        sayExpired: () => speak({ type: 'meshes:token-expired' }),
        sayPage: (_args, { path }) => speak({ type: 'meshes:navigate', path }),
        sayHeight: (_args, { height }) => speak({ type: 'meshes:resize', height }),
      },
    } satisfies FrameImplementations),
    { clock, input: { now }, inspect },
  );
  return {
    machine: actor.logic,
    actor,
    clock,
    now,
    said,
    state(): string {
      const { value } = actor.getSnapshot();
      return typeof value === 'string' ? value : Object.entries(value as object)[0]!.join('.');
    },
    context: (): FrameContext => actor.getSnapshot().context,
    send: (event: FrameEvent): void => actor.send(event),
    /** When something was said. ms */
    times: (type: Saying['type']): number[] => said.filter(({ saying }) => saying.type === type).map(({ at }) => at),
    /** Lets time go by, each timer firing when it is due. ms */
    advance(time: number): void {
      const end = clock.now() + time;
      for (let due = clock.nextDue(); due !== null && due <= end; due = clock.nextDue())
        clock.set(Math.max(due, clock.now()));
      clock.set(end);
    },
    /** The computer sleeps: time goes by, and no timer notices. ms */
    sleep(time: number): void {
      slept += time;
    },
  };
}
