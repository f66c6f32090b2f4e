import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeFake, showEmbed } from './support/bench.ts';

afterEach(() => void vi.useRealTimers());

describe('the backend', () => {
  test('4.16: holds its answers until it is told to give them', async () => {
    const fake = makeFake();
    fake.backend.hold();
    const { embed } = showEmbed(fake.options);
    expect(embed.getSnapshot().status).toBe('minting');
    expect(fake.backend.waiting).toBe(1);
    await fake.backend.answer();
    await fake.live();
    expect(fake.backend.waiting).toBe(0);
  });

  test('lets go of what its caller gave up', async () => {
    const fake = makeFake();
    fake.backend.hold();
    const { embed } = showEmbed(fake.options);
    embed.destroy();
    await vi.waitFor(() => expect(fake.backend.waiting).toBe(0));
  });

  test('fails so often, and is asked again by production’s own rules', async () => {
    vi.useFakeTimers();
    const fake = makeFake({ advanceTimers: (ms) => vi.advanceTimersByTimeAsync(ms), timeout: 60_000 });
    fake.backend.fail(503, { calls: 'launch', times: 2, retryAfterMs: 3_000 });
    const { embed } = showEmbed(fake.options);
    await fake.status('recovering');
    expect(embed.getSnapshot().problem?.code).toBe('backend-failed');
    await fake.live();
    expect(fake.calls.map(({ kind }) => kind)).toEqual(['launch', 'launch', 'launch']);
  });

  test.each(['network', 'timeout', 500] as const)('keeps an embed in use where a refresh fails by %s', async (how) => {
    // Else the next try could come in the meantime.
    vi.useFakeTimers();
    const fake = makeFake();
    const onProblem = vi.fn();
    const { embed } = showEmbed({ ...fake.options, onProblem });
    await fake.live();
    fake.backend.fail(how, { calls: 'refresh' });
    await fake.askForToken();
    expect(embed.getSnapshot().status).toBe('live');
    expect(onProblem.mock.calls.map(([{ code }]) => code)).toEqual([
      // Core's clock has not moved: to it the token is young.
      'token-stale',
      { network: 'backend-unreachable', timeout: 'backend-timeout', 500: 'backend-failed' }[how],
    ]);
    expect(fake.tokensReceived).toBe(1);
  });

  test('is told of sessions that end', async () => {
    const fake = makeFake();
    const { embed } = showEmbed(fake.options);
    await fake.live();
    const { sessionId } = embed.getSnapshot();
    await embed.signOut();
    expect(fake.calls.at(-1)).toEqual({ kind: 'revoke', sessionId });
    await expect(
      fake.options.refreshSession({ sessionId: sessionId!, reason: 'call', signal: new AbortController().signal }),
    ).rejects.toMatchObject({ status: 409 });
  });

  test('refuses a way to fail that there is not', () => {
    const fake = makeFake();
    expect(() => fake.backend.fail(200)).toThrow(/expected a status from 300 to 599.*got 200/);
  });
});

describe('the session route', () => {
  test('answers the page’s own fetch for its endpoint, and leaves all others', async () => {
    const elsewhere = vi.fn<typeof fetch>(() => Promise.resolve(new Response('elsewhere')));
    vi.stubGlobal('fetch', elsewhere);
    const fake = makeFake({ endpoint: '/api/meshes' });
    const { embed } = showEmbed({ endpoint: '/api/meshes', page: 'rules', headers: { 'x-csrf-token': 'csrf' } });
    await fake.live();
    await fake.expireToken();
    await embed.signOut();
    expect(fake.calls).toEqual([
      { kind: 'launch', page: 'rules' },
      { kind: 'refresh', sessionId: 'fake-session-1' },
      { kind: 'revoke', sessionId: 'fake-session-1' },
    ]);
    expect(elsewhere).not.toHaveBeenCalled();
    expect(await (await fetch('/api/me')).text()).toBe('elsewhere');
    fake.restore();
    expect(globalThis.fetch).toBe(elsewhere);
    vi.unstubAllGlobals();
  });

  test('may be given as the option `fetch`', async () => {
    const fake = makeFake();
    const { embed } = showEmbed({ endpoint: 'https://api.example.com/meshes', fetch: fake.fetch });
    await fake.live();
    expect(embed.getSnapshot().status).toBe('live');
  });

  test.each([
    ['not-found', 404],
    ['endpoint-redirects', 302],
    ['endpoint-missing', 405],
    ['not-authorized', 401],
    ['backend-failed', 503],
  ] as const)('answers as a real one where it fails: %s', async (code, status) => {
    const fake = makeFake({ endpoint: '/api/meshes' });
    fake.backend.fail(status);
    const { embed } = showEmbed({ endpoint: '/api/meshes' });
    await fake.status(code === 'backend-failed' ? 'recovering' : 'failed');
    expect(embed.getSnapshot().problem?.code).toBe(code);
  });

  test('answers a page of HTML and a page that the session may not see', async () => {
    const fake = makeFake({ endpoint: '/api/meshes', fails: 'endpoint-not-json' });
    const { embed } = showEmbed({ endpoint: '/api/meshes' });
    await fake.status('failed');
    expect(embed.getSnapshot().problem?.code).toBe('endpoint-not-json');
    fake.recover();
    await fake.fail('page-refused');
    embed.relaunch();
    await fake.status('failed');
    expect(embed.getSnapshot().problem?.code).toBe('page-refused');
  });
});
