import { describe, expect, test } from 'vitest';
import { createHostRig } from '../support/hostRig.ts';

const context = (host: ReturnType<typeof createHostRig>) => host.actor.getSnapshot().context;

describe('the page that is wanted', () => {
  test('1.4: is the one that is there: nothing is launched', async () => {
    const host = createHostRig();
    await host.goLive();
    host.send({ type: 'PAGE', page: 'dashboard' });
    host.send({ type: 'NAVIGATE', page: '/workspace/rules' }, { type: 'PAGE', page: 'rules' });
    host.send({ type: 'NAVIGATE', page: '/workspace/events/evt_1' }, { type: 'PAGE', page: 'events' });
    expect([host.state(), host.count('fetch'), context(host).at]).toEqual(['live', 1, 'events']);
  });

  test('1.5: is another one than where the user went: launched', async () => {
    const host = createHostRig();
    await host.goLive();
    host.send({ type: 'NAVIGATE', page: '/workspace/rules' }, { type: 'PAGE', page: 'dashboard' });
    expect(host.effects.at(-1)?.input).toEqual({ page: 'dashboard', reason: 'page' });
  });

  test('is on its way: nothing more is asked for', async () => {
    const host = createHostRig();
    await host.goLive();
    host.send({ type: 'PAGE', page: 'rules' }, { type: 'PAGE', page: 'rules' });
    await host.answer();
    host.send({ type: 'PAGE', page: 'rules' });
    expect([host.status(), host.count('fetch')]).toEqual(['launching', 2]);
  });

  test('is wanted again after a failure: asked for at once', async () => {
    const host = createHostRig();
    host.send('MOUNT');
    await host.fail('backend-failed', { retryAfterMs: 90_000 });
    host.send({ type: 'PAGE', page: 'dashboard' });
    expect([host.state(), host.count('fetch')]).toEqual(['minting.asking', 2]);
  });

  test.each([
    ['its details', '/workspace/events/evt_1', 2],
    ['its front', '/workspace/events', 1],
    ['its front with a filter', '/workspace/events/?status=failed', 1],
  ])('is to be shown at its front, and the user is at %s', async (_name, path, fetches) => {
    const host = createHostRig();
    await host.goLive();
    host.send({ type: 'NAVIGATE', page: path }, { type: 'PAGE', page: 'events', front: true });
    expect(host.count('fetch')).toBe(fetches);
  });
});

describe('back to the page that is still on screen, before another one is there', () => {
  const stages: [string, (host: ReturnType<typeof createHostRig>) => void | Promise<unknown>][] = [
    ['while a session is asked for', () => {}],
    ['while it is launched', (host) => host.answer({ sessionId: 'session-2' })],
    ['after the backend failed', (host) => host.fail('backend-failed', { retryAfterMs: 90_000 })],
  ];

  test.each(stages)('%s: it is used again, and nothing more is launched', async (_name, reach) => {
    const host = createHostRig();
    const first = await host.goLive();
    host.send({ type: 'NAVIGATE', page: '/workspace/events/evt_1' }, { type: 'PAGE', page: 'rules' });
    await reach(host);
    host.send({ type: 'PAGE', page: 'events' });
    expect(host.view()).toMatchObject({ status: 'live', page: '/workspace/events/evt_1', problem: null });
    expect([host.session(), host.count('fetch'), context(host).page]).toEqual([first, 2, 'events']);
  });

  test.each([
    ['its details are, and its front is wanted', '/workspace/events/evt_1', 3],
    ['its front is', '/workspace/events', 2],
  ])('%s', async (_name, path, fetches) => {
    const host = createHostRig();
    await host.goLive();
    host.send({ type: 'NAVIGATE', page: path }, { type: 'PAGE', page: 'rules' });
    host.send({ type: 'PAGE', page: 'events', front: true });
    expect(host.count('fetch')).toBe(fetches);
  });

  test('its token has ended meanwhile: launched again', async () => {
    const host = createHostRig();
    await host.goLive();
    host.send({ type: 'PAGE', page: 'rules' });
    await host.fail('backend-failed', { retryAfterMs: 3_600_000 });
    await host.advance(3_000_000);
    host.send({ type: 'PAGE', page: 'dashboard' });
    expect([host.status(), host.effects.at(-1)?.input]).toEqual(['minting', { page: 'dashboard', reason: 'page' }]);
  });
});

