import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium, type CDPSession, type Frame, type Page } from 'playwright';
import { rolldown } from 'rolldown';
import type {} from './heldFrame.ts';
import type { FromBackend, ToBackend } from './backend.ts';
import { askShare, embeds, leastRefreshes, planDay, staggerMs, tokenTtlMs, type DayEvent } from './plan.ts';

/** How a day is played. */
export interface DayOptions {
  readonly seed: number;
  /** So long it is. h */
  readonly hours: number;
  /** Chromium's binary. */
  readonly executablePath: string;
  readonly say: (text: string) => void;
}

/** So long the page's time goes on at most before what was said is waited for. ms */
const maxStepMs = 20_000;
/** So many refreshes fill a trace, of 1,000 steps: what grows after that grows for ever. */
const warmUpRefreshes = 220;
/** More refreshes than the least, as a share of it. */
const maxExcess = 0.02;
/** What garbage collection leaves behind differs by so much from time to time. */
const heapNoise = 0.02;

async function bundle(file: string, format: 'es' | 'iife'): Promise<string> {
  const build = await rolldown({
    input: fileURLToPath(new URL(file, import.meta.url)),
    platform: 'browser',
    logLevel: 'silent',
    transform: { define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' } },
  });
  const { output } = await build.generate({ format });
  await build.close();
  return output[0].code;
}

/** The backend's process, which is told what time it is. */
async function startBackend(script: string, now: number) {
  const child = fork(new URL('backend.ts', import.meta.url));
  const ask = (message: ToBackend): Promise<FromBackend> =>
    new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error('the backend of the day has ended'));
      child.once('exit', ended);
      child.once('message', (answer) => {
        child.off('exit', ended);
        resolve(answer as FromBackend);
      });
      child.send(message);
    });
  return { ...(await ask({ script, now })), at: (time: number) => ask({ now: time }), close: () => child.kill() };
}

type Backend = Awaited<ReturnType<typeof startBackend>>;

/** What is in use once all garbage is gone. */
async function memoryOf(session: CDPSession) {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string): number => metrics.find((metric) => metric.name === name)!.value;
  return {
    heap: value('JSHeapUsedSize'),
    listeners: value('JSEventListeners'),
    nodes: value('Nodes'),
    documents: value('Documents'),
  };
}

/** Time and all that depends on it: the page's, its frames', and the backend's. */
function createDriver(page: Page, backend: Backend, start: number) {
  let at = 0;
  /** When each embed was given its token. */
  const givenAt: number[] = [];
  let posted: readonly number[] = [];
  const inFrames = (run: (frame: Frame) => Promise<unknown>): Promise<unknown> =>
    Promise.all(
      page
        .frames()
        .filter((frame) => frame !== page.mainFrame())
        .map(run),
    );

  /** All that was said is taken, and answered. */
  async function settle(): Promise<void> {
    await page.evaluate(() => window.day!.settled());
    await inFrames((frame) => frame.evaluate(() => window.held.taken()));
    const now = await page.evaluate(() => window.day!.posted());
    now.forEach((count, embed) => {
      if (count !== (posted[embed] ?? 0)) givenAt[embed] = at;
    });
    posted = now;
  }
  async function goOn(ms: number, asleep: boolean): Promise<void> {
    at += ms;
    await backend.at(start + at);
    const run = (frame: Frame): Promise<void> =>
      asleep
        ? frame.evaluate((time) => window.held.wake(time), ms)
        : frame.evaluate((time) => window.held.tick(time), ms);
    // All wake at once: nothing is answered before.
    if (asleep) await page.evaluate(() => window.day!.holdCalls(true));
    await run(page.mainFrame());
    await inFrames(run);
    if (asleep)
      await page.evaluate(() => {
        window.dispatchEvent(new Event('focus'));
        window.day!.holdCalls(false);
      });
    await settle();
  }

  return {
    settle,
    at: (): number => at,
    sleep: (ms: number): Promise<void> => goOn(ms, true),
    /** Time goes on until then, and stops wherever an embed asks for a newer token. */
    async until(then: number): Promise<void> {
      while (at < then) {
        const asks = givenAt.map((given) => given + tokenTtlMs * askShare).filter((time) => time > at);
        await goOn(Math.min(maxStepMs, then - at, ...asks.map((time) => time - at)), false);
      }
    },
  };
}

