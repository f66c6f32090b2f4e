import { describe, expect, test } from 'vitest';
import { leftBy } from '../../src/machine/roomFor.ts';
import { createHostRig, type HostRig } from '../support/hostRig.ts';

const relaunch = { type: 'RELAUNCH', reason: 'relaunch' } as const;
const did = (host: HostRig, from: number): string[] => host.effects.slice(from).map((effect) => effect.did);

describe('an embed in use stays on screen while another one is launched', () => {
  test('until that one is ready', async () => {
    const host = createHostRig();
    const first = await host.goLive();
    host.send({ type: 'NAVIGATE', page: '/workspace/rules' });
    const from = host.effects.length;
    host.send({ type: 'PAGE', page: 'events' });
    expect(host.view()).toMatchObject({
      status: 'minting',
      onScreen: true,
      sessionId: 'session-1',
      page: '/workspace/rules',
    });
    const second = await host.answer({ sessionId: 'session-2' });
    expect(host.view()).toMatchObject({ status: 'launching', onScreen: true, page: '/workspace/rules' });
    expect(did(host, from)).toEqual(['makeRoom', 'fetch', 'showFrame']);
    host.send('READY');
    expect(did(host, from).slice(3)).toEqual(['swapFrame', 'postAuth']);
    expect(host.effects.at(-1)?.session).toBe(second);
    expect(host.session()).not.toBe(first);
    expect(host.view()).toMatchObject({ status: 'live', onScreen: true, page: null, sessionId: 'session-2' });
  });

  test.each([
    ['refused', (host: HostRig) => host.fail('not-authorized', { final: true })],
    ['blocked by a policy', async (host: HostRig) => void (await host.answer(), host.send('BLOCKED'))],
  ])('%s: it stays in use, and the problem is told', async (_name, go) => {
    const host = createHostRig();
    const first = await host.goLive();
    host.send({ type: 'NAVIGATE', page: '/workspace/rules' }, { type: 'PAGE', page: 'events' });
    await go(host);
    expect(host.view()).toMatchObject({ status: 'live', onScreen: true, problem: null });
    expect([host.session(), host.count('reportProblem')]).toEqual([first, 1]);
    const { page, at } = host.actor.getSnapshot().context;
    expect([page, at]).toEqual(['rules', 'rules']);
  });

  test('the backend fails for a while: in use meanwhile, and the page that was wanted in the end', async () => {
    const host = createHostRig();
    const first = await host.goLive();
    host.send({ type: 'PAGE', page: 'events' });
    await host.fail('backend-failed');
    expect(host.view()).toMatchObject({
      status: 'recovering',
      onScreen: true,
      sessionId: 'session-1',
      problem: { code: 'backend-failed' },
    });
    expect(host.session()).toBe(first);
    while (host.state() === 'recovering') await host.advanceToTimer();
    expect(host.effects.at(-1)?.input).toEqual({ page: 'events', reason: 'recovery' });
    await host.answer({ sessionId: 'session-2' });
    host.send('READY');
    expect([host.state(), host.actor.getSnapshot().context.at, host.session()?.sessionId]).toEqual([
      'live',
      'events',
      'session-2',
    ]);
  });

  test('one that stays silent goes, and what was in use is used again', async () => {
    const host = createHostRig();
    const first = await host.goLive();
    host.send(relaunch);
    await host.answer({ sessionId: 'session-2' });
    host.send({ type: 'LOADED', foreign: false });
    await host.advance(15_000);
    expect(host.effects.at(-1)?.did).toBe('retreat');
    expect([host.state(), host.session()]).toEqual(['recovering', first]);
  });

  test.each([
    ['stays silent', 'launched', (host: HostRig) => host.send({ type: 'LOADED', foreign: false })],
    ['is taken out', 'nothing', (host: HostRig) => host.send('LOST')],
  ] as const)('not when its token ends while the launched one %s: what is left is %s', async (_name, left, go) => {
    const host = createHostRig();
    await host.goLive({ ttlMs: 10_000 });
    host.send(relaunch);
    await host.answer({ sessionId: 'session-2' });
    await host.advance(10_000);
    go(host);
    await host.advance(5_000);
    while (host.status() === 'launching') await host.advanceToTimer();
    const retreat = host.effects.findLast((effect) => effect.did === 'retreat')!;
    expect([leftBy(retreat.context!), retreat.session?.sessionId]).toEqual([left, 'session-2']);
  });

  test('not when its token has ended', async () => {
    const host = createHostRig();
    await host.goLive({ ttlMs: 4_000 });
    host.sleep(5_000);
    host.send(relaunch);
    expect(host.view().onScreen).toBe(false);
    await host.fail('not-authorized', { final: true });
    expect(host.state()).toBe('failed');
  });

  test('gone while another one is launched: nothing to go back to', async () => {
    const host = createHostRig();
    await host.goLive();
    host.send(relaunch, { type: 'FRONT_LOST' });
    await host.fail('not-authorized', { final: true });
    expect(host.state()).toBe('failed');
  });
});

