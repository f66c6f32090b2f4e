import { expect, test } from 'vitest';
import { createFaults, isStanding, type FaultPowers } from '../../src/ui/frame/faults.ts';
import type { OutgoingMessage } from '../../src/ui/frame/messages.ts';

const ready: OutgoingMessage = { type: 'meshes:ready' };

/** A page that only remembers what was done to it. */
function fakePage() {
  const said: OutgoingMessage[] = [];
  const frame = { height: 500, listeners: [] as (() => void)[] };
  const delayed: { action: () => void; ms: number }[] = [];
  const went: string[] = [];
  const powers: FaultPowers = {
    say: (message) => said.push(message),
    contentHeight: () => 640,
    frameHeight: () => frame.height,
    onFrameHeight: (listener) => frame.listeners.push(listener),
    later: (action, ms) => delayed.push({ action, ms }),
    leave: (url) => went.push(url),
    reload: () => went.push('reload'),
  };
  return { faults: createFaults(powers), said, frame, delayed, went };
}

function heights(said: readonly OutgoingMessage[]): number[] {
  return said.flatMap((message) => (message.type === 'meshes:resize' ? [message.height] : []));
}

test('without faults everything is said as it is', () => {
  const { faults, said } = fakePage();
  faults.send(ready);
  faults.send({ type: 'meshes:resize', height: 10 });
  expect(said).toEqual([ready, { type: 'meshes:resize', height: 10 }]);
});

test('ready-never: no ready, and everything else', () => {
  const { faults, said } = fakePage();
  faults.act({ fault: 'ready-never' });
  faults.send(ready);
  faults.send({ type: 'meshes:token-refresh' });
  expect(said).toEqual([{ type: 'meshes:token-refresh' }]);
});

test('ready-late: ready after the time that was given', () => {
  const { faults, said, delayed } = fakePage();
  faults.act({ fault: 'ready-late', ms: 4_000 });
  faults.send(ready);
  expect(said).toEqual([]);
  expect(delayed.map(({ ms }) => ms)).toEqual([4_000]);
  delayed[0]?.action();
  expect(said).toEqual([ready]);
});

test('ready-twice: twice from the start, once more in a page that has said it', () => {
  const fromStart = fakePage();
  fromStart.faults.act({ fault: 'ready-twice' });
  fromStart.faults.send(ready);
  expect(fromStart.said).toEqual([ready, ready]);

  const running = fakePage();
  running.faults.send(ready);
  running.faults.act({ fault: 'ready-twice' });
  expect(running.said).toEqual([ready, ready]);
});

test('refresh-requests: as many as were asked for, at once', () => {
  const { faults, said } = fakePage();
  faults.act({ fault: 'refresh-requests', count: 3 });
  expect(said).toEqual(Array.from({ length: 3 }, () => ({ type: 'meshes:token-refresh' })));
});

test('token-expired: said once', () => {
  const { faults, said } = fakePage();
  faults.act({ fault: 'token-expired' });
  expect(said).toEqual([{ type: 'meshes:token-expired' }]);
});

test('resize-never: no height, and everything else', () => {
  const { faults, said } = fakePage();
  faults.act({ fault: 'resize-never' });
  faults.send({ type: 'meshes:resize', height: 10 });
  faults.send(ready);
  expect(said).toEqual([ready]);
});

test('resize-storm: as many as were asked for, varying, all above zero, the true height last', () => {
  const { faults, said } = fakePage();
  faults.act({ fault: 'resize-storm', count: 200 });
  const told = heights(said);
  expect(told).toHaveLength(200);
  expect(new Set(told).size).toBeGreaterThan(100);
  expect(Math.min(...told)).toBeGreaterThan(0);
  expect(told.at(-1)).toBe(640);
});

test('resize-growing: begins by itself, and answers each height of the iframe with one more', () => {
  const { faults, said, frame } = fakePage();
  faults.act({ fault: 'resize-growing' });
  for (let turn = 0; turn < 3; turn += 1) {
    frame.height = heights(said).at(-1) ?? 0;
    frame.listeners.forEach((listener) => listener());
  }
  expect(heights(said)).toEqual([501, 502, 503, 504]);
});

test('resize-growing by another step', () => {
  const { faults, said } = fakePage();
  faults.act({ fault: 'resize-growing', step: 10 });
  expect(heights(said)).toEqual([510]);
});

test('resize-growing twice: one loop', () => {
  const { faults, frame } = fakePage();
  faults.act({ fault: 'resize-growing' });
  faults.act({ fault: 'resize-growing' });
  expect(frame.listeners).toHaveLength(1);
});

test('navigate-away and reload-frame: the page goes', () => {
  const { faults, went } = fakePage();
  faults.act({ fault: 'navigate-away', url: 'https://elsewhere.example/' });
  faults.act({ fault: 'reload-frame' });
  expect(went).toEqual(['https://elsewhere.example/', 'reload']);
});

test('only what spoils the embed’s own messages is in force before the first token', () => {
  const standing = (
    ['ready-never', 'ready-twice', 'resize-never', 'token-expired', 'resize-growing', 'reload-frame'] as const
  ).filter((fault) => isStanding({ fault }));
  expect(standing).toEqual(['ready-never', 'ready-twice', 'resize-never']);
});
