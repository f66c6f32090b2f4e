import { expect, test, vi } from 'vitest';
import type { MeshesEmbedOptions } from '../../src/index.ts';
import { createEmbedBench, embedOrigin, eventually } from '../support/embedBench.ts';

/** Notes which sessions are ended. */
function createEnds() {
  const ended: string[] = [];
  const revokeSession: NonNullable<MeshesEmbedOptions['revokeSession']> = async ({ sessionId }) =>
    void ended.push(sessionId);
  return { ended, revokeSession };
}

test('a session that another one took the place of is ended, once, and only when that one is in use', async () => {
  const fixture = createEmbedBench();
  const { ended, revokeSession } = createEnds();
  const { embed } = await fixture.live({ revokeSession });
  const open = fixture.hold();
  embed.relaunch();
  await eventually(() => expect(fixture.launches).toHaveLength(2));
  expect(ended).toEqual([]);
  open();
  await eventually(() => expect(ended).toEqual(['session-1']));
  await fixture.status(embed, 'live');
  embed.refresh();
  await eventually(() => expect(fixture.refreshes).toEqual(['session-2']));
  await fixture.status(embed, 'live');
  expect(ended).toEqual(['session-1']);
});

test('2.8: an embed that was left ends its session, and so does one that was destroyed', async () => {
  const fixture = createEmbedBench();
  const { ended, revokeSession } = createEnds();
  const first = await fixture.live({ revokeSession });
  first.unmount();
  await eventually(() => expect(ended).toEqual(['session-1']));
  const second = await fixture.live({ revokeSession });
  second.embed.destroy();
  second.embed.destroy();
  expect(ended).toEqual(['session-1', 'session-2']);
});

test('2.8: after fifty visits at most one session is active', async () => {
  const fixture = createEmbedBench();
  const { ended, revokeSession } = createEnds();
  const embed = fixture.create({ revokeSession });
  for (let visit = 1; visit <= 50; visit += 1) {
    const leave = embed.mount(fixture.container());
    // Some are left before they are live.
    if (visit % 3 === 0) await fixture.status(embed, 'live');
    else await eventually(() => expect(fixture.launches.length).toBeGreaterThanOrEqual(visit));
    leave();
    await fixture.status(embed, 'idle');
  }
  await eventually(() => expect(fixture.launches.length - ended.length).toBeLessThanOrEqual(1));
  expect(new Set(ended).size).toBe(ended.length);
});

test('an answer that no one waits for any more is a session to be ended', async () => {
  const fixture = createEmbedBench();
  const { ended, revokeSession } = createEnds();
  const open = fixture.hold();
  const embed = fixture.create({ revokeSession });
  embed.mount(fixture.container());
  await eventually(() => expect(fixture.launches).toHaveLength(1));
  embed.destroy();
  open();
  await eventually(() => expect(ended).toEqual(['session-1']));
});

test('a page that is left ends its sessions, unless it may come back', async () => {
  const fixture = createEmbedBench();
  const { ended, revokeSession } = createEnds();
  await fixture.live({ revokeSession });
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  expect(ended).toEqual([]);
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
  expect(ended).toEqual(['session-1']);
});

test('revoke: false leaves sessions to end with their tokens', async () => {
  const fixture = createEmbedBench();
  const { ended, revokeSession } = createEnds();
  const { embed } = await fixture.live({ revokeSession, revoke: false });
  embed.destroy();
  expect(ended).toEqual([]);
});

test('an end that fails disturbs nothing', async () => {
  const fixture = createEmbedBench();
  const { embed } = await fixture.live({ revokeSession: () => Promise.reject(new Error('gone')) });
  embed.relaunch();
  await eventually(() =>
    expect(embed.getSnapshot()).toMatchObject({ status: 'live', sessionId: 'session-2', problem: null }),
  );
  await expect(embed.signOut()).resolves.toBeUndefined();
});

test('signOut takes all away and waits for the answer; it stays away until it is asked for', async () => {
  const fixture = createEmbedBench();
  const answers: (() => void)[] = [];
  const { embed } = await fixture.live({ revokeSession: () => new Promise<void>((resolve) => answers.push(resolve)) });
  const done = vi.fn();
  void (async () => done(await embed.signOut()))();
  expect(embed.getSnapshot()).toMatchObject({ status: 'idle', sessionId: null, onScreen: false });
  expect(fixture.iframes()).toEqual([]);
  embed.update({ minHeight: 300 });
  embed.update({ page: 'rules' });
  await Promise.resolve();
  expect([done.mock.calls.length, fixture.launches.length, answers.length]).toEqual([0, 1, 1]);
  answers[0]!();
  await eventually(() => expect(done).toHaveBeenCalledOnce());
  embed.update({ identity: 'another-user' });
  await fixture.status(embed, 'live');
  expect(fixture.launches).toEqual(['dashboard', 'rules']);
});

