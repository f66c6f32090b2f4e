// Mints in a process of its own, so that nothing else is measured: `raceProcess.ts <address> race` lets all racers take
// turns, `raceProcess.ts <address> <racer>` lets one of them mint 10,000 times. Tells by `process.send`.
import { median } from '../median.ts';
import { racers, type Racer, type RacerName } from './racers.ts';

/** The racers' times. */
export interface Race {
  /** Median of a mint, one after the other, in ms. */
  single: Record<RacerName, number>;
  /** Median of a mint, 32 at once, in ms: a batch's time through its mints. */
  together: Record<RacerName, number>;
  /** The same in time of the processor, of all threads. */
  processor: Record<RacerName, number>;
}

const atOnce = 32;
const [, , address = '', what = ''] = process.argv;
const all = racers(address);
const names = Object.keys(all) as RacerName[];

async function batch(ready: Racer, mints: number): Promise<void> {
  let left = mints;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await ready()();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

type Times = Record<RacerName, number>;

/** The median of each racer; they take turns, so that what else the machine does hits all alike. The first tenth does not count. */
async function inTurns(rounds: number, measure: (racer: Racer) => Promise<number>): Promise<Times> {
  const taken = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -Math.ceil(rounds / 10); round < rounds; round++) {
    for (const name of names) {
      const value = await measure(all[name]);
      if (round >= 0) taken.get(name)?.push(value);
    }
  }
  return Object.fromEntries([...taken].map(([name, values]) => [name, median(values)])) as Times;
}

async function wall(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function processor(work: () => Promise<unknown>): Promise<number> {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

async function race(): Promise<Race> {
  const mints = 10 * atOnce;
  return {
    single: await inTurns(2_000, (racer) => wall(racer())),
    together: await inTurns(40, async (racer) => (await wall(() => batch(racer, mints))) / mints),
    processor: await inTurns(40, async (racer) => (await processor(() => batch(racer, mints))) / mints),
  };
}

if (what === 'race') process.send?.(await race());
else {
  await batch(all[what as RacerName], 10_000);
  // In kB, whatever the system counts in.
  process.send?.(process.resourceUsage().maxRSS);
}
process.disconnect();
