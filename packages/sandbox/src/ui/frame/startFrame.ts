import { frameMachine, type FrameImplementations } from '@meshes-embed/core/machine';
import { createActor } from 'xstate';
import type { Boot } from '../../wire.ts';
import { createFaults, isStanding } from './faults.ts';
import { openHostChannel } from './hostChannel.ts';
import type { OutgoingMessage } from './messages.ts';
import { createReporter } from './reporter.ts';
import { openSandboxLine } from './sandboxLine.ts';
import { createTokenKeeper, type TokenKeeper } from './tokenKeeper.ts';
import { tokenLife } from './tokenLife.ts';

/** Where the embed stands with its host: still without a token, never given one, signed in, or with none that is left. */
export type FrameStatus = 'waiting' | 'unauthenticated' | 'authenticated' | 'expired';

/** The embed's side of the protocol, running. */
export interface Frame {
  readonly token: Pick<TokenKeeper, 'current' | 'newerThan'>;
  status(): FrameStatus;
  /** Calls the listener at each change of the status; the result ends that. */
  onStatus(listener: () => void): () => void;
  /** The API refused the current token. */
  unauthorized(): void;
  /** The user is on this page now. */
  moved(path: string): void;
  /** The content is this tall now. CSS px */
  resized(height: number): void;
}

/**
 * Says ready and runs the protocol from then on (contract §5).
 *
 * @param path - the page shown at the start; told to the host with the first token.
 */
export function startFrame(boot: Boot, path: string): Frame {
  const keeper = createTokenKeeper();
  const channel = openHostChannel(window, boot.host_origins);
  const sandbox = openSandboxLine(boot);
  const reporter = createReporter(sandbox.report);
  let height = 0;

  function say(message: OutgoingMessage): void {
    channel.say(message);
    reporter.countSent(message.type);
  }

  const faults = createFaults({
    say,
    contentHeight: () => height,
    frameHeight: () => window.innerHeight,
    onFrameHeight: (listener) => window.addEventListener('resize', listener),
    later: (action, ms) => setTimeout(action, ms),
    leave: (url) => window.location.assign(url),
    reload: () => window.location.reload(),
  });

  const actor = createActor(
    frameMachine.provide({
      actions: {
        sayReady: () => faults.send({ type: 'meshes:ready' }),
        requestToken: () => faults.send({ type: 'meshes:token-refresh' }),
        sayExpired: () => faults.send({ type: 'meshes:token-expired' }),
        sayPage: (_args, { path: page }) => faults.send({ type: 'meshes:navigate', path: page }),
        sayHeight: (_args, { height: content }) => faults.send({ type: 'meshes:resize', height: content }),
      },
    } satisfies FrameImplementations),
    { input: { now: () => performance.now() } },
  );

  function status(): FrameStatus {
    const { value } = actor.getSnapshot();
    return (typeof value === 'string' ? value : Object.keys(value)[0]) as FrameStatus;
  }

  function begin(): void {
    actor.send({ type: 'MOVED', path });
    if (height > 0) actor.send({ type: 'RESIZED', height });
    boot.faults.filter((fault) => !isStanding(fault)).forEach(faults.act);
  }

  channel.onToken((token) => {
    const first = keeper.current() === null;
    reporter.countAuth();
    keeper.take(token);
    actor.send({ type: 'AUTH', ttlMs: tokenLife(token) });
    if (first) begin();
  });
  sandbox.onFault(faults.act);
  window.addEventListener('pagehide', reporter.flush);
  boot.faults.filter(isStanding).forEach(faults.act);
  actor.start();

  return {
    token: keeper,
    status,
    onStatus(listener) {
      let last = status();
      const subscription = actor.subscribe(() => {
        const now = status();
        if (now === last) return;
        last = now;
        listener();
      });
      return () => subscription.unsubscribe();
    },
    unauthorized: () => actor.send({ type: 'UNAUTHORIZED' }),
    moved: (to) => actor.send({ type: 'MOVED', path: to }),
    resized(next) {
      height = next;
      // Before the first token there is nothing to show, and so no height worth the host's while.
      if (keeper.current() !== null) actor.send({ type: 'RESIZED', height });
    },
  };
}
