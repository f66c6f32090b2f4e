import { describe, expect, test } from 'vitest';
import { growth, runReplicas, startFaultyMeshes } from '../src/backend/index.ts';

test('seconds of load, faults and killed replicas: no wrong session, no answer that is lost or not expected', async () => {
  const seed = Math.floor(Math.random() * 1_000_000);
  const meshes = await startFaultyMeshes(seed);
  try {
    const { ledger, memory, lookedUp, kills } = await runReplicas(meshes, { seed, minutes: 0.07 });
    expect([...ledger.faults], `seed ${seed}`).toEqual([]);
    expect(ledger.compared).toBeGreaterThan(0);
    expect(lookedUp).toBe(ledger.owners.size);
    expect(kills).toBeGreaterThan(0);
    expect(memory.length).toBeGreaterThan(0);
    expect(Object.values(await meshes.counts()).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50);
  } finally {
    await meshes.stop();
  }
});

describe('what a process grew by', () => {
  const samples = Array.from({ length: 101 }, (_, index) => ({ at: index / 100, rss: 1_000 }));

  test('is nothing for one that stays, whatever single samples say', () => {
    expect(
      growth(
        samples.map((one, index) => (index % 7 === 0 ? { ...one, rss: 9_000 } : one)),
        ({ rss }) => rss,
      ),
    ).toBe(0);
  });

  test('is told of one that grows after its start, and not for its start', () => {
    expect(
      growth(
        samples.map((one) => ({ ...one, rss: 1_000 + one.at * 100 })),
        ({ rss }) => rss,
      ),
    ).toBeCloseTo(0.063, 2);
    expect(
      growth(
        samples.map((one) => ({ ...one, rss: one.at < 0.2 ? 100 : 1_000 })),
        ({ rss }) => rss,
      ),
    ).toBe(0);
  });
});
