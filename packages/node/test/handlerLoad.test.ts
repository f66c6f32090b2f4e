import { describe, expect, test, vi } from 'vitest';
import { createClient } from '../src/client/createMeshesClient.ts';
import { createHandler } from '../src/handler/createSessionHandler.ts';
import { createLimit } from '../src/handler/upstreamLimit.ts';
import type { Clock } from '../src/shared/clock.ts';
import { fakeMeshes, hang, refusal } from './fakeMeshes.ts';
import { credentials, mintedSession, startMs } from './fixtures.ts';
import { authorization, codeOf, fieldsOf, requestOf, testHandler } from './handlerFixtures.ts';
import { passTime } from './passTime.ts';
import { createTestClock } from './testClock.ts';

/** Meshes holds every request until it is told to answer. */
function holding() {
  const held: (() => void)[] = [];
  let most = 0;
  let running = 0;
  const meshes = fakeMeshes(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => held.push(resolve));
    running -= 1;
    return Response.json(mintedSession());
  });
  return { meshes, held, most: () => most };
}

describe('F14: many at once', () => {
  test('1,000 mints: 64 upstream at most, and all of them answered', async () => {
    const { meshes, held, most } = holding();
    const clock = createTestClock();
    const client = createClient({ ...credentials, fetch: meshes.fetch }, clock);
    const handlers = [
      createHandler({ client, authorize: () => authorization }, clock),
      createHandler({ client, authorize: () => authorization }, clock),
    ] as const;
    const statuses: number[] = [];
    for (let index = 0; index < 1000; index += 1) {
      void handlers[index % 2 === 0 ? 0 : 1](requestOf('POST', '/sessions')).then(({ status }) =>
        statuses.push(status),
      );
    }
    // Not before all places are taken: how soon each of them is, is up to the machine.
    await vi.waitFor(() => expect(held).toHaveLength(64));
    while (statuses.length < 1000) {
      for (const release of held.splice(0)) release();
      clock.advance(10);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(most()).toBe(64);
  });

  test('who waits for longer than 10 s gets 503, and is never sent', async () => {
    const { meshes, held } = holding();
    const clock = createTestClock();
    const client = createClient({ ...credentials, fetch: meshes.fetch, timeoutMs: 600_000 }, clock);
    const handler = createHandler({ client, authorize: () => authorization }, clock);
    const first = Array.from({ length: 64 }, () => handler(requestOf('POST', '/sessions')));
    await vi.waitUntil(() => held.length === 64);
    const response = await passTime(clock, handler(requestOf('POST', '/sessions')));
    expect([response.status, response.headers.get('retry-after'), await codeOf(response)]).toEqual([503, '2', 'busy']);
    for (const release of held) release();
    expect((await Promise.all(first)).every(({ status }) => status === 200)).toBe(true);
    expect(meshes.received).toHaveLength(64);
  });
});

describe('places for calls to Meshes', () => {
  /** Never ends, and runs nothing any more: what a runtime makes of a request whose caller has left. */
  function runtime() {
    const clock = createTestClock();
    let isStopped = false;
    const stopped: Clock = { ...clock, after: (ms, run) => clock.after(ms, () => void (isStopped || run())) };
    return { clock, stopped, stop: () => void (isStopped = true) };
  }

  test('3.1: come free by themselves where the runtime has stopped who held them', async () => {
    const { clock, stopped, stop } = runtime();
    const limit = createLimit(64);
    const { signal } = new AbortController();
    for (let index = 0; index < 64; index += 1) void limit.run(() => new Promise(() => {}), signal, stopped);
    for (let index = 0; index < 64; index += 1) void limit.run(() => new Promise(() => {}), signal, stopped);
    stop();
    const later = Promise.all(Array.from({ length: 64 }, (_, index) => limit.run(async () => index, signal, clock)));
    expect(await passTime(clock, later)).toHaveLength(64);
    expect(clock.now() - startMs).toBeLessThanOrEqual(5_000);
  });

  test('are held for as long as a call lasts', async () => {
    const clock = createTestClock();
    const limit = createLimit(1);
    const { signal } = new AbortController();
    let end = () => {};
    const first = limit.run(() => new Promise<void>((resolve) => (end = resolve)), signal, clock);
    let started = false;
    const second = limit.run(async () => void (started = true), signal, clock);
    for (let seconds = 0; seconds < 600; seconds += 1) {
      clock.advance(1000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(started).toBe(false);
    end();
    await first;
    await passTime(clock, second);
    expect([started, clock.running()]).toEqual([true, 0]);
  });

  test('come free where the clock was set back', async () => {
    let offset = 0;
    const clock = createTestClock();
    const moved: Clock = { ...clock, now: () => clock.now() + offset };
    const { stopped, stop } = runtime();
    const limit = createLimit(1);
    const { signal } = new AbortController();
    void limit.run(() => new Promise(() => {}), signal, stopped);
    stop();
    offset = -3_600_000;
    expect(
      await passTime(
        clock,
        limit.run(async () => 'served', signal, moved),
      ),
    ).toBe('served');
  });

  test('are given in the order of coming', async () => {
    const clock = createTestClock();
    const limit = createLimit(2);
    const { signal } = new AbortController();
    const order: number[] = [];
    const work = (index: number) =>
      limit.run(
        async () => {
          order.push(index);
          await new Promise((resolve) => setImmediate(resolve));
        },
        signal,
        clock,
      );
    await passTime(clock, Promise.all(Array.from({ length: 9 }, (_, index) => work(index))));
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('maxConcurrent is the limit of one handler, and queueTimeoutMs how long is waited', async () => {
    const { meshes, held } = holding();
    const clock = createTestClock();
    const client = createClient({ ...credentials, fetch: meshes.fetch, timeoutMs: 600_000 }, clock);
    const handler = createHandler(
      { client, authorize: () => authorization, maxConcurrent: 2, queueTimeoutMs: 3_000 },
      clock,
    );
    const first = [handler(requestOf('POST', '/sessions')), handler(requestOf('POST', '/sessions'))];
    await vi.waitUntil(() => held.length === 2);
    const response = await passTime(clock, handler(requestOf('POST', '/sessions')));
    expect([response.status, await codeOf(response)]).toEqual([503, 'busy']);
    expect(Math.abs(clock.now() - startMs - 3_000)).toBeLessThanOrEqual(1000);
    for (const release of held) release();
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('F15: the caller leaves', () => {
  test('while Meshes is asked: the call upstream is aborted', async () => {
    const { handler, received } = testHandler({ answers: [hang] });
    const caller = new AbortController();
    const response = handler(requestOf('POST', '/sessions', {}, {}, caller.signal));
    await vi.waitUntil(() => received.length === 1);
    caller.abort();
    expect((await response).status).toBe(499);
    expect(received[0]?.signal.aborted).toBe(true);
  });

  test('while authorize thinks: nothing is sent', async () => {
    const { handler, received } = testHandler({ authorize: () => new Promise<null>(() => {}) });
    const caller = new AbortController();
    const response = handler(requestOf('POST', '/sessions', {}, {}, caller.signal));
    caller.abort();
    expect([(await response).status, received.length]).toEqual([499, 0]);
  });
});

describe('F16: CR, LF and NUL', () => {
  test('in what Meshes sends, reach neither a header nor the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { ask } = testHandler({ answers: [refusal(401, { 'x-request-id': 'a b' })], onError: undefined });
    const response = await ask('POST', '/sessions');
    expect(log.mock.calls).toEqual([
      [expect.stringMatching(/^\[meshes-embed\] MeshesApiError unauthorized: [^\r\n\0]+$/)],
    ]);
    expect(JSON.stringify([...response.headers])).not.toMatch(/\\[rn]/);
    log.mockRestore();
  });

  test("in the host's own error, reach no log; its kind is told", async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    class DatabaseError extends Error {
      override name = 'DatabaseError';
    }
    const { ask } = testHandler({
      authorize: () => {
        throw new DatabaseError('password canary\r\nforged line');
      },
      onError: undefined,
    });
    await ask('POST', '/sessions');
    const [[line]] = log.mock.calls as [[string]];
    expect(line).toContain('DatabaseError');
    expect(line).not.toMatch(/canary|forged|[\r\n]/);
    log.mockRestore();
  });

  test('in a subject, change nothing but the grant', async () => {
    const { ask } = testHandler({ authorize: () => ({ ...authorization, subject: 'a\r\nb\0' }) });
    const { grant } = await fieldsOf(await ask('POST', '/sessions'));
    expect(grant).toMatch(/^[\w.-]+$/);
    expect((await ask('POST', '/sessions/ses_1/refresh', { grant })).status).toBe(200);
  });
});
