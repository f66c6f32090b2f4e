import { expect, test, vi } from 'vitest';
import { createEmbedBench, createReports, eventually } from '../support/embedBench.ts';

/** So much takes its time on a busy machine. ms */
const patience = 110_000;
vi.setConfig({ testTimeout: 120_000 });

/** Has the embed say something for the last time; when it has come, all that was said before has come, too. */
async function afterAll(fixture: ReturnType<typeof createEmbedBench>, pages: () => string[]): Promise<void> {
  fixture.say({ type: 'meshes:navigate', path: '/last' });
  await vi.waitFor(() => expect(pages()).toContain('/last'), { timeout: patience, interval: 50 });
}

test('B5: 100,000 asks for a newer token in a burst: one refresh, and the trace does not grow', async () => {
  const fixture = createEmbedBench();
  const { onNavigate, pages } = createReports();
  const { embed } = await fixture.live({ onNavigate });
  fixture.hold();
  const began = performance.now();
  fixture.say({ type: 'meshes:token-refresh' }, 100_000);
  await afterAll(fixture, pages);
  // One that gets no answer is given up after 15 s, and tried again: on a busy machine the burst takes longer than that.
  expect(fixture.refreshes.length).toBeLessThanOrEqual(1 + Math.floor((performance.now() - began) / 15_000));
  expect(fixture.refreshes.length).toBeGreaterThan(0);
  expect(embed.trace()).toHaveLength(1_000);
});

test('B5: 100,000 heights in a burst: one for each frame that is drawn, the last one is kept', async () => {
  const fixture = createEmbedBench();
  const { onNavigate, pages } = createReports();
  const onResize = vi.fn();
  let frames = 0;
  const { embed } = await fixture.live({ onNavigate, onResize });
  await eventually(() => expect(onResize).toHaveBeenCalledWith(640));
  const count = (): void => {
    frames += 1;
    drawing = requestAnimationFrame(count);
  };
  let drawing = requestAnimationFrame(count);
  const before = onResize.mock.calls.length;
  fixture.say({ type: 'meshes:resize', height: 900 }, 100_000);
  await afterAll(fixture, pages);
  fixture.say({ type: 'meshes:resize', height: 777 });
  await eventually(() => expect(embed.getSnapshot().height).toBe(777));
  cancelAnimationFrame(drawing);
  expect(onResize.mock.calls.length - before).toBe(2);
  expect(embed.trace().filter(({ name }) => name === 'meshes:resize').length).toBeLessThanOrEqual(frames + 2);
});

test('B5: 20,000 messages that mean nothing: dropped, counted, and without effect', async () => {
  const fixture = createEmbedBench();
  const { onNavigate, pages } = createReports();
  const { embed } = await fixture.live({ onNavigate });
  await eventually(() => expect(pages()).toHaveLength(1));
  await eventually(() => expect(embed.getSnapshot().height).toBe(640));
  const view = embed.getSnapshot();
  fixture.say({ type: 'meshes:future', payload: { deep: true } }, 20_000);
  await afterAll(fixture, pages);
  expect(embed.getSnapshot()).toEqual({ ...view, page: '/last' });
  expect(embed.diagnose().counts['drop unknown-type']).toBe(20_000);
});

test('A9: what the page and its other frames say is dropped, and is in no trace', async () => {
  const fixture = createEmbedBench();
  const { embed } = await fixture.live();
  await eventually(() => expect(embed.getSnapshot().height).toBe(640));
  const view = embed.getSnapshot();
  const steps = embed.trace().length;
  const report = embed.diagnose();
  const text = JSON.stringify(report);
  const before = report.counts['drop other-source'] ?? 0;
  window.postMessage({ type: 'meshes:token-expired' }, '*');
  window.postMessage({ type: 'meshes:navigate', path: '/evil' }, '*');
  await eventually(() => expect(embed.diagnose().counts['drop other-source']).toBe(before + 2));
  // A report does not change afterwards.
  expect(JSON.stringify(report)).toBe(text);
  expect([embed.getSnapshot(), embed.trace().length]).toEqual([view, steps]);
});
