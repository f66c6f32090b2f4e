import { expect, test } from 'vitest';
import { leftBy } from '../../src/machine/roomFor.ts';
import { createHostRig, type HostRig } from '../support/hostRig.ts';

test('mints once it is mounted, shows the iframe once it has a session, and posts the token once it is ready', async () => {
  const host = createHostRig();
  expect(host.state()).toBe('idle');
  host.send('MOUNT');
  expect(host.state()).toBe('minting.asking');
  expect(host.effects.at(-1)).toMatchObject({ did: 'fetch', input: { page: 'dashboard', reason: 'mount' } });
  const session = await host.answer();
  expect(host.state()).toBe('launching.opening');
  expect(host.effects.at(-1)).toMatchObject({ did: 'showFrame', session });
  expect(host.count('postAuth')).toBe(0);
  host.send('READY');
  expect(host.state()).toBe('live');
  expect(host.effects.at(-1)).toMatchObject({ did: 'postAuth', session });
  expect(host.view()).toMatchObject({
    status: 'live',
    sessionId: 'session-1',
    workspaceId: 'workspace-1',
    role: 'admin',
    problem: null,
  });
});

test('mounted twice: one session', async () => {
  const host = createHostRig();
  host.send('MOUNT', 'MOUNT');
  await host.answer();
  host.send('MOUNT');
  expect(host.count('fetch')).toBe(1);
});

test('a page chosen before it is mounted is the one that is launched', () => {
  const host = createHostRig();
  host.send({ type: 'RELAUNCH', page: 'rules', reason: 'page' });
  expect(host.state()).toBe('idle');
  host.send('MOUNT');
  expect(host.effects.at(-1)?.input).toEqual({ page: 'rules', reason: 'mount' });
});

test('a relaunch takes a new page along, else keeps the former one, and tells why', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send({ type: 'RELAUNCH', page: 'events', reason: 'page' });
  expect(host.effects.at(-1)?.input).toEqual({ page: 'events', reason: 'page' });
  await host.answer();
  host.send({ type: 'RELAUNCH', reason: 'relaunch' });
  expect(host.effects.at(-1)?.input).toEqual({ page: 'events', reason: 'relaunch' });
});

test('a relaunch while a session is being fetched gives that one up', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  const { signal } = host.waiting()!;
  host.send({ type: 'RELAUNCH', page: 'rules', reason: 'page' });
  expect(signal.aborted).toBe(true);
  await host.answer();
  expect([host.state(), host.count('fetch'), host.count('showFrame')]).toEqual(['launching.opening', 2, 1]);
});

test('a launch URL that is too old to be used is not used', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer({ launchTtlMs: 0 });
  expect([host.state(), host.problem(), host.count('showFrame')]).toEqual(['recovering', 'launch-url-expired', 0]);
  await host.advanceToTimer();
  expect(host.effects.at(-1)?.input).toEqual({ page: 'dashboard', reason: 'recovery' });
  await host.answer({ launchTtlMs: -5_000 });
  await host.advanceToTimer();
  await host.answer({ launchTtlMs: 0 });
  await host.advanceToTimer();
  await host.answer({ launchTtlMs: 0 });
  expect([host.state(), host.problem(), host.count('showFrame')]).toEqual(['failed', 'launch-url-expired', 0]);
});

test.each([1_000, 15_000, 30_000])(
  '1.7: a launch URL of %s ms that was used in time ends nothing: ready is waited for',
  async (launchTtlMs) => {
    const host = createHostRig();
    host.send('MOUNT');
    await host.answer({ launchTtlMs });
    await host.advance(59_999);
    expect(host.state()).toBe('launching.opening');
    host.send({ type: 'LOADED', foreign: false });
    await host.advance(14_999);
    expect(host.state()).toBe('launching.loaded');
    host.send('READY');
    expect([host.state(), host.count('fetch')]).toEqual(['live', 1]);
  },
);

test('1.7: a document that does not come is waited for for 60 s', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  await host.advance(60_000);
  expect([host.state(), host.problem()]).toEqual(['recovering', 'embed-slow']);
});

test.each(['waited for', 'fetched'])(
  'a document that comes too late, while the next session is %s: live at the first launch, and its reload is noticed',
  async (when) => {
    const host = createHostRig();
    host.send('MOUNT');
    await host.answer();
    await host.advance(60_000);
    expect(leftBy(host.effects.findLast(({ did }) => did === 'retreat')!.context!)).toBe('launched');
    if (when === 'fetched') while (host.state() === 'recovering') await host.advanceToTimer();
    host.send({ type: 'LOADED', foreign: false }, { type: 'READY' });
    expect([host.state(), host.count('showFrame'), host.count('postAuth')]).toEqual(['live', 1, 1]);
    await host.advance(600);
    host.send({ type: 'LOADED', foreign: false });
    expect(host.state()).toBe('launching.reloaded');
  },
);

test.each(['waited for', 'fetched'])(
  'a page of elsewhere that comes too late, while the next session is %s: it is not taken for the embed',
  async (when) => {
    const host = createHostRig();
    host.send('MOUNT');
    await host.answer();
    await host.advance(60_000);
    if (when === 'fetched') while (host.state() === 'recovering') await host.advanceToTimer();
    host.send({ type: 'LOADED', foreign: true });
    expect(host.actor.getSnapshot().context.document).toMatchObject({ loads: 1, ready: false });
  },
);

