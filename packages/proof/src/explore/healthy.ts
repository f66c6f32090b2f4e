import { giveNext, hearNext, mount, relaunch, show, tick } from './moves.ts';
import { tokenOfSession, type Stage } from './stage.ts';
import { contextOf, stateOf, type World } from './world.ts';

/** So many steps a healthy world takes at most to be live again: ten minutes of waiting have few timers. */
const maxSteps = 600;

/**
 * Whether the embed on screen has the token that the host has: what its user sees works. A page that no host can tell
 * from the embed counts as well.
 */
function works({ host, current }: World): boolean {
  if (stateOf(host) === 'live' && current?.mistakable && !current.frame) return true;
  return (
    stateOf(host) === 'live' &&
    current?.frame != null &&
    stateOf(current.frame).startsWith('authenticated') &&
    current.taken === tokenOfSession(contextOf(host).session)
  );
}

/**
 * From now on all goes well: messages arrive in order, the backend answers, documents load and speak, time goes by. The
 * user presses the button once, and only where nothing happens by itself any more.
 *
 * @returns what is wrong, in words; null where the embed works in the end, and goes on to after its token was renewed
 */
export function heal(world: World, stage: Stage): string | null {
  const healing = stage.fork(world);
  if (healing.destroyed) return null;
  if (!healing.online) {
    healing.online = true;
    if (healing.begun) stage.send(healing, { type: 'ONLINE' });
  }
  if (healing.hidden) show(healing, stage);
  let pressed = false;
  let first: number | null = null;
  for (let step = 0; step < maxSteps; step++) {
    if (healing.broken) return `in a healthy world: ${healing.broken}`;
    const { current, host, call } = healing;
    const state = stateOf(host);
    if (hearNext(healing, stage) || giveNext(healing, stage)) continue;
    if (works(healing)) {
      const token = tokenOfSession(contextOf(host).session);
      // It goes on to work with a next token, but for a page that says nothing.
      if (first !== null && (token > first || current!.mistakable)) return null;
      first ??= token;
    }
    if (state === 'idle' || state === 'failed' || host.snapshot.hasTag('out')) {
      if (pressed) return `${state}, after a press of the button, in a healthy world`;
      pressed = true;
      if (healing.mounted) relaunch(healing, stage);
      else mount(healing, stage);
    } else if (call) {
      stage.answer(healing);
    } else if (current && current.document === 0) {
      stage.load(healing, current, 'ready-load');
      stage.sendFrame(healing, current, { type: 'RESIZED', height: 600 } as { type: string });
    } else if (!tick(healing, stage)) {
      return `${state}, and nothing goes on in a healthy world`;
    }
  }
  return `${stateOf(healing.host)}, and the embed has no token, after ${maxSteps} steps of a healthy world`;
}
