import { decodeJwt, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { createClient } from '../src/client/createMeshesClient.ts';
import { createMachineJwt, type Bearer } from '../src/client/machineJwt.ts';
import { fakeMeshes, json, refusal, type Answer, type Received } from './fakeMeshes.ts';
import { credentials, mintedSession, refreshedSession, startMs, workspace } from './fixtures.ts';
import { createTestClock } from './testClock.ts';
import { thrownBy } from './thrownBy.ts';

const mint = { workspace_id: workspace };

function bearerOf({ headers }: Received): string {
  return (headers.get('authorization') as string).slice('Bearer '.length);
}

test('G1: HS256, the header and claims of the contract, whatever the caller gives', async () => {
  const meshes = fakeMeshes(json(mintedSession()));
  await createClient({ ...credentials, fetch: meshes.fetch }, createTestClock()).sessions.mint({
    ...mint,
    external_user_id: '{"alg":"none"}',
  });
  const received = meshes.received[0] as Received;
  expect(received.jwtHeader).toEqual({ alg: 'HS256', typ: 'JWT', kid: credentials.accessKey });
  expect(received.jwt).toEqual({
    iss: `urn:meshes:m2m:${credentials.accessKey}`,
    aud: 'meshes-api',
    org: credentials.organizationId,
    iat: expect.any(Number),
    exp: expect.any(Number),
  });
  await jwtVerify(bearerOf(received), new TextEncoder().encode(credentials.secretKey), {
    currentDate: new Date(startMs),
  });
});

test('one JWT serves a short batch, and no call that might outlive it', async () => {
  const clock = createTestClock();
  const meshes = fakeMeshes(json(refreshedSession()));
  const { sessions } = createClient({ ...credentials, fetch: meshes.fetch }, clock);
  const tokens: string[] = [];
  for (const ms of [0, 10_000, 5_000, 1_000]) {
    clock.advance(ms);
    await sessions.refresh('ses_1');
    tokens.push(bearerOf(meshes.received.at(-1) as Received));
  }
  expect(tokens[1]).toBe(tokens[0]);
  expect(tokens[2]).toBe(tokens[0]);
  expect(tokens[3]).not.toBe(tokens[0]);
});

test('G4: a new JWT is signed after a long wait; an expired one is never sent', async () => {
  const clock = createTestClock({ instantBelowMs: 600_000 });
  const meshes = fakeMeshes(
    refusal(503, { 'retry-after': '120' }),
    refusal(503, { 'retry-after': '31' }),
    (request) => {
      expect((request.jwt.exp as number) * 1000).toBeGreaterThan(clock.now());
      return Response.json(refreshedSession());
    },
  );
  await createClient({ ...credentials, fetch: meshes.fetch, timeoutMs: 600_000 }, clock).sessions.refresh('ses_1');
  expect(new Set(meshes.received.map(bearerOf)).size).toBe(3);
});

describe('G3: clocks that differ', () => {
  /** A server without any leeway, whose clock is ahead by so much. */
  function strict(clock: { now(): number }, skewSeconds: number): Answer {
    return ({ jwt }) => {
      const now = clock.now() / 1000 + skewSeconds;
      const iat = jwt.iat as number;
      const exp = jwt.exp as number;
      const good = exp - iat <= 60 && iat <= now && now < exp;
      const headers = { date: new Date(now * 1000).toUTCString() };
      return good
        ? Response.json(refreshedSession(), { headers })
        : Response.json({ message: 'no' }, { status: 401, headers });
    };
  }

  test.each([0, 25, -25, 30, -30, 60, -60, 120, -120, 599, -599])('%i s are survived', async (skew) => {
    const clock = createTestClock();
    const meshes = fakeMeshes(strict(clock, skew));
    const { sessions } = createClient({ ...credentials, fetch: meshes.fetch }, clock);
    await sessions.refresh('ses_1');
    const first = meshes.received.length;
    expect(first).toBeLessThanOrEqual(2);
    await sessions.refresh('ses_1');
    // Once learnt, nothing is refused any more.
    expect(meshes.received).toHaveLength(first + 1);
    for (const { jwt } of meshes.received) expect((jwt.exp as number) - (jwt.iat as number)).toBeLessThanOrEqual(60);
  });

  test('calls at the same time learn it together', async () => {
    const clock = createTestClock();
    const meshes = fakeMeshes(strict(clock, 120));
    const { sessions } = createClient({ ...credentials, fetch: meshes.fetch }, clock);
    const all = await Promise.all(Array.from({ length: 5 }, () => sessions.refresh('ses_1')));
    expect(all).toHaveLength(5);
  });

  test.each([
    ['too far away to be believed', { date: new Date(startMs + 3_600_000).toUTCString() }, 1],
    ['no date', {}, 1],
    ['a malformed date', { date: 'yesterday' }, 1],
    ['the same time: it is the key', { date: new Date(startMs).toUTCString() }, 1],
    ['another time, but the key is wrong too', { date: new Date(startMs + 60_000).toUTCString() }, 2],
  ])('401 with %s', async (_, headers, times) => {
    const meshes = fakeMeshes(refusal(401, headers));
    const { sessions } = createClient({ ...credentials, fetch: meshes.fetch }, createTestClock());
    expect(await thrownBy(() => sessions.mint(mint))).toMatchObject({ code: 'unauthorized' });
    expect(meshes.received).toHaveLength(times);
  });
});

describe('G3: what is learned of the clock of Meshes', () => {
  const dateIn = (seconds: number): string => new Date(startMs + seconds * 1_000).toUTCString();
  const used = (skewMs: number): Bearer => ({ token: 'used', expiresAt: startMs + 30_000, skewMs });

  test.each([
    [5, 0, false],
    [6, 6_000, true],
    [-5, 0, false],
    [-6, -6_000, true],
    [600, 600_000, true],
    [601, 0, false],
    [-600, -600_000, true],
    [-601, 0, false],
  ])('a lead of %i s is taken for one of %i ms, and worth another try: %s', async (seconds, skewMs, worthIt) => {
    const jwt = createMachineJwt(credentials, createTestClock());
    expect(jwt.learn(used(0), dateIn(seconds))).toBe(worthIt);
    const bearer = await jwt.bearer(0);
    expect(bearer.skewMs).toBe(skewMs);
    // By this machine's clock, whatever Meshes' clock says.
    expect(bearer.expiresAt).toBe(startMs + 30_000);
    const { iat = 0, exp = 0 } = decodeJwt(bearer.token);
    expect([iat, exp]).toEqual([(startMs + skewMs) / 1_000 - 30, (startMs + skewMs) / 1_000 + 30]);
  });

  test('a later look counts, and one that differs by little does not', async () => {
    const jwt = createMachineJwt(credentials, createTestClock());
    jwt.learn(used(0), dateIn(120));
    jwt.learn(used(120_000), dateIn(-120));
    expect((await jwt.bearer(0)).skewMs).toBe(-120_000);
    jwt.learn(used(-120_000), dateIn(-117));
    expect((await jwt.bearer(0)).skewMs).toBe(-120_000);
  });

  test('another try is worth it where the one that was refused was signed by another lead', () => {
    const jwt = createMachineJwt(credentials, createTestClock());
    jwt.learn(used(0), dateIn(120));
    expect([-120_000, 0, 114_999, 115_000, 120_000].map((skewMs) => jwt.learn(used(skewMs), null))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(jwt.learn(used(120_000), 'no date')).toBe(false);
  });
});
