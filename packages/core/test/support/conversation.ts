import { createHostRig, settle, type Call, type Effect } from './hostRig.ts';
import { createFrameRig, type Saying } from './frameRig.ts';
import { SteppingClock } from './steppingClock.ts';
import type { HostContext, SessionFacts } from '../../src/machine/index.ts';
import { leftBy, roomFor } from '../../src/machine/roomFor.ts';

/** What becomes of the next message: lost, or delivered once or more, each time after so long. ms */
export type Fate = readonly number[];

/** What a conversation is like. Each answer is asked for again. */
export interface Circumstances {
  readonly fate: () => Fate;
  /** How long the backend takes, and whether it then fails. ms */
  readonly backend: () => { readonly takes: number; readonly fails: boolean };
  /** The life of each token. ms */
  readonly life: number;
}

/** One thing that was said, and to whom. */
export interface Spoken {
  readonly at: number;
  readonly from: 'host' | 'embed';
  /** Which document of the iframe said or heard it, from 1. */
  readonly document: number;
  readonly type: string;
  readonly session?: SessionFacts;
}

/** An iframe in the page, and the embed in it once it has loaded. */
interface Shown {
  readonly document: number;
  rig: ReturnType<typeof createFrameRig> | null;
}

/**
 * Both machines, talking over a channel that delays, loses and doubles messages, with one simulated clock. Each frame
 * that the host shows runs an embed of its own; a removed one is gone, with all that was on its way.
 */
export function createConversation({ fate, backend, life }: Circumstances) {
  const clock = new SteppingClock();
  const spoken: Spoken[] = [];
  /** What each document took, in the order in which it came. */
  const taken = new Map<number, SessionFacts[]>();
  let documents = 0;
  /** The iframe in use or being launched, and the one that stays on screen meanwhile. */
  let frame: Shown | null = null;
  let kept: Shown | null = null;

  /** What is on its way to or from an iframe is gone with it, and no one listens to one that may only be looked at. */
  const deliver = (deliveries: Fate, to: Shown, arrive: () => void): void => {
    for (const after of deliveries) clock.setTimeout(() => frame === to && arrive(), after);
  };
  function say(from: Shown, saying: Saying): void {
    spoken.push({ at: clock.now(), from: 'embed', document: from.document, type: saying.type });
    deliver(fate(), from, () => {
      host.send(saying.type === 'meshes:ready' ? 'WAKE' : 'HEARD');
      if (saying.type === 'meshes:ready') host.send('READY');
      if (saying.type === 'meshes:token-refresh') host.send('TOKEN_REFRESH');
      if (saying.type === 'meshes:token-expired') host.send('TOKEN_EXPIRED');
    });
  }
  function show(): void {
    documents += 1;
    taken.set(documents, []);
    const loading: Shown = { document: documents, rig: null };
    frame = loading;
    deliver([40], loading, () => {
      loading.rig = createFrameRig({ clock, say: (saying) => say(loading, saying) });
      loading.rig.actor.start();
      host.send({ type: 'LOADED', foreign: false });
    });
  }
  function stop(shown: Shown | null): null {
    shown?.rig?.actor.stop();
    return null;
  }
  function makeRoom(context: HostContext): void {
    const room = roomFor(context);
    if (room === 'leave') return;
    if (room === 'keep' && !kept) kept = frame;
    else frame = stop(frame);
    if (room === 'keep') frame = null;
    else kept = stop(kept);
  }
  function retreat(context: HostContext): void {
    const left = leftBy(context);
    if (kept && left === 'in-use') {
      stop(frame);
      frame = kept;
    } else stop(kept);
    kept = null;
    if (left === 'nothing') frame = stop(frame);
  }
  function answer(call: Call): void {
    const { takes, fails } = backend();
    clock.setTimeout(async () => {
      if (host.waiting() !== call) return;
      await (fails ? host.fail() : host.answer({ ttlMs: life }));
    }, takes);
  }

  const host = createHostRig({
    clock,
    onCall: answer,
    onDeed({ did, session, context }: Effect) {
      if (did === 'showFrame') {
        stop(frame);
        show();
      }
      if (did === 'makeRoom') makeRoom(context!);
      if (did === 'retreat') retreat(context!);
      if (did === 'swapFrame') kept = stop(kept);
      if (did === 'dropFrame' || did === 'removeFrame') frame = stop(frame);
      if (did === 'removeFrame') kept = stop(kept);
      if (did === 'postAuth' && session && frame) {
        const to = frame;
        spoken.push({ at: clock.now(), from: 'host', document: to.document, type: 'meshes:auth', session });
        deliver(fate(), to, () => {
          taken.get(to.document)!.push(session);
          to.rig!.send({ type: 'AUTH', ttlMs: life });
        });
      }
    },
  });

  return {
    host,
    spoken,
    taken,
    frame: () => frame?.rig,
    document: () => documents,
    /** Lets time go by. ms */
    async run(time: number): Promise<void> {
      await settle();
      await host.advance(time);
    },
  };
}
