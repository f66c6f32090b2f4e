import type { EmbedStatus } from '@meshes-embed/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failureCodes, type FailureCode } from '../src/index.ts';
import { makeFake, showEmbed } from './support/bench.ts';

/** What each code comes to, and how long it takes. ms */
const comesTo: Readonly<Record<FailureCode, readonly [status: EmbedStatus, after: number]>> = {
  'not-authorized': ['failed', 0],
  'not-found': ['failed', 0],
  'endpoint-redirects': ['failed', 0],
  'endpoint-missing': ['failed', 0],
  'endpoint-refuses': ['failed', 0],
  'endpoint-not-json': ['failed', 0],
  'session-malformed': ['failed', 0],
  'token-malformed': ['failed', 0],
  'launch-url-refused': ['failed', 0],
  'page-refused': ['failed', 0],
  'session-revoked': ['failed', 0],
  'backend-failed': ['recovering', 0],
  'backend-unreachable': ['recovering', 0],
  'backend-timeout': ['recovering', 0],
  'refresh-refused': ['live', 0],
  'frame-removed': ['live', 0],
  'frame-reloaded': ['live', 10_000],
  'ready-missing': ['recovering', 100_000],
  'embed-slow': ['recovering', 200_000],
  'embed-blocked': ['failed', 600_000],
};

describe.each(['an embed in use', 'the first embed'] as const)('what goes wrong with %s', (when) => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** These happen to an embed that is in use only. */
  const laterOnly: readonly FailureCode[] = ['frame-removed', 'frame-reloaded', 'refresh-refused'];
  const codes = failureCodes.filter((code) => when === 'an embed in use' || !laterOnly.includes(code));

  test.each(codes)('%s is told as in production, and cured', async (code) => {
    const fake = makeFake({
      advanceTimers: (ms) => vi.advanceTimersByTimeAsync(ms),
      ...(when === 'the first embed' && { fails: code }),
    });
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { embed } = showEmbed(fake.options);
    const [status, after] = comesTo[code];
    if (when === 'an embed in use') {
      await fake.live();
      await fake.fail(code);
    } else if (after === 0) await fake.status(status);
    const told = () =>
      embed
        .trace()
        .filter(({ kind }) => kind === 'problem')
        .map(({ name }) => name);
    const here = () => embed.getSnapshot().status === status && told().includes(code);
    for (let passed = 0; passed < after && !here(); passed += 100) await vi.advanceTimersByTimeAsync(100);
    expect(embed.getSnapshot().status).toBe(status);
    expect(told()).toContain(code);
    fake.recover();
    embed.relaunch();
    await fake.live();
    expect(embed.getSnapshot().problem).toBe(null);
    vi.restoreAllMocks();
  });
});

test('an unknown failure is refused by name', async () => {
  const fake = makeFake();
  await expect(fake.fail('no-such-code' as FailureCode)).rejects.toThrow(/expected one of not-authorized/);
});
