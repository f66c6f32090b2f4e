import type { HostContext, LaunchReason } from '@meshes-embed/core/machine';
import type { MachineState } from './pureMachine.ts';
import { tokenOfSession } from './stage.ts';
import { contextOf, limitWindowMs, stateOf, type Iframe, type World } from './world.ts';

const numbers = new Map<string, number>();
/** A number for each text, the same as long as this process lives. */
function numberOf(text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, numbers.size + 1);
  return numbers.size;
}

let high = 0;
let low = 0;
function mix(value: number): void {
  high = Math.imul(high ^ value, 0x9e37_79b1);
  high ^= high >>> 15;
  low = Math.imul(low ^ (value + 0x7f4a_7c15), 0x85eb_ca77);
  low ^= low >>> 13;
}
const flag = (value: unknown): void => mix(value ? 1 : 2);
const upTo = (value: number, most: number): void => mix(Math.min(value, most));

let times: number[] = [];
/** A time: only whether it is over, and else which of the others come before it, decides. */
const time = (at: number): void => void times.push(at);

function mixTimes(now: number): void {
  const ahead = [...new Set(times.filter((at) => at > now && at < Infinity))].sort((a, b) => a - b);
  for (const at of times) mix(at <= now ? 0 : at === Infinity ? 99 : 1 + ahead.indexOf(at));
}

function timersOf({ timers }: MachineState, now: number): void {
  const own = timers.filter(({ dueAt }) => dueAt - now < 2 ** 31 - 1).sort((a, b) => (a.id < b.id ? -1 : 1));
  mix(own.length);
  for (const { id, dueAt } of own) {
    mix(numberOf(id));
    time(dueAt);
  }
}

type Launched = Pick<
  HostContext,
  'document' | 'session' | 'receivedAt' | 'refreshAt' | 'refreshedAt' | 'rapidRequests' | 'refreshFailures'
>;

function launchedOf(of: Launched | null): void {
  if (!of) return mix(77);
  const { session, receivedAt, refreshAt, refreshedAt, rapidRequests, refreshFailures } = of;
  const { loads, ready, readyAt, repeated, loadedSince, confirmed } = of.document;
  flag(session);
  if (session) {
    time(receivedAt + session.ttlMs);
    time(receivedAt + session.ttlMs / 2);
    time(refreshAt);
  }
  upTo(loads, 2);
  flag(ready);
  flag(loadedSince);
  flag(confirmed);
  flag(repeated);
  if (ready && !loadedSince) time(readyAt + (repeated ? 5_000 : 500));
  upTo(rapidRequests, 3);
  if (rapidRequests > 0) {
    time(refreshedAt + 60_000);
    time(refreshedAt + 2_000 * 2 ** (Math.min(rapidRequests, 6) - 1));
  }
  upTo(refreshFailures, 2);
}

/** The reasons that the machine goes on differently for. */
const unattended: readonly LaunchReason[] = ['recovery'];

function iframeOf(iframe: Iframe | null, now: number, newest: number): void {
  if (!iframe) return mix(55);
  const { frame, document, toHost, toFrame, heardOf, loadedOf, trusted, posted, taken } = iframe;
  upTo(document, 1);
  mix(document - Math.max(heardOf, 0) > 1 ? 2 : document - heardOf);
  mix(Math.min(document - loadedOf, 2));
  flag(trusted);
  flag(iframe.heardSince);
  flag(iframe.mistakable);
  mix(Math.min(newest - posted, 2));
  mix(Math.min(newest - taken, 2));
  mix(toHost.length);
  for (const message of toHost) {
    mix(numberOf(message.type));
    mix(document - message.document);
    flag(message.foreign);
    flag(message.doubled);
  }
  mix(toFrame.length);
  for (const message of toFrame) {
    mix(Math.min(newest - message.token, 3));
    flag(message.doubled);
    time(message.endsAt);
  }
  if (!frame) return mix(33);
  mix(numberOf(stateOf(frame)));
  const { requests } = frame.snapshot.context as { readonly requests: number };
  upTo(requests, 3);
  timersOf(frame, now);
}

/**
 * A world's number: the same for worlds that differ only in what decides nothing, such as absolute times and ids. Times
 * count by their order, tokens by their age, counters up to where they stop to matter.
 */
export function abstractionOf(world: World): number {
  const { host, call, now, tokens } = world;
  const context = contextOf(host);
  high = 0;
  low = 0;
  times = [];
  mix(numberOf(stateOf(host)));
  flag(world.online);
  flag(world.mounted);
  flag(world.begun);
  flag(world.hidden);
  flag(world.signedOut);
  flag(world.keptHasMessages && world.kept);
  flag(world.quietBefore);
  mix(call ? numberOf(`${call.kind} ${call.reason}`) : 1);
  mix(numberOf(context.page));
  mix(numberOf(String(context.at)));
  flag(context.reportedPage);
  flag(unattended.includes(context.launchReason));
  flag(context.refused);
  flag(context.silentLoads > 0);
  flag(context.silentLoads === context.document.loads);
  flag(context.hidden);
  flag(context.refreshMissed);
  flag(context.slow);
  flag(context.throttled);
  mix(numberOf(context.problem?.code ?? '-'));
  upTo(context.backendFailures, 2);
  mix(context.failedLaunches);
  flag(context.liveSince !== null);
  if (context.liveSince !== null && context.failedLaunches > 0) time(context.liveSince + 30_000);
  flag(context.waitingSince !== null);
  const recoveries = context.recoveries.filter((at) => now < at + limitWindowMs);
  const refreshes = context.refreshes.filter((at) => now < at + limitWindowMs);
  mix(recoveries.length);
  if (recoveries.length >= 6) time(recoveries[0]! + limitWindowMs);
  mix(refreshes.length);
  if (refreshes.length >= 12) time(refreshes[0]! + limitWindowMs);
  upTo(context.hostLaunches.filter((at) => now - at < 10_000).length, 20);
  time(context.deadlineAt);
  time(context.notBefore);
  time(context.firstMessageDeadlineAt);
  launchedOf(context);
  launchedOf(context.front);
  flag(tokenOfSession(context.session) < tokens);
  timersOf(host, now);
  iframeOf(world.current, now, tokens);
  iframeOf(world.kept, now, tokens);
  mixTimes(now);
  return (high >>> 0) * 0x20_0000 + ((low >>> 0) & 0x1f_ffff);
}
