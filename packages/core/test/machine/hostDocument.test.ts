import { describe, expect, test } from 'vitest';
import type { HostEvent } from '../../src/machine/index.ts';
import { createHostRig } from '../support/hostRig.ts';

const loaded: HostEvent = { type: 'LOADED', foreign: false };
const foreign: HostEvent = { type: 'LOADED', foreign: true };
const ready: HostEvent = { type: 'READY' };
const later = 'later';

describe('what the iframe loads, and when it says ready', () => {
  test.each([
    ['ready before its load', [ready, loaded], 'live', 1],
    ['ready after its load', [loaded, ready], 'live', 1],
    ['ready and never a load', [ready], 'live', 1],
    ['ready twice', [ready, loaded, ready], 'live', 2],
    ['ready twice before its load', [ready, ready, loaded], 'live', 2],
    ['reloads itself, ready before the load', [loaded, ready, ready, loaded], 'live', 2],
    ['reloads itself, ready after the load', [loaded, ready, later, loaded, ready], 'live', 2],
    ['1.9j: a loader that moves on: ready of the second document, then its load', [loaded, ready, loaded], 'live', 1],
    ['1.9j: a loader that moves on before anything said ready', [loaded, loaded, ready, loaded], 'live', 1],
    ['reloads itself before it was ready', [loaded, loaded, ready], 'live', 1],
    [
      'reloads itself again and again',
      [loaded, ready, later, loaded, ready, ready, loaded, later, loaded, ready],
      'live',
      4,
    ],
    ['hard reload', [loaded, ready, later, loaded], 'launching.reloaded', 1],
    ['hard reload, ready before its load', [ready, loaded, later, loaded], 'launching.reloaded', 1],
    ['hard reload before it was ready', [loaded, loaded], 'launching.loaded', 0],
    ['hard reload twice', [loaded, ready, later, loaded, loaded], 'launching.reloaded', 1],
    ['another address in src', [loaded, ready, foreign], 'launching.reloaded', 1],
    ['another address in src, before it was ready', [foreign], 'launching.reloaded', 0],
    ['another address in src, and ready just before', [loaded, ready, ready, foreign], 'launching.reloaded', 2],
  ] as const)('%s', async (_name, events, state, auths) => {
    const host = createHostRig();
    host.send('MOUNT');
    await host.answer();
    for (const event of events) {
      // A next document takes its time.
      if (event === later) await host.advance(600);
      else host.send(event);
    }
    expect([host.state(), host.count('postAuth')]).toEqual([state, auths]);
  });
});

test('C6: a hard reload is cured by a fresh launch', async () => {
  const host = createHostRig();
  await host.goLive();
  await host.advance(600);
  host.send(loaded);
  expect(host.view()).toMatchObject({ status: 'launching', sessionId: 'session-1' });
  await host.advance(3_000);
  expect([host.state(), host.problem()]).toEqual(['minting.asking', 'frame-reloaded']);
  await host.answer();
  host.send(ready);
  expect([host.state(), host.count('postAuth')]).toEqual(['live', 2]);
});

test('1.6: a hard reload is cured where the user was', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send({ type: 'NAVIGATE', page: '/workspace/rules' });
  await host.advance(600);
  host.send(loaded);
  await host.advance(3_000);
  expect(host.effects.at(-1)).toMatchObject({ did: 'fetch', input: { page: 'rules' } });
});

test('1.9b: an iframe that is reloaded as soon as it is live, again and again, is given up on; live for 30 s in between, it is not', async () => {
  const reload = async (pause: number) => {
    const host = createHostRig();
    await host.goLive();
    for (let launch = 0; launch < 5 && host.state() === 'live'; launch++) {
      await host.advance(pause);
      host.send(loaded);
      await host.advance(3_000);
      if (host.state() !== 'minting.asking') break;
      await host.answer();
      host.send(loaded, ready);
    }
    return [host.state(), host.problem(), host.count('fetch')];
  };
  expect(await reload(700)).toEqual(['failed', 'frame-reloaded', 4]);
  expect(await reload(31_000)).toEqual(['live', null, 6]);
});

test('1.9f: a frame that leaves after it had its token, before its own load: noticed, and launched again', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  host.send(ready, loaded);
  await host.advance(9_999);
  expect(host.state()).toBe('live');
  await host.advance(1);
  expect([host.state(), host.problem(), host.count('fetch')]).toEqual(['minting.asking', 'embed-silent', 2]);
});

test('a document that may have gone elsewhere stays on screen until another one is ready, and goes where none is to be had', async () => {
  for (const refused of [false, true]) {
    const host = createHostRig();
    host.send('MOUNT');
    await host.answer();
    host.send(ready, loaded);
    await host.advance(10_000);
    expect([host.state(), host.view().onScreen, host.count('dropFrame')]).toEqual(['minting.asking', true, 0]);
    if (refused) {
      await host.fail('not-authorized', { final: true });
      expect([host.state(), host.effects.at(-1)?.did]).toEqual(['failed', 'removeFrame']);
    } else {
      await host.answer();
      host.send(loaded, ready);
      expect([host.state(), host.count('swapFrame')]).toEqual(['live', 2]);
    }
  }
});

