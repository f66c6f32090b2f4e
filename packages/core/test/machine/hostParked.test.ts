import { describe, expect, test } from 'vitest';
import { createHostRig, type HostRig } from '../support/hostRig.ts';

const minute = 60_000;

/** Live, and parked for so long at most. ms */
async function parkedRig(forMs = Infinity): Promise<HostRig> {
  const rig = createHostRig();
  await rig.goLive();
  rig.send({ type: 'PARK', until: rig.now() + forMs });
  return rig;
}

/** Asked for before anyone looks at it. */
function preloadRig(options?: Parameters<typeof createHostRig>[0]): HostRig {
  const rig = createHostRig(options);
  rig.send({ type: 'PRELOAD', page: 'rules', until: rig.now() + 2 * minute });
  return rig;
}

describe('an embed that is parked', () => {
  test('is out, and the same one when it is shown', async () => {
    const rig = await parkedRig();
    expect(rig.state()).toBe('parked.ready');
    expect(rig.view()).toMatchObject({ status: 'idle', sessionId: null, onScreen: false });
    rig.send('SHOW');
    expect(rig.state()).toBe('live');
    expect(rig.view()).toMatchObject({ status: 'live', onScreen: true });
    expect([rig.count('fetch'), rig.count('showFrame')]).toEqual([1, 1]);
  });

  test('keeps its token fresh by the timer, and posts the newer one', async () => {
    const rig = await parkedRig();
    const posted = rig.count('postAuth');
    await rig.advanceToTimer();
    expect(rig.waiting()).toMatchObject({ did: 'refresh', reason: 'timer' });
    expect(rig.view().status).toBe('idle');
    await rig.answer();
    expect(rig.state()).toBe('parked.ready');
    expect(rig.count('postAuth')).toBe(posted + 1);
  });

  test('gets the newer token that it asks for', async () => {
    const rig = await parkedRig();
    rig.send('TOKEN_REFRESH');
    expect(rig.waiting()).toMatchObject({ did: 'refresh', reason: 'asked' });
    await rig.answer();
    expect(rig.state()).toBe('parked.ready');
  });

  test('shown while its token is refreshed, it goes on with the same request', async () => {
    const rig = await parkedRig();
    await rig.advanceToTimer();
    rig.send('SHOW');
    expect(rig.state()).toBe('refreshing');
    await rig.answer();
    expect([rig.state(), rig.count('refresh')]).toEqual(['live', 1]);
  });

  test('put out of sight while its token is refreshed, it is parked once that came', async () => {
    const rig = createHostRig();
    await rig.goLive();
    rig.send('REFRESH', 'HEARD');
    rig.send({ type: 'PARK', until: Infinity });
    await rig.answer();
    expect(rig.state()).toBe('parked.ready');
  });

  test('stays when a refresh fails and the token lives, and ends with it', async () => {
    const rig = await parkedRig();
    await rig.advanceToTimer();
    await rig.fail('backend-failed', { final: false });
    expect(rig.state()).toBe('parked.ready');
    expect(rig.count('reportProblem')).toBe(1);
    while (rig.state() !== 'idle') {
      await rig.advanceToTimer();
      if (rig.waiting()) await rig.fail('backend-failed', { final: false });
    }
    expect(rig.count('fetch')).toBe(1);
  });

  test.each([
    [
      'a refused refresh',
      async (rig: HostRig) => (rig.send('TOKEN_EXPIRED'), await rig.fail('refresh-refused', { final: false })),
    ],
    [
      'a final failure',
      async (rig: HostRig) => (rig.send('TOKEN_EXPIRED'), await rig.fail('not-authorized', { final: true })),
    ],
    ['the loss of its iframe', (rig: HostRig) => rig.send('LOST')],
    ['a move that loads it again', (rig: HostRig) => rig.send('MOVED')],
    ['another document in it', (rig: HostRig) => rig.send({ type: 'LOADED', foreign: true })],
    ['sign-out', (rig: HostRig) => rig.send('SIGN_OUT')],
    ['another identity', (rig: HostRig) => rig.send({ type: 'IDENTITY', page: 'dashboard' })],
    ['a wish for another page', (rig: HostRig) => rig.send({ type: 'PAGE', page: 'rules' })],
    ['a wish for a fresh launch', (rig: HostRig) => rig.send({ type: 'RELAUNCH', reason: 'relaunch' })],
    ['an exception', (rig: HostRig) => rig.send('BROKEN')],
  ])('%s ends it, and nothing is launched for no one', async (_name, happen: (rig: HostRig) => unknown) => {
    const rig = await parkedRig();
    await happen(rig);
    await rig.advance(10 * minute);
    expect([rig.state(), rig.session(), rig.count('fetch')]).toEqual(['idle', null, 1]);
  });

  test('parked before it said anything, it has time for that once it is shown', async () => {
    const rig = createHostRig();
    rig.send('MOUNT');
    await rig.answer();
    rig.send({ type: 'READY' }, { type: 'LOADED', foreign: false }, { type: 'PARK', until: Infinity });
    await rig.advance(5 * minute);
    rig.send('SHOW');
    expect(rig.state()).toBe('live');
    rig.send('HEARD');
    await rig.advance(minute);
    expect([rig.state(), rig.count('fetch')]).toEqual(['live', 1]);
  });

  test('parked for too long, it ends; however late its timer is', async () => {
    const rig = await parkedRig(5 * minute);
    await rig.advance(5 * minute - 1);
    expect(rig.state()).toBe('parked.ready');
    rig.sleep(60 * minute);
    rig.send('WAKE');
    expect(rig.state()).toBe('idle');
  });

  test('with another launch behind it, it is not parked: there are two, and one of them is not ready', async () => {
    const rig = createHostRig();
    await rig.goLive();
    rig.send({ type: 'PAGE', page: 'rules' });
    rig.send({ type: 'PARK', until: Infinity });
    expect(rig.actor.getSnapshot().context.parked).toBe(false);
  });
});