/** Plays a day, and counts what a user saw of it, what the backend was asked for, and what grew. */
export async function playDay({ seed, hours, executablePath, say }: DayOptions) {
  const plan = planDay(seed, hours);
  const start = Date.UTC(2026, 0, 5, 12);
  const backend = await startBackend(await bundle('hostPage.ts', 'es'), start);
  const browser = await chromium.launch({ executablePath, args: ['--enable-precise-memory-info', '--disable-gpu'] });
  try {
    const context = await browser.newContext();
    await context.addInitScript(await bundle('heldFrame.ts', 'iife'));
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(backend.url);
    await page.waitForFunction(() => 'day' in window);
    const driver = createDriver(page, backend, start);
    for (let embed = 0; embed < embeds; embed++) {
      await driver.until(embed * staggerMs);
      await page.evaluate(() => window.day!.mount());
      await driver.settle();
      await page.evaluate((refreshes) => window.day!.warmUp(refreshes), warmUpRefreshes);
      await driver.settle();
    }
    const { stats: statsBefore } = await backend.at(start + driver.at());

    let before: Awaited<ReturnType<typeof memoryOf>> | undefined;
    for (const event of plan.events) {
      // By then the browser has compiled what it compiles.
      if (event.from > plan.length / 2) before ??= await memoryOf(session);
      await driver.until(event.from);
      say(`${(driver.at() / 3_600_000).toFixed(2)} h: ${wordsOf(event)}`);
      if (event.kind === 'clock') {
        await page.evaluate((by) => window.held.setClock(by), event.by);
      } else if (event.kind === 'sleep') {
        await driver.sleep(event.to - event.from);
      } else {
        await context.setOffline(true);
        await driver.until(event.to);
        await context.setOffline(false);
        await driver.settle();
      }
    }
    await driver.until(plan.length);
    const after = await memoryOf(session);
    const { stats } = await backend.at(start + plan.length);
    const { interruptions, seen, outlived } = await page.evaluate(() => window.day!);
    const statuses = await page.evaluate(() => window.day!.statuses());
    return {
      plan,
      refreshes: stats.refreshes - statsBefore.refreshes + stats.mints - statsBefore.mints,
      mints: stats.mints,
      interruptions,
      seen,
      outlived,
      statuses,
      before: before!,
      after,
      chromium: browser.version(),
    };
  } finally {
    await browser.close();
    backend.close();
  }
}

function wordsOf(event: DayEvent): string {
  if (event.kind === 'clock') return `the clock is set by ${event.by / 60_000} min`;
  const seconds = Math.round((event.to - event.from) / 1_000);
  return `${event.kind === 'sleep' ? 'asleep' : 'no network'} for ${seconds} s`;
}

/** The figures of a day. */
export async function proveDay(options: DayOptions) {
  const {
    plan,
    refreshes: got,
    mints,
    interruptions,
    seen,
    outlived,
    statuses,
    before,
    after,
    chromium: version,
  } = await playDay(options);
  const { hours } = options;
  const least = leastRefreshes(plan);
  const excess = (got - least) / least;
  const growth = (after.heap - before.heap) / before.heap;
  const count = (kind: DayEvent['kind']): number => plan.events.filter((event) => event.kind === kind).length;
  const grown = (name: 'listeners' | 'nodes' | 'documents') => ({
    name: `${name}, from half of the day to its end`,
    value: `${before[name]} to ${after[name]}`,
    target: 'no growth',
    holds: after[name] <= before[name],
  });
  return {
    versions: { Chromium: version },
    figures: [
      { name: 'length of the day', value: `${hours} h`, target: '24 h', holds: hours === 24 },
      { name: 'embeds on the page, and the life of their tokens', value: `${embeds}, ${tokenTtlMs / 1_000} s` },
      {
        name: 'sleeps, outages of the network, clocks set',
        value: `${count('sleep')}, ${count('outage')}, ${count('clock')}`,
      },
      {
        name: 'interruptions that a user sees',
        value: interruptions === 0 ? '0' : `${interruptions}: ${seen.join('; ')}`,
        target: '0',
        holds: interruptions === 0,
      },
      {
        name: 'embeds that are live in the end',
        value: `${statuses.filter((status) => status === 'live').length}`,
        target: `${embeds}`,
        holds: statuses.every((status) => status === 'live'),
      },
      { name: 'sessions', value: `${mints}`, target: `${embeds}`, holds: mints === embeds },
      {
        name: 'refreshes',
        value: `${got}; the least is ${least}, ${excess < 0 ? '' : '+'}${(excess * 100).toFixed(2)} %`,
        target: 'at most 2 % more than the least',
        holds: excess <= maxExcess,
      },
      { name: 'the least where tokens were used to their very end', value: `${leastRefreshes(plan, 1)}` },
      { name: 'problems that were told, and outlived', value: `${outlived}` },
      {
        name: 'heap, from half of the day to its end',
        value: `${(before.heap / 1e6).toFixed(2)} MB to ${(after.heap / 1e6).toFixed(2)} MB, ${(growth * 100).toFixed(2)} %`,
        target: `no growth, to ${heapNoise * 100} %`,
        holds: growth <= heapNoise,
      },
      grown('listeners'),
      grown('nodes'),
      grown('documents'),
    ],
    notes: [],
  };
}