test('a path that belongs to no page tells nothing', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send(
    { type: 'NAVIGATE', page: '/workspace/rules' },
    { type: 'NAVIGATE', page: 'javascript:alert(1)' },
    { type: 'NAVIGATE', page: null },
  );
  expect([context(host).at, host.view().page]).toEqual(['rules', null]);
});

describe('hidden in the page', () => {
  test('1.3: 13 times: the same document and session, and no call', async () => {
    const host = createHostRig();
    const session = await host.goLive();
    const from = host.effects.length;
    for (let round = 0; round < 13; round++) {
      host.send('HIDE');
      await host.advance(30_000);
      host.send('SHOW');
      await host.advance(1_000);
    }
    expect([host.state(), host.session(), host.effects.length]).toEqual(['live', session, from]);
  });

  test('for longer than a refresh: refreshed when it is shown', async () => {
    const host = createHostRig();
    await host.goLive({ ttlMs: 300_000 });
    host.send('HIDE');
    await host.advance(290_000);
    expect([host.state(), host.count('refresh')]).toEqual(['live', 0]);
    host.send('SHOW');
    expect([host.state(), host.count('refresh')]).toEqual(['refreshing', 1]);
  });

  test('for longer than its token lives: launched again where the user was', async () => {
    const host = createHostRig();
    await host.goLive({ ttlMs: 300_000 });
    host.send({ type: 'NAVIGATE', page: '/workspace/rules' }, { type: 'HIDE' });
    await host.advance(300_000);
    expect([host.state(), host.count('refresh')]).toEqual(['idle', 0]);
    host.send('SHOW');
    expect(host.effects.at(-1)?.input).toEqual({ page: 'rules', reason: 'mount' });
  });

  test('while it recovers: nothing is begun until it is shown', async () => {
    const host = createHostRig();
    host.send('MOUNT');
    await host.fail('backend-failed');
    host.send('HIDE');
    await host.advance(600_000);
    expect([host.state(), host.count('fetch')]).toEqual(['recovering', 1]);
    host.send('SHOW');
    expect([host.state(), host.count('fetch')]).toEqual(['minting.asking', 2]);
  });
});

describe('while the user waits', () => {
  test('1.13: told after 8 s that it takes long, with the time of the next try', async () => {
    const host = createHostRig();
    host.send('MOUNT');
    await host.advance(7_999);
    expect(host.view()).toMatchObject({ slow: false, retryAt: null });
    await host.advance(1);
    expect(host.view().slow).toBe(true);
    expect(host.view().retryAt).toBeGreaterThan(Date.now() + 6_000);
  });

  test('1.13: after a failure: when the next try is; the same view for the same deadline', async () => {
    const host = createHostRig();
    host.send('MOUNT');
    await host.fail('backend-failed', { retryAfterMs: 3_600_000 });
    expect(host.view().retryAt).toBeGreaterThan(Date.now() + 3_599_000);
    await host.advance(8_000);
    expect(host.view()).toMatchObject({ status: 'recovering', slow: true, problem: { code: 'backend-failed' } });
  });

  test('a press begins a wait of its own; live ends it', async () => {
    const host = createHostRig();
    host.send('MOUNT');
    await host.advance(9_000);
    host.send({ type: 'RELAUNCH', reason: 'relaunch' });
    expect(host.view().slow).toBe(false);
    await host.answer();
    host.send('READY');
    await host.advance(20_000);
    expect(host.view()).toMatchObject({ status: 'live', slow: false, retryAt: null });
  });
});
