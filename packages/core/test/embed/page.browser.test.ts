import { expect, test, vi } from 'vitest';
import { createEmbedBench, eventually } from '../support/embedBench.ts';

test('back online: what failed for the network is tried again at once', async () => {
  const bench = createEmbedBench();
  let online = false;
  const embed = bench.create({
    fetchSession: (context) =>
      online
        ? bench.options.fetchSession!(context)
        : Promise.reject(Object.assign(new TypeError('Failed to fetch'), { retryAfterMs: 600_000 })),
  });
  embed.mount(bench.container());
  await bench.status(embed, 'recovering');
  expect(embed.getSnapshot().problem?.code).toBe('backend-unreachable');
  online = true;
  window.dispatchEvent(new Event('online'));
  await bench.status(embed, 'live');
});

test.each(['focus', 'pageshow', 'visibilitychange', 'resume'])(
  '%s: before a deadline it changes nothing',
  async (type) => {
    const bench = createEmbedBench();
    const { embed } = await bench.live();
    const target = ['focus', 'pageshow'].includes(type) ? window : document;
    target.dispatchEvent(new Event(type));
    expect([embed.getSnapshot().status, bench.refreshes]).toEqual(['live', []]);
  },
);

test('1.9e: the computer slept until the token was nearly over: refreshed on the first sign of life', async () => {
  const bench = createEmbedBench();
  const { embed } = await bench.live();
  const { now } = Date;
  const slept = vi.spyOn(Date, 'now').mockImplementation(() => now() + 1_750_000);
  window.dispatchEvent(new Event('focus'));
  slept.mockRestore();
  await eventually(() => expect(bench.refreshes).toEqual(['session-1']));
  await bench.status(embed, 'live');
  expect(bench.launches).toHaveLength(1);
});

// Last, as a policy stays in force for as long as the page.
test('the page’s Content-Security-Policy blocks the iframe: said at once, by name', async () => {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "frame-src 'none'";
  document.head.append(policy);
  const bench = createEmbedBench();
  const embed = bench.create();
  embed.mount(bench.container());
  await bench.status(embed, 'failed');
  expect(embed.getSnapshot().problem?.code).toBe('launch-blocked');
  expect(bench.launches).toHaveLength(1);
});
