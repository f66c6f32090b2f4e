import { expect, test, vi } from 'vitest';
import { createEmbedBench, eventually } from '../support/embedBench.ts';

test('back online: what failed for the network is tried again at once', async () => {
  const fixture = createEmbedBench();
  let online = false;
  const embed = fixture.create({
    fetchSession: (context) =>
      online
        ? fixture.options.fetchSession!(context)
        : Promise.reject(Object.assign(new TypeError('Failed to fetch'), { retryAfterMs: 600_000 })),
  });
  embed.mount(fixture.container());
  await fixture.status(embed, 'recovering');
  expect(embed.getSnapshot().problem?.code).toBe('backend-unreachable');
  online = true;
  window.dispatchEvent(new Event('online'));
  await fixture.status(embed, 'live');
});

test.each(['focus', 'pageshow', 'visibilitychange', 'resume'])(
  '%s: before a deadline it changes nothing',
  async (type) => {
    const fixture = createEmbedBench();
    const { embed } = await fixture.live();
    const target = ['focus', 'pageshow'].includes(type) ? window : document;
    target.dispatchEvent(new Event(type));
    expect([embed.getSnapshot().status, fixture.refreshes]).toEqual(['live', []]);
  },
);

test('1.9e: the computer slept until the token was nearly over: refreshed on the first sign of life', async () => {
  const fixture = createEmbedBench();
  const { embed } = await fixture.live();
  const { now } = Date;
  const slept = vi.spyOn(Date, 'now').mockImplementation(() => now() + 1_750_000);
  window.dispatchEvent(new Event('focus'));
  slept.mockRestore();
  await eventually(() => expect(fixture.refreshes).toEqual(['session-1']));
  await fixture.status(embed, 'live');
  expect(fixture.launches).toHaveLength(1);
});

// Last, as a policy stays in force for as long as the page.
test('the page’s Content-Security-Policy blocks the iframe: said at once, by name', async () => {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "frame-src 'none'";
  document.head.append(policy);
  const fixture = createEmbedBench();
  const embed = fixture.create();
  embed.mount(fixture.container());
  await fixture.status(embed, 'failed');
  expect(embed.getSnapshot().problem?.code).toBe('launch-blocked');
  expect(fixture.launches).toHaveLength(1);
});