test('signOut before, after and without an embed in use resolves', async () => {
  const fixture = createEmbedBench();
  const embed = fixture.create();
  await expect(embed.signOut()).resolves.toBeUndefined();
  embed.mount(fixture.container());
  await fixture.status(embed, 'live');
  await embed.signOut();
  embed.relaunch();
  await fixture.status(embed, 'live');
  embed.destroy();
  await expect(embed.signOut()).resolves.toBeUndefined();
});

test('2.9: the same launch URL again is told at once: something keeps sessions', async () => {
  const fixture = createEmbedBench();
  const session = {
    session_id: 'kept',
    access_token: 'token',
    expires_in: 1_800,
    launch_url: `${embedOrigin()}/workspace/dashboard?launch=${crypto.randomUUID()}`,
  };
  const { embed } = await fixture.live({ fetchSession: async () => session });
  embed.relaunch();
  await eventually(() => expect(embed.trace().map(({ name }) => name)).toContain('launch-url-reused'));
  // What is on screen can still be used.
  expect([embed.getSnapshot().status, fixture.iframes().length]).toEqual(['live', 1]);
});

test('a refresh that gives the same token is told, and the embed stays in use', async () => {
  const fixture = createEmbedBench();
  let token = 'token-1';
  const onProblem = vi.fn<NonNullable<MeshesEmbedOptions['onProblem']>>();
  const { embed } = await fixture.live({
    onProblem,
    fetchSession: async (context) => ({ ...(await fixture.options.fetchSession!(context)), access_token: token }),
    refreshSession: async ({ sessionId }) => ({ session_id: sessionId, access_token: token, expires_in: 1_800 }),
  });
  embed.refresh();
  await eventually(() => expect(onProblem).toHaveBeenCalledWith(expect.objectContaining({ code: 'token-unchanged' })));
  expect(embed.getSnapshot().status).toBe('live');
  token = 'token-2';
  embed.refresh();
  await eventually(() =>
    expect(embed.trace().filter(({ kind, name }) => kind === 'out' && name === 'meshes:auth')).toHaveLength(2),
  );
});

test('2.5: a mistake in the function of the page is reported as an uncaught error, and is the cause of the problem', async () => {
  const fixture = createEmbedBench();
  const mistake = new TypeError("Cannot read properties of undefined (reading 'id')");
  const onError = vi.fn((event: ErrorEvent) => event.preventDefault());
  window.addEventListener('error', onError);
  try {
    const embed = fixture.create({ fetchSession: () => Promise.reject(mistake) });
    embed.mount(fixture.container());
    await fixture.status(embed, 'failed');
    expect(embed.getSnapshot().problem).toMatchObject({ code: 'host-function-threw', cause: mistake });
    expect(onError.mock.calls.map(([{ error }]) => error)).toEqual([mistake]);
  } finally {
    window.removeEventListener('error', onError);
  }
});

test.each(['launching', 'live', 'refreshing'] as const)(
  'destroyed by a callback that is told of %s: its session is ended',
  async (status) => {
    const fixture = createEmbedBench();
    const { ended, revokeSession } = createEnds();
    const embed = fixture.create({
      revokeSession,
      onStatusChange: (now) => (now === status ? embed.destroy() : now === 'live' && embed.refresh()),
    });
    embed.mount(fixture.container());
    await fixture.status(embed, 'closed');
    await eventually(() => expect(ended).toEqual(['session-1']));
  },
);

test('signed out by a callback: it waits until its session is ended', async () => {
  const fixture = createEmbedBench();
  const { ended, revokeSession } = createEnds();
  const signedOut = new Promise<readonly string[]>((resolve) => {
    const embed = fixture.create({
      async revokeSession(session) {
        await new Promise((next) => setTimeout(next));
        await revokeSession(session);
      },
      onStatusChange: (status) => status === 'live' && void embed.signOut().then(() => resolve([...ended])),
    });
    embed.mount(fixture.container());
  });
  expect(await signedOut).toEqual(['session-1']);
});
