import { describe, expect, test } from 'vitest';
import { createClient } from '../src/client/createMeshesClient.ts';
import type { MeshesClientOptions } from '../src/client/clientOptions.ts';
import type { CallOptions, MeshesApiError, MeshesSessions } from '../src/index.ts';
import { fakeMeshes, hang, json, networkFailure, refusal, type Answer } from './fakeMeshes.ts';
import { credentials, mintedSession, refreshedSession, startMs, workspace } from './fixtures.ts';
import { createTestClock } from './testClock.ts';
import { thrownBy } from './thrownBy.ts';

const mint = { workspace_id: workspace };

function setUp(answers: Answer[], options: Partial<MeshesClientOptions> = {}, chance = 0.5) {
  const clock = createTestClock({ instantBelowMs: options.timeoutMs ?? 10_000, random: chance });
  const meshes = fakeMeshes(...answers);
  const { sessions } = createClient({ ...credentials, ...options, fetch: meshes.fetch }, clock);
  return { clock, sessions, received: meshes.received };
}

describe('what may pass is tried again', () => {
  test.each([429, 500, 503])('a mint after %i', async (status) => {
    const { sessions, received } = setUp([refusal(status), refusal(status), json(mintedSession())]);
    await expect(sessions.mint(mint)).resolves.toMatchObject({ session_id: 'ses_1' });
    expect(received).toHaveLength(3);
  });

  test.each([502, 504])('a refresh after %i', async (status) => {
    const { sessions, received } = setUp([refusal(status), refusal(status), json(refreshedSession())]);
    await expect(sessions.refresh('ses_1')).resolves.toMatchObject({ session_id: 'ses_1' });
    expect(received).toHaveLength(3);
  });

  test('no more often than retries say', async () => {
    const { sessions, received } = setUp([refusal(503)], { retries: 1 });
    expect(await thrownBy(() => sessions.mint(mint))).toMatchObject({
      code: 'server-error',
      status: 503,
      retryable: true,
    });
    expect(received).toHaveLength(2);
  });

  test.each([400, 401, 403, 404, 409, 418])('but never after %i', async (status) => {
    const { sessions, received } = setUp([refusal(status)]);
    expect(await thrownBy(() => sessions.mint(mint))).toMatchObject({ status, retryable: false });
    expect(received).toHaveLength(1);
  });
});

describe('a mint whose answer was lost is sent once more at most', () => {
  test.each([
    ['the network fails', networkFailure],
    ['a gateway has no answer (502)', refusal(502)],
    ['a gateway has no answer (504)', refusal(504)],
    [
      'the answer is cut',
      () =>
        new Response(new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) }), {
          headers: { 'content-type': 'application/json' },
        }),
    ],
  ] as [string, Answer][])('%s', async (_, lost) => {
    const { sessions, received } = setUp([lost], { retries: 5 });
    expect(await thrownBy(() => sessions.mint(mint))).toMatchObject({ retryable: true });
    expect(received).toHaveLength(2);
  });

  test('also where the second answer is another failure', async () => {
    const { sessions, received } = setUp([networkFailure, refusal(503)], { retries: 5 });
    await thrownBy(() => sessions.mint(mint));
    expect(received).toHaveLength(2);
  });

  test('a refresh and a listing are sent again as often as any call', async () => {
    const { sessions, received } = setUp([networkFailure]);
    expect(await thrownBy(() => sessions.refresh('ses_1'))).toMatchObject({ code: 'network', status: null });
    await thrownBy(() => sessions.list(mint).page());
    expect(received).toHaveLength(6);
  });
});

describe("a call's own retries", () => {
  const calls = [
    ['mint', (sessions, options) => sessions.mint(mint, options)],
    ['refresh', (sessions, options) => sessions.refresh('ses_1', options)],
    ['list', (sessions, options) => sessions.list(mint, options).page()],
    ['revoke', (sessions, options) => sessions.revoke('ses_1', options)],
  ] as [string, (sessions: MeshesSessions, options: CallOptions) => Promise<unknown>][];

  test.each(calls)('replace those of the client: %s', async (_, call) => {
    for (const [ofClient, ofCall, sent] of [
      [2, 0, 1],
      [0, 3, 4],
      [1, undefined, 2],
    ] as const) {
      const { sessions, received } = setUp([refusal(503)], { retries: ofClient });
      expect(await thrownBy(() => call(sessions, { retries: ofCall }))).toMatchObject({ code: 'server-error' });
      expect(received).toHaveLength(sent);
    }
  });

  test('a mint whose answer was lost is still sent once more at most, and not at all where they are 0', async () => {
    for (const [retries, sent] of [
      [5, 2],
      [1, 2],
      [0, 1],
    ] as const) {
      const { sessions, received } = setUp([networkFailure]);
      expect(await thrownBy(() => sessions.mint(mint, { retries }))).toMatchObject({ code: 'network' });
      expect(received).toHaveLength(sent);
    }
  });
});

