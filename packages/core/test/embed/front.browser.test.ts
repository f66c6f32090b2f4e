import { expect, test, vi } from 'vitest';
import type { MeshesEmbedOptions } from '../../src/index.ts';
import { createEmbedBench, createReports, eventually } from '../support/embedBench.ts';

/** What a user can see of the embed in each frame that is drawn, until the result is called. */
function watchFrames(
  container: HTMLElement,
): () => { readonly most: number; readonly empty: number; readonly frames: number } {
  const seen = { most: 0, empty: 0, frames: 0 };
  let watching = true;
  function look(): void {
    if (!watching) return;
    const iframes = [...container.querySelectorAll('iframe')];
    const visible = iframes.filter((iframe) => getComputedStyle(iframe).opacity !== '0');
    seen.frames += 1;
    seen.most = Math.max(seen.most, iframes.length);
    if (visible.length !== 1) seen.empty += 1;
    requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
  return () => {
    watching = false;
    return seen;
  };
}

test('another page: the old document stays on screen until the new one is ready, at the same height', async () => {
  const fixture = createEmbedBench();
  const { onNavigate, documents } = createReports();
  const { container, embed } = await fixture.live({ onNavigate });
  await eventually(() => expect(fixture.iframe().offsetHeight).toBe(640));
  const seen = watchFrames(container);
  const former = fixture.iframe();
  embed.update({ page: 'rules' });
  expect([former.isConnected, former.inert]).toEqual([true, true]);
  await eventually(() => expect(documents()).toBe(2));
  expect(former.isConnected).toBe(false);
  const { most, empty, frames } = seen();
  expect(frames).toBeGreaterThan(0);
  expect([most, empty]).toEqual([2, 0]);
  expect([fixture.iframe().offsetHeight, fixture.iframe().inert, fixture.iframe().offsetWidth]).toEqual([
    640,
    false,
    container.clientWidth,
  ]);
});

test('an iframe is not to be seen before its document is the embed, nor once that was reloaded', async () => {
  const fixture = createEmbedBench();
  const opacity = (): string => getComputedStyle(fixture.iframe()).opacity;
  fixture.goSilent();
  const embed = fixture.create();
  embed.mount(fixture.container());
  await fixture.status(embed, 'launching');
  expect(opacity()).toBe('0');
  fixture.goSilent(false);
  embed.relaunch();
  await fixture.status(embed, 'live');
  expect(opacity()).toBe('1');
  fixture.reload();
  await fixture.status(embed, 'launching');
  expect(opacity()).toBe('0');
  await fixture.status(embed, 'live');
  expect(opacity()).toBe('1');
});

test('the focus goes along', async () => {
  const fixture = createEmbedBench();
  const { embed } = await fixture.live();
  fixture.iframe().focus();
  const former = fixture.iframe();
  embed.relaunch();
  await eventually(() => expect(fixture.iframe()).not.toBe(former));
  await fixture.status(embed, 'live');
  expect(document.activeElement).toBe(fixture.iframe());
});

test('refused: the old document stays and can be used, and the problem is told', async () => {
  const fixture = createEmbedBench();
  const onProblem = vi.fn<NonNullable<MeshesEmbedOptions['onProblem']>>();
  const onPageChange = vi.fn();
  const { embed } = await fixture.live({ onProblem, onPageChange });
  const former = fixture.iframe();
  fixture.refuse(403);
  embed.update({ page: 'rules' });
  await eventually(() => expect(onProblem).toHaveBeenCalledOnce());
  expect(onProblem.mock.calls[0]![0].code).toBe('not-authorized');
  expect([fixture.iframe(), former.inert, embed.getSnapshot().status]).toEqual([former, false, 'live']);
  expect(onPageChange.mock.calls).toEqual([['dashboard']]);
});

test('what only may be looked at is not listened to', async () => {
  const fixture = createEmbedBench();
  const { onNavigate, pages } = createReports();
  const onPageChange = vi.fn();
  const { embed } = await fixture.live({ onNavigate, onPageChange });
  fixture.hold();
  embed.relaunch();
  fixture.say({ type: 'meshes:navigate', path: '/workspace/rules' });
  fixture.say({ type: 'meshes:token-refresh' });
  await eventually(() => expect(embed.diagnose().counts['drop kept']).toBeGreaterThanOrEqual(2));
  expect([pages().filter((page) => page.includes('rules')), onPageChange.mock.calls, fixture.refreshes]).toEqual([
    [],
    [],
    [],
  ]);
});

test('identities that follow each other end each session once, and leave no trace of it in the view', async () => {
  const fixture = createEmbedBench();
  const ended: string[] = [];
  const { embed } = await fixture.live({
    identity: 'user-1',
    revokeSession: async ({ sessionId }) => void ended.push(sessionId),
  });
  embed.relaunch({ page: 'rules' });
  await fixture.status(embed, 'launching');
  embed.update({ identity: 'user-2' });
  expect(embed.getSnapshot()).toMatchObject({
    sessionId: null,
    workspaceId: null,
    role: null,
    expiresAt: null,
    page: null,
  });
  embed.update({ identity: 'user-3' });
  embed.update({ identity: 'user-4' });
  await fixture.status(embed, 'live');
  // Those included whose answers came when no one waited for them any more.
  const { sessionId } = embed.getSnapshot();
  await eventually(() =>
    expect(ended.toSorted()).toEqual(
      fixture.launches.map((_page, index) => `session-${index + 1}`).filter((id) => id !== sessionId),
    ),
  );
});

test('1.14: another identity: what is on screen goes at once, its session is ended, the next one is fetched', async () => {
  const fixture = createEmbedBench();
  const revokeSession = vi.fn(() => Promise.reject(new Error('never mind')));
  const { embed, container } = await fixture.live({ identity: 'user-1', revokeSession });
  const serve = fixture.hold();
  embed.update({ identity: 'user-2' });
  expect(container.childElementCount).toBe(0);
  expect(revokeSession.mock.calls).toEqual([[{ sessionId: 'session-1' }]]);
  serve();
  await fixture.status(embed, 'live');
  expect(embed.getSnapshot().sessionId).toBe('session-2');
});

test('the old document goes by itself while the new one is launched: the new one is awaited, and nothing is told', async () => {
  const fixture = createEmbedBench();
  const onProblem = vi.fn();
  const { embed, container } = await fixture.live({ onProblem });
  const serve = fixture.hold();
  embed.relaunch();
  fixture.iframe().remove();
  await eventually(() => expect(embed.getSnapshot().onScreen).toBe(false));
  serve();
  await fixture.status(embed, 'live');
  expect([container.childElementCount, fixture.launches.length, onProblem.mock.calls]).toEqual([1, 2, []]);
});
