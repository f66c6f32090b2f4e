import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeFake, showEmbed } from './support/bench.ts';

afterEach(() => void vi.useRealTimers());

describe('with fake timers', () => {
  test('an embed is live although no time goes by', async () => {
    vi.useFakeTimers();
    const fake = makeFake();
    const { embed } = showEmbed(fake.options);
    await fake.live();
    expect(embed.getSnapshot().status).toBe('live');
    await fake.expireToken();
    expect(fake.tokensReceived).toBe(2);
  });

  test('the token runs out by the clock of the test', async () => {
    vi.useFakeTimers();
    const fake = makeFake({ expiresIn: 300, advanceTimers: (ms) => vi.advanceTimersByTimeAsync(ms) });
    showEmbed(fake.options);
    await fake.live();
    await vi.advanceTimersByTimeAsync(230_000);
    expect(fake.tokensReceived).toBe(1);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(fake.tokensReceived).toBe(2);
    await vi.advanceTimersByTimeAsync(24 * 240_000);
    expect(fake.tokensReceived).toBeGreaterThan(20);
    expect(fake.calls.filter(({ kind }) => kind === 'launch')).toHaveLength(1);
  });

  test('no timer is left when the embed is gone', async () => {
    vi.useFakeTimers();
    const fake = makeFake();
    const { embed, container } = showEmbed(fake.options);
    await fake.live();
    embed.destroy();
    container.remove();
    fake.restore();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('steps that need time say so where no one lets it go by', async () => {
    vi.useFakeTimers();
    const fake = makeFake({ timeout: 50 });
    fake.backend.fail(503, { times: 1 });
    showEmbed(fake.options);
    await expect(fake.live()).rejects.toThrow(/embeds on the page: recovering.*advanceTimers/);
  });
});

describe('what is waited for in vain is told', () => {
  test('that nothing is mounted', async () => {
    const fake = makeFake({ timeout: 50 });
    await expect(fake.live()).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringMatching(
        /the backend was asked for nothing; embeds on the page: none\. Is the component mounted/,
      ),
    });
  });

  test('that the backend holds its answer', async () => {
    const fake = makeFake({ timeout: 50 });
    fake.backend.hold();
    showEmbed(fake.options);
    await expect(fake.live()).rejects.toThrow(
      /asked for launch, and holds 1 of its answers; embeds on the page: minting/,
    );
  });

  test('that there is no embed to do something', async () => {
    const fake = makeFake();
    expect(() => fake.navigate('rules')).toThrow(/there is no embed on the page.*fake\.live/);
    fake.backend.hold();
    const { embed } = showEmbed(fake.options);
    await fake.backend.answer();
    await fake.live();
    const [before] = fake.embeds;
    embed.destroy();
    await expect(before!.navigate('rules')).rejects.toMatchObject({ code: 'not-live' });
  });
});

test('each step is taken within `act`', async () => {
  const steps: string[] = [];
  const fake = makeFake({
    async act(step) {
      steps.push('in');
      await step();
      steps.push('out');
    },
  });
  showEmbed(fake.options);
  await fake.live();
  await fake.resize(700);
  expect(steps).toEqual(['in', 'out', 'in', 'out']);
});
