import { describe, expect, test } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { createFrameRig } from '../support/frameRig.ts';
import { createTransitionCoverage } from '../support/transitionCoverage.ts';

const coverage = createTransitionCoverage();

function started() {
  const frame = createFrameRig({ inspect: coverage.inspect });
  frame.actor.start();
  return frame;
}

test('says ready when it starts, once', () => {
  const frame = started();
  frame.advance(3_600_000);
  expect(frame.times('meshes:ready')).toEqual([0]);
});

test('says on its page that it waits, when no token comes, and takes a late one', () => {
  const frame = started();
  frame.advance(9_999);
  expect(frame.state()).toBe('waiting');
  frame.advance(1);
  expect(frame.state()).toBe('unauthenticated');
  frame.send({ type: 'AUTH', ttlMs: 60_000 });
  expect(frame.state()).toBe('authenticated.fresh');
});

describe('with a token', () => {
  const authenticated = (life = 100_000) => {
    const frame = started();
    frame.send({ type: 'AUTH', ttlMs: life });
    return frame;
  };

  test('asks for a newer one before its end, and again while none comes, less and less often', () => {
    const frame = authenticated(1_000_000);
    frame.advance(799_999);
    expect(frame.times('meshes:token-refresh')).toEqual([]);
    frame.advance(200_000);
    const asks = frame.times('meshes:token-refresh');
    const waits = asks.slice(1).map((at, index) => at - asks[index]!);
    expect(asks[0]).toBe(800_000);
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  });

  test('says so when it ends, once, and asks no more', () => {
    const frame = authenticated();
    frame.advance(100_000);
    expect(frame.state()).toBe('expired');
    const before = frame.said.length;
    frame.advance(3_600_000);
    expect(frame.times('meshes:token-expired')).toEqual([100_000]);
    expect(frame.said.length).toBe(before);
  });

  test('takes a newer one: the requests start over', () => {
    const frame = authenticated();
    frame.advance(85_000);
    expect(frame.state()).toBe('authenticated.asking');
    frame.send({ type: 'AUTH', ttlMs: 100_000 });
    expect(frame.state()).toBe('authenticated.fresh');
    expect(frame.context()).toMatchObject({ tokens: 2, requests: 0 });
    frame.advance(79_999);
    expect(frame.state()).toBe('authenticated.fresh');
    frame.advance(1);
    expect(frame.state()).toBe('authenticated.asking');
  });

  test('takes one after the end, too', () => {
    const frame = authenticated();
    frame.advance(100_000);
    frame.send({ type: 'AUTH', ttlMs: 100_000 });
    expect(frame.state()).toBe('authenticated.fresh');
    frame.advance(100_000);
    expect(frame.times('meshes:token-expired')).toEqual([100_000, 200_000]);
  });

  test('asks at once after a 401, and further ones add nothing', () => {
    const frame = authenticated();
    for (let call = 0; call < 10; call++) frame.send({ type: 'UNAUTHORIZED' });
    expect(frame.times('meshes:token-refresh')).toEqual([0]);
    frame.advance(100_000);
    expect(frame.state()).toBe('expired');
  });

  test('a 401 without a token means nothing', () => {
    const frame = started();
    frame.send({ type: 'UNAUTHORIZED' });
    expect(frame.state()).toBe('waiting');
    expect(frame.times('meshes:token-refresh')).toEqual([]);
  });

  test('one without any life left is asked about and told at once', () => {
    const frame = authenticated(0);
    frame.advance(0);
    expect(frame.state()).toBe('expired');
  });

  test('a life beyond what a timer can hold fires nothing at once', () => {
    const frame = authenticated(1e12);
    frame.advance(60_000);
    expect([frame.state(), frame.said.length]).toEqual(['authenticated.fresh', 1]);
  });
});

test('tells pages and heights in every state', () => {
  const frame = started();
  const tell = (): void => {
    frame.send({ type: 'MOVED', path: '/workspace/rules' });
    frame.send({ type: 'RESIZED', height: 640 });
  };
  tell();
  frame.send({ type: 'AUTH', ttlMs: 1_000 });
  tell();
  frame.advance(1_000);
  tell();
  expect(frame.times('meshes:navigate')).toEqual([0, 0, 1_000]);
  expect(frame.times('meshes:resize')).toEqual([0, 0, 1_000]);
});

test('every transition of the definition was taken by these tests', () => {
  expect(coverage.missing(createFrameRig().machine as AnyStateMachine)).toEqual([]);
});
