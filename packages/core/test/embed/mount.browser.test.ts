import { expect, test } from 'vitest';
import { createEmbedBench, createReports, eventually } from '../support/embedBench.ts';

/** Lets timers that are due fire: what is put off by one task is done then. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('nothing happens before it is mounted', () => {
  const fixture = createEmbedBench();
  const embed = fixture.create();
  embed.refresh();
  embed.relaunch();
  expect(embed.getSnapshot().status).toBe('idle');
  expect(fixture.launches).toEqual([]);
});

test('mounted: one session, one iframe, one token', async () => {
  const fixture = createEmbedBench();
  const { onNavigate, pages } = createReports();
  const { container } = await fixture.live({ onNavigate });
  await eventually(() => expect(pages()).toEqual([expect.stringContaining('took 1')]));
  expect([fixture.launches, fixture.refreshes]).toEqual([['dashboard'], []]);
  expect([...container.children].map(({ tagName }) => tagName)).toEqual(['IFRAME']);
  expect(container.dataset['meshesStatus']).toBe('live');
});

test('mounted twice in the same container: still one', async () => {
  const fixture = createEmbedBench();
  const { embed, container } = await fixture.live();
  embed.mount(container);
  await nextTask();
  expect([fixture.launches.length, fixture.iframes().length, embed.getSnapshot().status]).toEqual([1, 1, 'live']);
});

test('taken out and put in again within one task: the same iframe', async () => {
  const fixture = createEmbedBench();
  const { embed, container, unmount } = await fixture.live();
  const iframe = fixture.iframe();
  unmount();
  embed.mount(container);
  await nextTask();
  expect(fixture.iframe()).toBe(iframe);
  expect([fixture.launches.length, embed.getSnapshot().status]).toEqual([1, 'live']);
});

test('taken out: the iframe is gone, the container as it was, and the session forgotten', async () => {
  const fixture = createEmbedBench();
  const { embed, container, unmount } = await fixture.live();
  unmount();
  unmount();
  await fixture.status(embed, 'idle');
  expect(container.childElementCount).toBe(0);
  expect(container.style.minHeight).toBe('');
  expect(container.getAttribute('aria-busy')).toBe('false');
  expect(embed.getSnapshot()).toMatchObject({ sessionId: null, page: null, problem: null });
});

test('taken out: what the page says is not listened to any more', async () => {
  const fixture = createEmbedBench();
  const { embed, unmount } = await fixture.live();
  unmount();
  await fixture.status(embed, 'idle');
  const { counts } = embed.diagnose();
  expect(counts['in meshes:ready']).toBe(1);
  const arrived = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
  window.postMessage({ type: 'meshes:ready' }, '*');
  await arrived;
  expect(embed.diagnose().counts).toEqual(counts);
});

test('taken out for good and put in again: a session of its own', async () => {
  const fixture = createEmbedBench();
  const { embed, container, unmount } = await fixture.live();
  unmount();
  await fixture.status(embed, 'idle');
  embed.mount(container);
  await fixture.status(embed, 'live');
  expect([fixture.launches.length, fixture.iframes().length]).toEqual([2, 1]);
  expect(embed.getSnapshot().sessionId).toBe('session-2');
});

test('another container takes over, with a fresh launch; the former one’s unmount means nothing then', async () => {
  const fixture = createEmbedBench();
  const { onNavigate, documents } = createReports();
  const { embed, container, unmount } = await fixture.live({ onNavigate });
  await eventually(() => expect(documents()).toBe(1));
  const other = fixture.container();
  embed.mount(other);
  expect([container.childElementCount, container.style.minHeight, container.dataset['meshesStatus']]).toEqual([
    0,
    '',
    'idle',
  ]);
  await eventually(() => expect(documents()).toBe(2));
  unmount();
  await nextTask();
  expect([other.childElementCount, embed.getSnapshot().status, fixture.launches.length]).toEqual([1, 'live', 2]);
});

test('another container while the session is still being fetched: that one session is used', async () => {
  const fixture = createEmbedBench();
  const serve = fixture.hold();
  const embed = fixture.create();
  embed.mount(fixture.container());
  const other = fixture.container();
  embed.mount(other);
  serve();
  await fixture.status(embed, 'live');
  expect([fixture.launches.length, other.childElementCount]).toEqual([1, 1]);
});

test('H6, 1.9c: put in and taken out 100 times: nothing is left, every ask is aborted, and it works', async () => {
  const fixture = createEmbedBench();
  const serve = fixture.hold();
  const container = fixture.container();
  const embed = fixture.create();
  for (let round = 0; round < 100; round++) {
    embed.mount(container)();
    if (round % 10 === 0) await nextTask();
  }
  await fixture.status(embed, 'idle');
  expect(container.childElementCount).toBe(0);
  expect(fixture.launches.length).toBeLessThanOrEqual(12);
  await eventually(() => expect(fixture.signals.every(({ aborted }) => aborted)).toBe(true));
  serve();
  const fresh = fixture.create();
  fresh.mount(fixture.container());
  await fixture.status(fresh, 'live');
});

test('H6: 100 embeds, each put in, taken out and ended: nothing is left', async () => {
  const fixture = createEmbedBench();
  for (let round = 0; round < 100; round++) {
    const embed = fixture.create();
    const unmount = embed.mount(fixture.container());
    if (round % 2) unmount();
    embed.destroy();
  }
  await nextTask();
  expect(fixture.iframes()).toEqual([]);
  expect(fixture.signals.every(({ aborted }) => aborted)).toBe(true);
});

test('1.9l: another container for one that has failed asks for nothing before someone tries again', async () => {
  const fixture = createEmbedBench();
  fixture.refuse(403);
  const embed = fixture.create();
  embed.mount(fixture.container());
  await fixture.status(embed, 'failed');
  embed.mount(fixture.container());
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect([fixture.launches.length, embed.getSnapshot().status]).toEqual([1, 'failed']);
  fixture.refuse(null);
  embed.relaunch();
  await fixture.status(embed, 'live');
  expect([fixture.launches.length, fixture.iframes().length]).toEqual([2, 1]);
});

test('what is no element is refused', () => {
  const embed = createEmbedBench().create();
  for (const container of [null, undefined, document, document.createTextNode('text'), '#embed', {}]) {
    expect(() => embed.mount(container as HTMLElement)).toThrow(expect.objectContaining({ code: 'bad-container' }));
  }
});

test('A1: two on a page have a session each, and only the owner reacts', async () => {
  const fixture = createEmbedBench();
  const [first, second] = [createReports(), createReports()];
  await fixture.live({ onNavigate: first.onNavigate });
  await fixture.live({ onNavigate: second.onNavigate });
  await eventually(() => expect([first.documents(), second.documents()]).toEqual([1, 1]));
  expect(fixture.launches).toHaveLength(2);
  fixture.say({ type: 'meshes:navigate', path: '/mine' }, 1, fixture.iframes()[1]);
  await eventually(() => expect(second.pages()).toContain('/mine'));
  expect(first.pages()).not.toContain('/mine');
});
