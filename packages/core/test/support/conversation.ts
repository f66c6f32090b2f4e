import { createHostRig, settle, type Call, type Deed } from './hostRig.ts';
import { createFrameRig, type Saying } from './frameRig.ts';
import { SteppingClock } from './steppingClock.ts';
import type { SessionFacts } from '../../src/machine/index.ts';

/** What becomes of the next message: lost, or delivered once or more, each time after so long. ms */
export type Fate = readonly number[];

/** What a conversation is like. Each answer is asked for anew. */
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

/**
 * Both machines, talking over a channel that delays, loses and doubles messages, with one simulated clock. Each frame
 * that the host shows runs an embed of its own; a removed one is gone, with all that was on its way.
 */
export function createConversation({ fate, backend, life }: Circumstances) {
  const clock = new SteppingClock();
  const spoken: Spoken[] = [];
  /** What each document took, in the order in which it came. */
  const taken = new Map<number, SessionFacts[]>();
  let document = 0;
  /** The iframe in the page, and the embed in it once it has loaded. */
  let frame: { rig: ReturnType<typeof createFrameRig> | null } | null = null;

  const deliver = (deliveries: Fate, arrive: () => void): void => {
    const addressee = frame;
    for (const after of deliveries) clock.setTimeout(() => frame && addressee === frame && arrive(), after);
  };
  function say(saying: Saying): void {
    spoken.push({ at: clock.now(), from: 'embed', document, type: saying.type });
    deliver(fate(), () => {
      if (saying.type === 'meshes:ready') host.send('READY');
      if (saying.type === 'meshes:token-refresh') host.send('TOKEN_REFRESH');
      if (saying.type === 'meshes:token-expired') host.send('TOKEN_EXPIRED');
    });
  }
  function show(): void {
    document += 1;
    taken.set(document, []);
    frame = { rig: null };
    const loading = frame;
    deliver([40], () => {
      loading.rig = createFrameRig({ clock, say });
      loading.rig.actor.start();
      host.send({ type: 'LOADED', foreign: false });
    });
  }
  function remove(): void {
    frame?.rig?.actor.stop();
    frame = null;
  }
  function answer(call: Call): void {
    const { takes, fails } = backend();
    clock.setTimeout(async () => {
      if (host.waiting() !== call) return;
      await (fails ? host.fail() : host.answer({ life }));
    }, takes);
  }

  const host = createHostRig({
    clock,
    onCall: answer,
    onDeed({ did, session }: Deed) {
      if (did === 'showFrame') show();
      if (did === 'removeFrame') remove();
      if (did === 'postAuth' && session) {
        spoken.push({ at: clock.now(), from: 'host', document, type: 'meshes:auth', session });
        const to = document;
        deliver(fate(), () => {
          taken.get(to)!.push(session);
          frame!.rig!.send({ type: 'AUTH', life });
        });
      }
    },
  });

  return {
    host,
    spoken,
    taken,
    frame: () => frame?.rig,
    document: () => document,
    /** Lets time go by. ms */
    async run(time: number): Promise<void> {
      await settle();
      await host.advance(time);
    },
  };
}
