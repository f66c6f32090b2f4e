import { expect, test } from 'vitest';
import { createHostRig, type HostRig } from '../support/hostRig.ts';

const report = (host: HostRig, ...heights: number[]): void => {
  for (const height of heights) host.send({ type: 'RESIZE', height });
};

test('keeps where the embed says it is, for as long as that document is there', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send({ type: 'NAVIGATE', page: '/workspace/rules' });
  expect(host.view().page).toBe('/workspace/rules');
  host.send('REFRESH');
  host.send({ type: 'NAVIGATE', page: '/workspace/events' });
  await host.answer();
  expect(host.view().page).toBe('/workspace/events');
  host.send('UNMOUNT');
  expect(host.view().page).toBeNull();
});

test('takes heights from launch on, rounded up once, within the bounds', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  expect(host.view().height).toBeNull();
  report(host, 612.2);
  expect(host.view().height).toBe(613);
  report(host, 3);
  expect(host.view().height).toBe(480);
  report(host, 1_000_000_000);
  expect(host.view().height).toBe(20_000);
});

test('new bounds apply at once, and to what comes', async () => {
  const host = createHostRig();
  await host.goLive();
  report(host, 600);
  host.send({ type: 'BOUNDS', min: 700, max: 800 });
  expect(host.view().height).toBe(700);
  report(host, 5_000);
  expect(host.view().height).toBe(800);
  host.send({ type: 'RELAUNCH', reason: 'relaunch' });
  await host.answer();
  report(host, 1);
  expect(host.view().height).toBe(700);
});

test('bounds that are changed before anything was reported make no height', () => {
  const host = createHostRig();
  host.send({ type: 'BOUNDS', min: 700, max: 800 });
  expect(host.view().height).toBeNull();
});

test('B7: a height that grows with every answer comes to rest', async () => {
  const host = createHostRig();
  await host.goLive();
  const seen = new Set<number | null>();
  for (let frame = 0; frame < 2_000; frame++) {
    report(host, (host.view().height ?? 480) + 4);
    seen.add(host.view().height);
    await host.advance(16);
  }
  expect(seen.size).toBeLessThan(200);
  expect(host.state()).toBe('live');
});

test('B7: a height that swings comes to rest at the greater one', async () => {
  const host = createHostRig();
  await host.goLive();
  for (let frame = 0; frame < 1_000; frame++) {
    report(host, frame % 2 ? 600 : 900);
    await host.advance(16);
  }
  expect(host.view().height).toBe(900);
});
