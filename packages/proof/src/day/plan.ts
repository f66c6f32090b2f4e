import { createRandom } from '../explore/random.ts';

/** Something that happens to the whole machine. Times in ms from the start of the day. */
export type DayEvent =
  | { readonly kind: 'sleep' | 'outage'; readonly from: number; readonly to: number }
  /** The wall clock is set by so many ms, forth or back; time itself goes on. */
  | { readonly kind: 'clock'; readonly from: number; readonly by: number };

/** What a day is like. */
export interface DayPlan {
  /** ms */
  readonly length: number;
  /** In their order; no two at once. */
  readonly events: readonly DayEvent[];
}

const minute = 60_000;
const hour = 60 * minute;

/** The life of each token. ms */
export const tokenTtlMs = 300_000;
/** The embed asks for a newer token once this share of its life is over. */
export const askShare = 0.8;
/** How many embeds are on the page, and how long after one another they are mounted. ms */
export const embeds = 5;
export const staggerMs = 37_000;

/**
 * A day of work and sleep: sleeps of minutes and of hours, the network gone ten times for less than a token's rest, and the
 * wall clock set forth and back. A shorter day has as many of them, each the shorter, but for the outages.
 */
export function planDay(seed: number, hours: number): DayPlan {
  const random = createRandom(seed);
  const length = hours * hour;
  const scale = hours / 24;
  const between = (least: number, most: number): number => Math.round(least + random.next() * (most - least));
  const wanted: ((from: number) => DayEvent)[] = [
    ...[7 * hour, 2 * hour, hour].map((time) => (from: number): DayEvent => ({
      kind: 'sleep',
      from,
      to: from + time * scale,
    })),
    ...Array.from({ length: 8 }, () => {
      const time = between(2 * minute, 20 * minute);
      return (from: number): DayEvent => ({ kind: 'sleep', from, to: from + time * scale });
    }),
    ...Array.from({ length: 10 }, () => {
      const time = between(10_000, 50_000);
      return (from: number): DayEvent => ({ kind: 'outage', from, to: from + time });
    }),
    ...[2 * hour, -2 * hour, -hour, hour].map((by) => (from: number): DayEvent => ({ kind: 'clock', from, by })),
  ];
  const made = wanted.map((make) => make(0));
  const taken = made.reduce((sum, event) => sum + ('to' in event ? event.to : 0), 0);
  // What is left of the day lies between them, in shares drawn at random; each leaves a moment to the one before.
  const pause = Math.min(2 * minute, (length - taken) / (made.length + 2));
  const shares = made.map(() => random.next());
  const sum = shares.reduce((all, share) => all + share, 0) + 1;
  const spare = length - taken - pause * (made.length + 1);
  const order = made.map((_event, index) => index).sort((a, b) => shares[a]! - shares[b]!);
  let at = pause;
  const events = order.map((index) => {
    at += (shares[index]! / sum) * spare;
    const event = wanted[index]!(Math.round(at));
    at = ('to' in event ? event.to : event.from) + pause;
    return event;
  });
  return { length, events };
}

/**
 * The least number of refreshes that keep these embeds in use: an embed asks once a share of its token's life is over, and
 * gets a token at once, or when the machine wakes or the network is back.
 */
export function leastRefreshes({ length, events }: DayPlan, share = askShare): number {
  let count = 0;
  for (let embed = 0; embed < embeds; embed++) {
    let at = embed * staggerMs;
    for (;;) {
      const due = at + tokenTtlMs * share;
      const during = events.find((event) => 'to' in event && event.from <= due && due < event.to) as
        | { readonly to: number }
        | undefined;
      at = during ? during.to : due;
      if (at >= length) break;
      count += 1;
    }
  }
  return count;
}
