import { expect, test } from 'vitest';
import { idleView, viewOf } from '../../src/view/view.ts';
import { createHostRig } from '../support/hostRig.ts';

test('flat, frozen, and without anything but what a page may know', async () => {
  const host = createHostRig();
  await host.goLive({ expiresAt: 1_800_000_000_000 });
  host.send({ type: 'NAVIGATE', page: '/workspace/rules' }, { type: 'RESIZE', height: 640 });
  const view = host.view();
  expect(view).toEqual({
    status: 'live',
    page: '/workspace/rules',
    height: 640,
    sessionId: 'session-1',
    workspaceId: 'workspace-1',
    role: 'admin',
    expiresAt: 1_800_000_000_000,
    problem: null,
    retryAt: null,
    onScreen: true,
    slow: false,
  });
  expect(Object.isFrozen(view)).toBe(true);
  expect(Object.isFrozen(idleView)).toBe(true);
});

test('the same object as long as nothing visible changed', async () => {
  const host = createHostRig();
  await host.goLive();
  const { context } = host.actor.getSnapshot();
  const view = viewOf('live', context, null, idleView);
  expect(viewOf('live', context, null, view)).toBe(view);
  expect(viewOf('refreshing', context, null, view)).not.toBe(view);
  host.send('READY');
  expect(viewOf('live', host.actor.getSnapshot().context, null, view)).toBe(view);
});

test('before anything happened it is the idle view', () => {
  expect(createHostRig().view()).toBe(idleView);
});