test.each(['HEARD', 'READY'] as const)('a frame that says something (%s) after its load has not left', async (type) => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  host.send(
    ready,
    ...(type === 'HEARD' ? ([{ type }, loaded] as const) : ([loaded, ready, { type: 'HEARD' }] as const)),
  );
  await host.advance(60_000);
  expect([host.state(), host.count('fetch')]).toEqual(['live', 1]);
});

test('an embed that never says anything after its token is launched again once, then taken as it is, and told', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  host.send(ready, loaded);
  await host.advance(10_000);
  await host.answer();
  host.send(ready, loaded);
  await host.advance(600_000);
  expect([host.state(), host.count('fetch'), host.count('reportProblem')]).toEqual(['live', 2, 1]);
});

test('an embed that was silent once, and reloads at once when it is back: what is silent then is no embed', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  host.send(ready, loaded);
  await host.advance(10_000);
  await host.answer();
  host.send(loaded);
  await host.advance(30_000);
  expect([host.state(), host.problem()]).toEqual(['recovering', 'ready-missing']);
  // The former one, which is still on screen, reloads itself, and then is reloaded.
  host.send(loaded, ready, loaded);
  expect(host.state()).toBe('live');
  await host.advance(10_000);
  expect([host.state(), host.problem(), host.count('fetch')]).toEqual(['minting.asking', 'embed-silent', 3]);
});

test('a reload that something is heard of after all was none', async () => {
  const host = createHostRig();
  await host.goLive();
  await host.advance(600);
  host.send(loaded);
  expect(host.state()).toBe('launching.reloaded');
  host.send('HEARD');
  await host.advance(60_000);
  expect([host.state(), host.count('fetch')]).toEqual(['live', 1]);
});

test('a launch that failed for another reason does not count: a document that is silent after it is launched again', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer({ launchTtlMs: 0 });
  await host.advanceToTimer();
  await host.answer();
  host.send(ready, loaded);
  await host.advance(10_000);
  expect([host.state(), host.problem(), host.count('fetch')]).toEqual(['minting.asking', 'embed-silent', 3]);
});

test('a document that speaks before it was ever given a token is not live', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  host.send({ type: 'LOADED', foreign: true }, { type: 'HEARD' });
  expect([host.state(), host.count('postAuth')]).toEqual(['launching.reloaded', 0]);
  host.send(ready);
  expect([host.state(), host.count('postAuth')]).toEqual(['live', 1]);
});

test('a document that is silent while it is hidden is waited for once it is shown', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  host.send({ type: 'HIDE' }, ready, loaded);
  await host.advance(20_000);
  expect(host.state()).toBe('live');
  host.send('SHOW');
  await host.answer();
  await host.advance(10_000);
  expect([host.state(), host.problem()]).toEqual(['minting.asking', 'embed-silent']);
});

test('a ready of long ago does not speak for a document that is silent now', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send(ready);
  await host.advance(60_000);
  host.send(loaded);
  expect(host.state()).toBe('launching.reloaded');
});

describe('a hard reload while a refresh is under way', () => {
  test('the refresh succeeds: the token waits for ready, which does not come', async () => {
    const host = createHostRig();
    await host.goLive();
    await host.advance(600);
    host.send('REFRESH');
    host.send(loaded);
    await host.answer();
    expect([host.state(), host.count('postAuth')]).toEqual(['launching.reloaded', 1]);
    await host.advance(3_000);
    expect([host.state(), host.problem()]).toEqual(['minting.asking', 'frame-reloaded']);
  });

  test('the refresh succeeds, and ready comes after all', async () => {
    const host = createHostRig();
    await host.goLive();
    await host.advance(600);
    host.send('REFRESH');
    host.send(loaded);
    const second = await host.answer();
    host.send(ready);
    expect([host.state(), host.effects.at(-1)?.did, host.effects.at(-1)?.session]).toEqual([
      'live',
      'postAuth',
      second,
    ]);
  });

  test('the refresh succeeds, and the document speaks without a ready: it is the one before, and gets the token', async () => {
    const host = createHostRig();
    await host.goLive();
    await host.advance(600);
    host.send('REFRESH');
    host.send(loaded);
    const second = await host.answer();
    host.send('HEARD');
    expect([host.state(), host.effects.at(-1)?.did, host.effects.at(-1)?.session]).toEqual([
      'live',
      'postAuth',
      second,
    ]);
  });

  test('the refresh fails: the silent document is not taken for a live one', async () => {
    const host = createHostRig();
    await host.goLive();
    await host.advance(600);
    host.send('REFRESH');
    host.send(loaded);
    await host.fail('backend-failed');
    expect(host.status()).not.toBe('live');
    await host.advance(10_000);
    expect(host.count('fetch')).toBe(2);
  });

  test('the refresh hangs: the silent document is not taken for a live one', async () => {
    const host = createHostRig();
    await host.goLive();
    await host.advance(600);
    host.send('REFRESH');
    host.send(loaded);
    await host.advance(15_000);
    expect(host.status()).not.toBe('live');
    await host.advance(10_000);
    expect(host.count('fetch')).toBe(2);
  });
});

test('what a fresh launch shows is a document of its own: a ready of the former one counts for nothing', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send({ type: 'RELAUNCH', reason: 'relaunch' }, ready);
  await host.answer();
  expect([host.state(), host.count('postAuth')]).toEqual(['launching.opening', 1]);
  expect(host.view()).toMatchObject({ page: null });
});
