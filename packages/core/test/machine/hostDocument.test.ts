import { describe, expect, test } from 'vitest';
import type { EmbedEvent } from '../../src/machine/index.ts';
import { createHostRig } from '../support/hostRig.ts';

const loaded: EmbedEvent = { type: 'LOADED', foreign: false };
const foreign: EmbedEvent = { type: 'LOADED', foreign: true };
const ready: EmbedEvent = { type: 'READY' };

describe('what the iframe loads, and when it says ready', () => {
  test.each([
    ['ready before its load', [ready, loaded], 'live', 1],
    ['ready after its load', [loaded, ready], 'live', 1],
    ['ready and never a load', [ready], 'live', 1],
    ['ready twice', [ready, loaded, ready], 'live', 2],
    ['ready twice before its load', [ready, ready, loaded], 'live', 2],
    ['reloads itself, ready before the load', [loaded, ready, ready, loaded], 'live', 2],
    ['reloads itself, ready after the load', [loaded, ready, loaded, ready], 'live', 2],
    ['reloads itself before it was ready', [loaded, loaded, ready], 'live', 1],
    ['reloads itself again and again', [loaded, ready, loaded, ready, ready, loaded, loaded, ready], 'live', 4],
    ['hard reload', [loaded, ready, loaded], 'launching.reloaded', 1],
    ['hard reload, ready before its load', [ready, loaded, loaded], 'launching.reloaded', 1],
    ['hard reload before it was ready', [loaded, loaded], 'launching.reloaded', 0],
    ['hard reload twice', [loaded, ready, loaded, loaded], 'launching.reloaded', 1],
    ['another address in src', [loaded, ready, foreign], 'launching.reloaded', 1],
    ['another address in src, before it was ready', [foreign], 'launching.reloaded', 0],
    ['another address in src, and ready just before', [loaded, ready, ready, foreign], 'launching.reloaded', 2],
  ] as const)('%s', async (_name, events, state, auths) => {
    const host = createHostRig();
    host.send('MOUNT');
    await host.answer();
    for (const event of events) host.send(event);
    expect([host.state(), host.count('postAuth')]).toEqual([state, auths]);
  });
});

test('C6: a hard reload is cured by a fresh launch', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send(loaded);
  expect(host.view()).toMatchObject({ status: 'launching', sessionId: 'session-1' });
  await host.advance(3_000);
  expect([host.state(), host.problem()]).toEqual(['recovering', 'frame-reloaded']);
  await host.advanceToTimer();
  await host.answer();
  host.send(ready);
  expect([host.state(), host.count('postAuth')]).toEqual(['live', 2]);
});

test('an iframe that is hard reloaded again and again is given up on', async () => {
  const host = createHostRig();
  await host.goLive();
  while (host.state() !== 'failed') {
    host.send(loaded);
    await host.advance(3_000);
    await host.advanceToTimer();
    if (host.state() !== 'minting') break;
    await host.answer();
    host.send(loaded, ready);
  }
  expect([host.state(), host.problem(), host.count('fetch')]).toEqual(['failed', 'calls-spent', 12]);
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
    host.send('REFRESH');
    host.send(loaded);
    await host.answer();
    expect([host.state(), host.count('postAuth')]).toEqual(['launching.reloaded', 1]);
    await host.advance(3_000);
    expect([host.state(), host.problem()]).toEqual(['recovering', 'frame-reloaded']);
  });

  test('the refresh succeeds, and ready comes after all', async () => {
    const host = createHostRig();
    await host.goLive();
    host.send('REFRESH');
    host.send(loaded);
    const second = await host.answer();
    host.send(ready);
    expect([host.state(), host.deeds.at(-1)?.did, host.deeds.at(-1)?.session]).toEqual(['live', 'postAuth', second]);
  });

  test('the refresh fails: the silent document is not taken for a live one', async () => {
    const host = createHostRig();
    await host.goLive();
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
