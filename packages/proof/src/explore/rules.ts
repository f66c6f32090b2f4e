import { moves, type Move } from './moves.ts';
import { tokenOfSession, type Stage } from './stage.ts';
import { contextOf, stateOf, type World } from './world.ts';

/** States in which there is nothing to wait for. */
const resting: readonly string[] = ['idle', 'failed', 'closed'];

/** What the host or its user does to have the embed launched again. */
const launching: readonly string[] = ['the user presses the button', 'another user comes', 'the host mounts it'];

/** A host that launches more often than this within ten seconds loops, and has to wait. */
const loopingLaunches = 20;

/** Events that a machine that has ended must not act upon. */
const late = [
  'MOUNT',
  'RELAUNCH',
  'REFRESH',
  'READY',
  'TOKEN_REFRESH',
  'TOKEN_EXPIRED',
  'HEARD',
  'WAKE',
  'ONLINE',
  'SHOW',
  'LOST',
  'MOVED',
  'BROKEN',
  'UNMOUNT',
  'SIGN_OUT',
  'DEADLINE',
  'FRONT_LOST',
  'CALL_BLOCKED',
];

/** Looks at what holds after each step; the rules about what is done are watched as it is done. */
function checkRules(before: World, world: World, { name }: Move, stage: Stage): void {
  const state = stateOf(world.host);
  const context = contextOf(world.host);
  if (world.destroyed) return checkEnd(before, world, stage);
  const waits = world.host.timers.some(({ dueAt }) => dueAt - world.now < 2 ** 31 - 1);
  if (!resting.includes(state) && !context.hidden && !waits)
    stage.breaks(world, `${state}: nothing is left to wait for`);
  if (state === 'live') {
    if (!world.current) stage.breaks(world, 'live, and no iframe is there');
    else if (!world.current.trusted) stage.breaks(world, 'live, and its document has not said ready');
    else if (world.current.posted !== tokenOfSession(context.session))
      stage.breaks(world, 'live, and the token in use was not posted');
  }
  if (world.begun && !world.hidden && context.hidden) stage.breaks(world, 'taken for hidden, and it is shown');
  if (state === 'failed' && !context.problem) stage.breaks(world, 'failed without a problem');
  if ((state === 'idle' || state === 'failed') && (world.current || world.kept))
    stage.breaks(world, `${state}, and an iframe is there`);
  if (['idle', 'failed', 'live', 'closed'].includes(state) && world.call)
    stage.breaks(world, `${state}, and a call is under way`);
  if (launching.includes(name) && world.begun && !state.startsWith('minting')) checkLaunch(world, stage, state);
}

/** A step of the user is never refused, unless the host loops. */
function checkLaunch(world: World, stage: Stage, state: string): void {
  const { hostLaunches, throttled, hidden } = contextOf(world.host);
  if (
    state === 'recovering' &&
    throttled &&
    hostLaunches.filter((at) => world.now - at < 10_000).length >= loopingLaunches
  )
    return;
  // One that is hidden and another user's begins once it is shown.
  if (hidden || state === 'idle') return;
  stage.breaks(world, `${state}: a step of the user launched nothing`);
}

function checkEnd(before: World, world: World, stage: Stage): void {
  if (stateOf(world.host) !== 'closed') stage.breaks(world, 'destroyed, and not closed');
  if (world.current || world.kept) stage.breaks(world, 'destroyed, and an iframe is there');
  if (world.call) stage.breaks(world, 'destroyed, and a call is under way');
  if (before.destroyed && world.actions.length > 0) stage.breaks(world, 'something was done after destroy');
  if (before.destroyed) return;
  const after = stage.fork(world);
  for (const type of late) stage.send(after, { type });
  for (let timers = 0; timers < 20; timers++) {
    const next = stage.nextTimer(after);
    if (!next) break;
    stage.fire(after, next);
  }
  if (after.actions.length > 0) stage.breaks(world, 'something was done after destroy');
}

/** Lets a move happen to a copy of the world, and watches the rules; null where it cannot happen. */
export function take(world: World, move: number, stage: Stage, random: Parameters<Move['run']>[2]): World | null {
  const next = stage.fork(world);
  const what = moves[move]!;
  if (!what.run(next, stage, random)) return null;
  checkRules(world, next, what, stage);
  return next;
}