describe('how long it waits', () => {
  test('full jitter: anything from nothing to twice as long each time', async () => {
    const most = setUp([refusal(503)], {}, 0.999);
    await thrownBy(() => most.sessions.mint(mint));
    expect(most.clock.pauses).toEqual([0.999 * 200, 0.999 * 400]);
    const least = setUp([refusal(503)], {}, 0);
    await thrownBy(() => least.sessions.mint(mint));
    expect(least.clock.pauses).toEqual([0, 0]);
  });

  test('Retry-After in seconds', async () => {
    const { sessions, clock } = setUp([refusal(429, { 'retry-after': '3' }), json(mintedSession())]);
    await sessions.mint(mint);
    expect(clock.pauses).toEqual([3000]);
  });

  test("Retry-After as a date, by the server's own clock", async () => {
    const headers = {
      'retry-after': new Date(startMs + 3_600_000 + 4000).toUTCString(),
      date: new Date(startMs + 3_600_000).toUTCString(),
    };
    const { sessions, clock } = setUp([refusal(503, headers), json(mintedSession())]);
    await sessions.mint(mint);
    expect(clock.pauses).toEqual([4000]);
  });

  test('a Retry-After beyond the deadline ends the call at once, and is told', async () => {
    const { sessions, received } = setUp([refusal(429, { 'retry-after': '60' })]);
    expect(await thrownBy(() => sessions.mint(mint))).toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 60_000,
      retryable: true,
    });
    expect(received).toHaveLength(1);
  });

  test.each([
    ['soon', null],
    ['-5', null],
    ['1.5', null],
    ['', null],
    ['99999999999999', null],
    ['9999999999', 86_400_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ])('Retry-After %j is %j', async (header, retryAfterMs) => {
    const { sessions } = setUp([refusal(503, { 'retry-after': header })], { retries: 0 });
    expect(await thrownBy(() => sessions.mint(mint))).toMatchObject({ retryAfterMs });
  });
});

describe('the deadline and the caller', () => {
  test('timeoutMs bounds the whole call, though fetch ignores its signal', async () => {
    const { sessions, clock, received } = setUp([refusal(503), hang], { timeoutMs: 4000 });
    const error = thrownBy(() => sessions.mint(mint));
    await until(() => received.length === 2);
    clock.advance(4000);
    expect(await error).toMatchObject({ name: 'MeshesApiError', code: 'timeout', retryable: true, status: null });
    expect(received[1]?.signal.aborted).toBe(true);
    expect(clock.running()).toBe(0);
  });

  test('a body that never ends is cut as well', async () => {
    const endless = new Response(
      new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) }),
      { headers: { 'content-type': 'application/json' } },
    );
    const { sessions, clock, received } = setUp([() => endless]);
    const error = thrownBy(() => sessions.mint(mint));
    await until(() => received.length === 1);
    clock.advance(10_000);
    expect(await error).toMatchObject({ code: 'timeout' });
  });

  test("an abort rejects with the caller's own reason", async () => {
    const { sessions, clock, received } = setUp([hang]);
    const caller = new AbortController();
    const reason = { why: 'the page was left' };
    const error = thrownBy(() => sessions.mint(mint, { signal: caller.signal }));
    await until(() => received.length === 1);
    caller.abort(reason);
    expect(await error).toBe(reason);
    expect(received[0]?.signal.reason).toBe(reason);
    expect(clock.running()).toBe(0);
  });

  test('an abort ends a wait between two tries', async () => {
    const caller = new AbortController();
    const clock = createTestClock();
    const meshes = fakeMeshes(refusal(503, { 'retry-after': '5' }));
    const { sessions } = createClient({ ...credentials, fetch: meshes.fetch }, clock);
    const error = thrownBy(() => sessions.mint(mint, { signal: caller.signal }));
    await until(() => clock.running() === 2);
    caller.abort();
    expect(await error).toMatchObject({ name: 'AbortError' });
    expect([meshes.received.length, clock.running()]).toEqual([1, 0]);
  });

  test('nothing is sent for a caller that has gone already', async () => {
    const { sessions, received } = setUp([json(mintedSession())]);
    expect(await thrownBy(() => sessions.mint(mint, { signal: AbortSignal.abort('gone') }))).toBe('gone');
    expect(received).toHaveLength(0);
  });
});

test('a request id is told where it is plain, and left out where it is not', async () => {
  const plain = setUp([refusal(400, { 'x-request-id': 'req-1.a:b' })]);
  const error = (await thrownBy(() => plain.sessions.mint(mint))) as MeshesApiError;
  expect(error.requestId).toBe('req-1.a:b');
  expect(error.message).toContain('req-1.a:b');
  const strange = setUp([refusal(400, { 'x-request-id': 'a b<script>' })]);
  expect(await thrownBy(() => strange.sessions.mint(mint))).toMatchObject({ requestId: null });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
