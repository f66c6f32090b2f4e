import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHostRig, type HostRig } from '../support/hostRig.ts';

const fixed = { seed: 20, numRuns: 60, endOnFailure: true };

const heightOf = (host: HostRig): number => host.view().height ?? 480;
const loops = (host: HostRig): boolean => host.actor.getSnapshot().context.sizing.loop;
const applied = (content: number): number => Math.min(Math.max(Math.ceil(content), 480), 20_000);

async function liveHost(): Promise<HostRig> {
  const host = createHostRig();
  await host.goLive();
  return host;
}

/** Content that changes by itself, a report each so many ms; how often it was told to loop, and whether each report was applied at once. */
async function play(
  host: HostRig,
  heights: readonly number[],
  every: number,
): Promise<{ told: number; followed: boolean }> {
  let told = 0;
  let followed = true;
  for (const height of heights) {
    const before = loops(host);
    host.send({ type: 'RESIZE', height });
    if (loops(host) && !before) told += 1;
    followed &&= heightOf(host) === applied(height);
    await host.advance(every);
  }
  return { told, followed };
}

/** Content that answers the iframe's height after so many frames; how many heights were applied, and how often a loop was told. */
async function answer(
  host: HostRig,
  contentAt: (height: number) => number,
  frames: number,
  latency: number,
): Promise<{ changes: number; told: number }> {
  let changes = 0;
  let told = 0;
  let seen = [heightOf(host)];
  const answers = new Map<number, number>();
  for (let frame = 0; frame < frames; frame += 1) {
    seen = [...seen, heightOf(host)].slice(-latency);
    const [height, loop] = [heightOf(host), loops(host)];
    const content = answers.get(seen[0]!) ?? contentAt(seen[0]!);
    answers.set(seen[0]!, content);
    host.send({ type: 'RESIZE', height: content });
    if (heightOf(host) !== height) changes += 1;
    if (loops(host) && !loop) told += 1;
    const before = heightOf(host);
    await host.advance(16);
    if (heightOf(host) !== before) changes += 1;
  }
  return { changes, told };
}

const curves: readonly ((share: number) => number)[] = [
  (share) => share,
  (share) => share ** 3,
  (share) => 1 - (1 - share) ** 2,
  (share) => 1 - Math.exp(-6 * share) * Math.cos(24 * share),
];

test('2.10: an animation of a second is followed to the pixel, at 60 and at 120 Hz', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...curves),
      fc.constantFrom(16, 8),
      fc.integer({ min: 480, max: 1_500 }),
      fc.integer({ min: 480, max: 3_000 }),
      async (curve, every, from, to) => {
        const host = await liveHost();
        const frames = 1_000 / every;
        const heights = Array.from({ length: frames }, (_, frame) => from + (to - from) * curve((frame + 1) / frames));
        expect(await play(host, heights, every)).toEqual({ told: 0, followed: true });
      },
    ),
    fixed,
  );
});

test('2.10: a window that is dragged for seconds is no loop, and the last height stands', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(16, 8),
      fc.array(fc.record({ to: fc.integer({ min: 500, max: 2_500 }), takes: fc.integer({ min: 200, max: 2_500 }) }), {
        minLength: 1,
        maxLength: 6,
      }),
      async (every, ways) => {
        const host = await liveHost();
        let from = 600;
        for (const { to, takes } of ways) {
          const frames = Math.round(takes / every);
          // People begin and end slowly.
          const heights = Array.from(
            { length: frames },
            (_, frame) => from + (to - from) * (0.5 - Math.cos((Math.PI * (frame + 1)) / frames) / 2),
          );
          expect(await play(host, heights, every)).toMatchObject({ told: 0 });
          from = to;
        }
        await host.advance(1_000);
        expect(heightOf(host)).toBe(from);
      },
    ),
    fixed,
  );
});

test('growth that goes on for long is held for a moment at most', async () => {
  const host = await liveHost();
  let held = 0;
  for (let frame = 1; frame <= 900; frame += 1) {
    const height = 600 + frame * 3 + (frame % 3);
    host.send({ type: 'RESIZE', height });
    if (heightOf(host) !== height) held += 1;
    await host.advance(16);
  }
  expect(held).toBeLessThan(40);
  expect([loops(host), heightOf(host)]).toEqual([false, 3_300]);
});

test('lines that come one by one are followed', async () => {
  const host = await liveHost();
  const lines = Array.from({ length: 600 }, (_, line) => 600 + line * 20);
  expect(await play(host, lines, 120)).toMatchObject({ told: 0 });
  expect(heightOf(host)).toBe(600 + 599 * 20);
});

test('whatever was reported, the last height stands once reports stop', async () => {
  const gap = fc.constantFrom(0, 4, 8, 16, 16, 16, 33, 120, 400, 700, 1_500);
  const stretch = fc.record({
    count: fc.integer({ min: 1, max: 200 }),
    every: gap,
    by: fc.constantFrom(1, 3, 40, -1, -25),
    sway: fc.constantFrom(0, 0, 1, 300),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(stretch, { minLength: 1, maxLength: 6 }), async (stretches) => {
      const host = await liveHost();
      let height = 900;
      for (const { count, every, by, sway } of stretches) {
        for (let report = 0; report < count; report += 1) {
          height = Math.max(1, height + by);
          host.send({ type: 'RESIZE', height: height + (report % 2) * sway });
          await host.advance(every);
        }
      }
      host.send({ type: 'RESIZE', height: height + 1 });
      await host.advance(60_000);
      expect(heightOf(host)).toBe(applied(height + 1));
    }),
    fixed,
  );
});

test('B7: growth with every answer is damped and told once, whatever its steps', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 6 }),
      async (steps, latency) => {
        const host = await liveHost();
        let turn = 0;
        const { changes, told } = await answer(
          host,
          (height) => height + steps[turn++ % steps.length]!,
          3_000,
          latency,
        );
        expect([changes < 220, told]).toEqual([true, 1]);
        const before = heightOf(host);
        host.send({ type: 'RESIZE', height: before - 100 });
        await host.advance(120_000);
        expect(heightOf(host)).toBe(before - 100);
      },
    ),
    { ...fixed, numRuns: 20 },
  );
});

test('B7: a height that swings with every answer is damped at the greater one, and told once', async () => {
  for (const latency of [1, 2, 3, 5]) {
    const host = await liveHost();
    const { changes, told } = await answer(host, (height) => (height > 700 ? 600 : 900), 3_000, latency);
    expect([changes < 120, told]).toEqual([true, 1]);
    expect(heightOf(host)).toBe(900);
  }
});

test('B7: growth is capped', async () => {
  const host = await liveHost();
  await answer(host, (height) => height * 2, 200, 1);
  expect(heightOf(host)).toBe(20_000);
});