test('each launch that comes too late and that no one asked for counts, the last one too', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  for (let launch = 0; launch < 4; launch++) {
    if (launch > 0) await host.advanceToTimer();
    await host.answer({ launchTtlMs: 0 });
  }
  expect([host.state(), host.actor.getSnapshot().context.recoveries.length]).toEqual(['failed', 3]);
});

test('1.7: ready that comes a little late: live at the first launch', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  host.send({ type: 'LOADED', foreign: false });
  await host.advance(16_500);
  expect([host.state(), host.problem()]).toEqual(['recovering', 'ready-missing']);
  host.send('READY');
  expect([host.state(), host.problem(), host.count('fetch'), host.count('postAuth')]).toEqual(['live', null, 1, 1]);
});

test('ready that comes while the next session is fetched: live at the first launch, and that one is given up', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  host.send({ type: 'LOADED', foreign: false });
  await host.advance(15_000);
  while (host.state() === 'recovering') await host.advanceToTimer();
  const { signal } = host.waiting()!;
  host.send('READY');
  expect([host.state(), host.count('showFrame'), signal.aborted]).toEqual(['live', 1, true]);
});

test.each([
  ['ready-missing', 'embed-blocked', true],
  ['embed-slow', 'embed-slow', false],
])(
  'H3: ready that never comes (%s) is cured by a few fresh launches, then it has failed with %s',
  async (silence, code, loads) => {
    const host = createHostRig();
    host.send('MOUNT');
    const waits: number[] = [];
    for (let launch = 1; host.state() !== 'failed'; launch++) {
      expect(launch).toBeLessThan(6);
      await host.answer();
      if (loads) host.send({ type: 'LOADED', foreign: false });
      const shownAt = host.now();
      while (host.status() === 'launching') await host.advanceToTimer();
      waits.push(host.now() - shownAt);
      if (host.state() !== 'recovering') continue;
      expect(host.problem()).toBe(silence);
      while (host.state() === 'recovering') await host.advanceToTimer();
    }
    const first = loads ? 15_000 : 60_000;
    expect(waits).toEqual([first, 2 * first, 3 * first, 4 * first]);
    expect(host.problem()).toBe(code);
    expect(host.count('fetch')).toBe(host.count('showFrame'));
    host.send({ type: 'RELAUNCH', reason: 'relaunch' });
    await host.answer();
    host.send('READY');
    expect([host.state(), host.problem()]).toEqual(['live', null]);
  },
);

test('a page that the session may not see: the dashboard is launched in its place, and it is told what was refused', async () => {
  const host = createHostRig();
  host.send({ type: 'RELAUNCH', reason: 'page', page: 'connections' });
  host.send('MOUNT');
  await host.fail('page-refused', { final: true });
  expect([host.state(), host.problem()]).toEqual(['minting.asking', 'page-refused']);
  await host.answer();
  host.send('READY');
  expect([host.state(), host.problem()]).toEqual(['live', null]);
  expect(host.actor.getSnapshot().context.page).toBe('dashboard');
});

test('a dashboard that is refused is final', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.fail('page-refused', { final: true });
  expect([host.state(), host.problem(), host.count('fetch')]).toEqual(['failed', 'page-refused', 1]);
});

test('a document that loaded and stays silent is told of within 5 s, while it is waited for', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  await host.advance(20_000);
  expect(host.count('reportUnresponsive')).toBe(0);
  host.send({ type: 'LOADED', foreign: false });
  await host.advance(4_999);
  expect(host.count('reportUnresponsive')).toBe(0);
  await host.advance(1);
  expect([host.count('reportUnresponsive'), host.state(), host.problem()]).toEqual([1, 'launching.loaded', null]);
  host.send('READY');
  expect([host.state(), host.problem()]).toEqual(['live', null]);
});

test('a document that does not load: within 5 s it is looked whether the page is isolated, once', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  await host.advance(4_999);
  expect(host.count('reportIsolated')).toBe(0);
  await host.advance(1);
  expect([host.count('reportIsolated'), host.state(), host.problem()]).toEqual([1, 'launching.opening', null]);
  await host.advance(20_000);
  expect([host.count('reportIsolated'), host.count('reportUnresponsive')]).toEqual([1, 0]);
});

test('the call for a session is blocked by the page’s own policy: said at once, and nothing is tried again', async () => {
  const host = createHostRig();
  host.send('MOUNT', 'CALL_BLOCKED');
  expect([host.state(), host.problem()]).toEqual(['failed', 'endpoint-blocked']);
  const later = createHostRig();
  later.send('MOUNT');
  await later.fail('backend-unreachable');
  later.send('CALL_BLOCKED');
  expect([later.state(), later.problem()]).toEqual(['failed', 'endpoint-blocked']);
});

test('signed out: it is taken away at once, whatever is under way', async () => {
  for (const go of [
    async () => {},
    async (host: HostRig) => void (await host.answer()),
    async (host: HostRig) => host.goLive(),
  ]) {
    const host = createHostRig();
    host.send('MOUNT');
    await go(host);
    host.send('SIGN_OUT');
    expect([host.state(), host.session(), host.view().onScreen]).toEqual(['idle', null, false]);
    await host.advance(600_000);
    expect(host.count('fetch')).toBe(1);
  }
});

test('the host’s own Content-Security-Policy blocks the iframe: said at once, and nothing is tried again', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  host.send('BLOCKED');
  expect([host.state(), host.problem()]).toEqual(['failed', 'launch-blocked']);
  await host.advance(600_000);
  expect(host.count('fetch')).toBe(1);
});