describe('an embed that is preloaded', () => {
  test('is launched out of sight, and live as soon as it is shown', async () => {
    const rig = preloadRig();
    expect(rig.waiting()).toMatchObject({ did: 'fetch', reason: 'preload' });
    await rig.answer();
    expect(rig.view()).toMatchObject({ status: 'idle', sessionId: null });
    rig.send({ type: 'LOADED', foreign: false }, { type: 'READY' });
    expect(rig.state()).toBe('parked.ready');
    rig.send('SHOW');
    expect([rig.state(), rig.session()?.sessionId, rig.count('fetch')]).toEqual(['live', expect.any(String), 1]);
  });

  test('shown while its session is fetched or its document loads, it goes on', async () => {
    const rig = preloadRig();
    rig.send('SHOW');
    expect(rig.state()).toBe('minting.asking');
    await rig.answer();
    expect(rig.view().status).toBe('launching');
    const later = preloadRig();
    await later.answer();
    later.send('SHOW');
    expect(later.view().status).toBe('launching');
    later.send({ type: 'LOADED', foreign: false }, { type: 'READY' });
    expect([later.state(), later.count('fetch')]).toEqual(['live', 1]);
  });

  test('that fails is tried no more, and told to no one', async () => {
    const rig = preloadRig();
    await rig.fail('backend-failed', { final: false });
    await rig.advance(10 * minute);
    expect([rig.state(), rig.count('fetch'), rig.count('reportProblem')]).toEqual(['idle', 1, 0]);
  });

  test('that is never shown ends after its time', async () => {
    const rig = preloadRig();
    await rig.answer();
    rig.send({ type: 'LOADED', foreign: false }, { type: 'READY' });
    await rig.advance(2 * minute);
    expect([rig.state(), rig.session(), rig.count('fetch')]).toEqual(['idle', null, 1]);
  });

  test('whose iframe could not be moved waits with its session, for as long as the launch URL lives', async () => {
    const rig = preloadRig({ movable: false });
    await rig.answer({ launchTtlMs: 30_000 });
    expect([rig.state(), rig.count('showFrame')]).toEqual(['parked.minted', 0]);
    await rig.advance(29_000);
    rig.send('SHOW');
    expect([rig.state(), rig.count('showFrame'), rig.count('fetch')]).toEqual(['launching.opening', 1, 1]);

    const late = preloadRig({ movable: false });
    await late.answer({ launchTtlMs: 30_000 });
    late.sleep(31_000);
    late.send('SHOW');
    expect([late.state(), late.count('showFrame'), late.count('fetch')]).toEqual(['minting.asking', 0, 2]);

    const never = preloadRig({ movable: false });
    await never.answer({ launchTtlMs: 30_000 });
    await never.advance(30_000);
    expect([never.state(), never.count('fetch')]).toEqual(['idle', 1]);
  });

  test('too often in a row, it is not: that is a loop', () => {
    const rig = createHostRig();
    for (let time = 0; time < 25; time++)
      rig.send({ type: 'PRELOAD', page: 'rules', until: Infinity }, { type: 'UNMOUNT' });
    expect(rig.count('fetch')).toBe(20);
    expect(rig.state()).toBe('idle');
  });
});

test('a launch that no one asked for counts, also where its session waits for a container', async () => {
  const rig = createHostRig({ movable: false });
  await rig.goLive();
  rig.send('LOST');
  await rig.advanceToTimer();
  rig.send({ type: 'PARK', until: Infinity });
  await rig.answer();
  expect([rig.state(), rig.actor.getSnapshot().context.recoveries.length]).toEqual(['parked.minted', 1]);
});