describe('another user', () => {
  test('what is on screen goes at once, its session is let go, a fresh one is fetched', async () => {
    const host = createHostRig();
    await host.goLive();
    const from = host.effects.length;
    host.send({ type: 'IDENTITY', page: 'dashboard' });
    expect(did(host, from)).toEqual(['removeFrame', 'makeRoom', 'fetch']);
    expect(host.session()).toBe(null);
    expect(host.view()).toMatchObject({ status: 'minting', onScreen: false });
    expect(host.effects.at(-1)?.input).toEqual({ page: 'dashboard', reason: 'identity' });
  });
});

describe('a refused refresh', () => {
  test('1.12: is one fresh launch, at the page where the user is', async () => {
    const host = createHostRig();
    await host.goLive();
    host.send({ type: 'NAVIGATE', page: '/workspace/rules' }, { type: 'REFRESH' });
    await host.fail('refresh-refused');
    await host.advance(0);
    expect(host.effects.at(-1)?.input).toEqual({ page: 'rules', reason: 'recovery' });
    expect(host.view()).toMatchObject({ status: 'minting', onScreen: true });
    await host.answer({ sessionId: 'session-2' });
    host.send('READY');
    expect([host.state(), host.problem(), host.session()?.sessionId]).toEqual(['live', null, 'session-2']);
  });

  test('and then a refused mint ends it', async () => {
    const host = createHostRig();
    await host.goLive();
    host.send('REFRESH');
    await host.fail('refresh-refused');
    await host.advance(0);
    await host.fail('not-authorized', { final: true });
    expect([host.state(), host.problem(), host.view().onScreen]).toEqual(['failed', 'not-authorized', false]);
  });

  test('one of a revoked session ends it at once', async () => {
    const host = createHostRig();
    await host.goLive();
    host.send('REFRESH');
    await host.fail('session-revoked', { final: true });
    expect([host.state(), host.count('fetch')]).toEqual(['failed', 1]);
  });
});

describe('the iframe', () => {
  test('1.10: removed by another script: recovered at once, and told', async () => {
    const host = createHostRig();
    await host.goLive();
    host.send({ type: 'NAVIGATE', page: '/workspace/rules' }, { type: 'LOST' });
    expect([host.state(), host.problem(), host.view().onScreen]).toEqual(['recovering', 'frame-removed', false]);
    await host.advance(0);
    expect(host.effects.at(-1)).toMatchObject({ did: 'fetch', input: { page: 'rules', reason: 'recovery' } });
  });

  test('1.9h: moved in the page: launched again at once, and nothing is told', async () => {
    const host = createHostRig();
    await host.goLive();
    for (let move = 0; move < 10; move++) {
      host.send({ type: 'MOVED' });
      expect([host.state(), host.problem()]).toEqual(['minting.asking', null]);
      await host.answer();
      host.send('READY');
    }
    expect([host.state(), host.count('reportProblem')]).toEqual(['live', 0]);
  });
});

test('1.9k: an exception: failed, and a press of the button works', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send('BROKEN');
  expect([host.state(), host.problem()]).toEqual(['failed', 'internal']);
  host.send(relaunch);
  await host.answer();
  host.send('READY');
  expect([host.state(), host.problem()]).toEqual(['live', null]);
});
