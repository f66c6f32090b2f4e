import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createConversation, type Circumstances, type Fate } from '../support/conversation.ts';

const minute = 60_000;
const calm: Circumstances = { fate: () => [20], backend: () => ({ takes: 200, fails: false }), life: 10 * minute };

/** Takes the next of a list each time, from the start again at its end. */
function inTurn<Value>(values: readonly Value[]): () => Value {
  let next = 0;
  return () => values[next++ % values.length]!;
}

describe('over a channel that works', () => {
  test('live within a second, and for hours, with one token at a time and no fresh launch', async () => {
    const { host, frame, taken, run } = createConversation(calm);
    host.send('MOUNT');
    await run(1_000);
    expect([host.state(), frame()?.state()]).toEqual(['live', 'authenticated.fresh']);
    await run(121 * minute);
    expect(host.count('fetch')).toBe(1);
    // The embed asks at 80 % of a life.
    expect(host.count('refresh')).toBe(15);
    expect(taken.get(1)).toHaveLength(16);
    expect(frame()?.times('meshes:token-expired')).toEqual([]);
  });

  test('a backend that is down for less than what is left of a token is not noticed', async () => {
    let down = false;
    const { host, frame, run } = createConversation({ ...calm, backend: () => ({ takes: 200, fails: down }) });
    host.send('MOUNT');
    await run(8 * minute - 1_000);
    down = true;
    await run(30_000);
    expect(host.count('refresh')).toBeGreaterThan(1);
    down = false;
    await run(2 * minute);
    expect([host.count('fetch'), frame()?.times('meshes:token-expired')]).toEqual([1, []]);
    expect(host.status()).toBe('live');
  });

  test('an embed whose first token was lost asks for nothing; the host’s own refresh reaches it', async () => {
    const fates = [[20], []];
    const { host, frame, run } = createConversation({ ...calm, fate: () => fates.shift() ?? [20] });
    host.send('MOUNT');
    await run(11_000);
    expect([host.state(), frame()?.state()]).toEqual(['live', 'unauthenticated']);
    await run(10 * minute);
    expect([host.status(), frame()?.state()]).toEqual(['live', 'authenticated.fresh']);
  });
});

describe('over a channel that delays, loses and doubles', () => {
  const fate: fc.Arbitrary<Fate> = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 900 }).map((delay) => [delay]) },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 4_000 })) },
  );
  const circumstances = fc.record({
    fates: fc.array(fate, { minLength: 1, maxLength: 30, size: 'max' }),
    answers: fc.array(
      fc.record({
        takes: fc.constantFrom(50, 400, 3_000, 14_000, 20_000),
        fails: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
      }),
      {
        minLength: 1,
        maxLength: 20,
        size: 'max',
      },
    ),
    life: fc.constantFrom(5 * minute, 10 * minute, 30 * minute),
  });

  test('the token follows ready, the newest comes last, calls are few, and it is live, has failed or goes on trying', async () => {
    await fc.assert(
      fc.asyncProperty(circumstances, async ({ fates, answers, life }) => {
        const { host, spoken, document, run } = createConversation({
          fate: inTurn(fates),
          backend: inTurn(answers),
          life,
        });
        host.send('MOUNT');
        await run(60 * minute);

        const order: object[] = [];
        for (const { from, document: to, session, at } of spoken) {
          if (from !== 'host') continue;
          const readyAt = spoken.find(
            (said) => said.from === 'embed' && said.document === to && said.type === 'meshes:ready',
          )?.at;
          expect(readyAt).toBeLessThanOrEqual(at);
          if (order.at(-1) !== session) {
            expect(order).not.toContain(session);
            order.push(session!);
          }
        }
        // What no one asked for is limited by what was answered, what failed by its pauses.
        const recoveries = host.answered.filter(({ reason }) => reason === 'recovery');
        for (const { at } of recoveries)
          expect(
            recoveries.filter((other) => other.at >= at && other.at < at + 10 * minute).length,
          ).toBeLessThanOrEqual(6);
        expect(host.count('fetch') + host.count('refresh')).toBeLessThan(60 * 6);
        expect(spoken.length).toBeLessThan(1_000);

        const settled = (): boolean => ['live', 'failed'].includes(host.state()) || host.problem() !== null;
        for (let waited = 0; waited < 5 && !settled(); waited++) await run(minute);
        expect(settled()).toBe(true);
        expect(document()).toBe(host.count('showFrame'));
      }),
      { seed: 20_261_123, numRuns: 150 },
    );
  });

  test('once the channel and the backend work again, a relaunch at most is needed for both to be well', async () => {
    await fc.assert(
      fc.asyncProperty(circumstances, async ({ fates, answers, life }) => {
        let broken = true;
        const [fateOf, answerOf] = [inTurn(fates), inTurn(answers)];
        const { host, frame, run } = createConversation({
          fate: () => (broken ? fateOf() : [20]),
          backend: () => (broken ? answerOf() : { takes: 200, fails: false }),
          life,
        });
        host.send('MOUNT');
        await run(15 * minute);
        broken = false;
        await run(life);
        if (host.state() === 'failed') host.send({ type: 'RELAUNCH', reason: 'relaunch' });
        await run(10 * minute);
        // A refresh may be under way at any moment; it is over within seconds.
        for (let waited = 0; waited < 5 && frame()?.state() !== 'authenticated.fresh'; waited++) await run(1_000);
        expect([host.state(), frame()?.state()]).toEqual(['live', 'authenticated.fresh']);
      }),
      { seed: 20_261_123, numRuns: 100 },
    );
  });
});
