import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sessionFacts } from '../../src/embed/sessionFacts.ts';
import { facts } from '../support/facts.ts';

const here = Date.parse('2026-11-23T12:00:00Z');
const at = (seconds: number): string => new Date(here + seconds * 1_000).toISOString();
const session = { session_id: 'session-1', access_token: 'token-1', launch_url: 'https://embed.example/' };

beforeEach(() => vi.useFakeTimers({ now: here, toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

describe('the token’s life', () => {
  test('from expires_in, whatever expires_at says', () => {
    expect(sessionFacts({ ...session, expires_in: 900, expires_at: at(7_200) }, 0)).toMatchObject({
      ttlMs: 900_000,
      ttlSource: 'expires_in',
      expiresAt: here + 900_000,
    });
  });

  test('else from expires_at', () => {
    expect(sessionFacts({ ...session, expires_at: at(600) }, 0)).toMatchObject({
      ttlMs: 600_000,
      ttlSource: 'expires_at',
      expiresAt: here + 600_000,
    });
  });

  test.each([undefined, 'tomorrow', '', at(0), at(-60), '0000'])(
    'else from the contract’s minimum (%s)',
    (expires_at) => {
      expect(sessionFacts({ ...session, ...(expires_at !== undefined && { expires_at }) }, 0)).toMatchObject({
        ttlMs: 300_000,
        ttlSource: 'assumed',
      });
    },
  );

  test.each([
    ['expires_in', { expires_in: 1e12 }],
    ['expires_at', { expires_at: '9999-12-31T23:59:59Z' }],
  ])('an absurd %s counts as a day', (_name, absurd) => {
    const { ttlMs, expiresAt } = sessionFacts({ ...session, ...absurd }, 0);
    expect(ttlMs).toBe(86_400_000);
    expect(expiresAt).toBe(here + 86_400_000);
  });
});

describe('the launch URL’s life', () => {
  test('by the service’s own clock, however wrong this machine’s is', () => {
    for (const skew of [0, 3_600, -3_600]) {
      expect(
        sessionFacts(
          { ...session, expires_in: 1_800, expires_at: at(skew + 1_800), launch_expires_at: at(skew + 45) },
          0,
        ).launchTtlMs,
      ).toBe(45_000);
    }
  });

  test('less what the answer took', () => {
    expect(
      sessionFacts({ ...session, expires_in: 1_800, expires_at: at(1_800), launch_expires_at: at(20) }, 8_000)
        .launchTtlMs,
    ).toBe(12_000);
    expect(sessionFacts(session, 31_000).launchTtlMs).toBeLessThanOrEqual(0);
  });

  test.each([
    ['nothing is told', {}],
    ['only its end is told', { launch_expires_at: at(45) }],
    ['its end is no time', { expires_in: 1_800, expires_at: at(1_800), launch_expires_at: 'soon' }],
  ])('the contract’s default where %s', (_name, told) => {
    expect(sessionFacts({ ...session, ...told }, 0).launchTtlMs).toBe(30_000);
  });

  test('never above the contract’s maximum', () => {
    expect(
      sessionFacts({ ...session, expires_in: 1_800, expires_at: at(1_800), launch_expires_at: at(86_400) }, 0)
        .launchTtlMs,
    ).toBe(60_000);
  });

  test('none where its end is over', () => {
    expect(
      sessionFacts({ ...session, expires_in: 1_800, expires_at: at(1_800), launch_expires_at: at(-1) }, 0).launchTtlMs,
    ).toBeLessThanOrEqual(0);
  });

  test('none where there is no launch URL', () => {
    expect(sessionFacts({ session_id: 'session-1', access_token: 'token-2' }, 0).launchTtlMs).toBe(0);
  });
});

test('what a refresh leaves out is what was known before', () => {
  const before = facts({ workspaceId: 'workspace-9', role: 'owner', sessionType: 'dashboard' });
  expect(sessionFacts({ session_id: 'session-1', access_token: 'token-2' }, 0, before)).toMatchObject({
    workspaceId: 'workspace-9',
    role: 'owner',
    sessionType: 'dashboard',
  });
  expect(sessionFacts({ session_id: 'session-1', access_token: 'token-2', role: 'member' }, 0, before)).toMatchObject({
    role: 'member',
  });
});

test('no token and no launch URL in it', () => {
  expect(JSON.stringify(sessionFacts({ ...session, grant: 'grant-1' }, 0))).not.toMatch(
    /token-1|embed\.example|grant-1/,
  );
});
