import { expect, onTestFinished, test, vi } from 'vitest';
import { callbackNames, idleView } from '../../src/adapter/index.ts';
import type { EmbedView, MeshesEmbedOptions, TraceEvent } from '../../src/index.ts';
import { createEmbedBench, eventually } from '../support/embedBench.ts';

/** Takes what would be reported as an uncaught error. */
function takeReports() {
  const reported = vi.spyOn(globalThis, 'reportError').mockImplementation(() => {});
  onTestFinished(() => reported.mockRestore());
  return reported;
}

test('tells the status, the session, the height and the page, each once', async () => {
  const fixture = createEmbedBench();
  const heard: unknown[] = [];
  const { embed } = await fixture.live({
    onStatusChange: (status) => heard.push(status),
    onSessionChange: ({ sessionId, workspaceId, role }) => heard.push([sessionId, workspaceId, role]),
    onResize: (height) => heard.push(height),
    onNavigate: ({ type, rest }) => heard.push([type, (rest as { keys: string }).keys]),
  });
  await eventually(() => expect(heard).toContain(640));
  expect(heard.slice(0, 4)).toEqual(['minting', 'launching', ['session-1', 'workspace-1', 'admin'], 'live']);
  // C5: the embed reports which keys the message had.
  expect(heard).toContainEqual(['meshes:navigate', 'type,token']);
  embed.refresh();
  await fixture.status(embed, 'live');
  expect(heard.filter((one) => Array.isArray(one) && one[0] === 'session-1')).toHaveLength(2);
});

test('the snapshot is frozen, and the same object until something visible changed', async () => {
  const fixture = createEmbedBench();
  const embed = fixture.create();
  expect(embed.getSnapshot()).toBe(idleView);
  const views: EmbedView[] = [];
  embed.subscribe(() => views.push(embed.getSnapshot()));
  embed.mount(fixture.container());
  await fixture.status(embed, 'live');
  await eventually(() => expect(embed.getSnapshot().height).toBe(640));
  expect(new Set(views).size).toBe(views.length);
  expect(views.every((view) => Object.isFrozen(view))).toBe(true);
  const view = embed.getSnapshot();
  fixture.say({ type: 'meshes:navigate', path: view.page });
  fixture.say({ type: 'meshes:resize', height: 639.5 });
  await eventually(() => expect(embed.trace().filter(({ name }) => name === 'meshes:resize')).toHaveLength(2));
  expect(embed.getSnapshot()).toBe(view);
});

test('listeners are called in the order in which they came, before callbacks, until they go', async () => {
  const fixture = createEmbedBench();
  const heard: string[] = [];
  const embed = fixture.create({ onStatusChange: (status) => heard.push(`callback ${status}`) });
  embed.subscribe(() => heard.push('first'));
  const stop = embed.subscribe(() => {
    heard.push('second');
    stop();
  });
  embed.subscribe(() => heard.push('third'));
  embed.mount(fixture.container());
  expect(heard).toEqual(['first', 'second', 'third', 'callback minting']);
  await fixture.status(embed, 'live');
  expect(heard.filter((one) => one === 'second')).toHaveLength(1);
});

test('two that subscribe the same function are two', async () => {
  const fixture = createEmbedBench();
  const embed = fixture.create();
  const listener = vi.fn();
  const stop = embed.subscribe(listener);
  embed.subscribe(listener);
  stop();
  embed.mount(fixture.container());
  expect(listener).toHaveBeenCalled();
});

test('callbacks, listeners and observers that throw are reported, and disturb nothing', async () => {
  const reported = takeReports();
  const fixture = createEmbedBench();
  const broken = new Error('broken callback');
  const fail = (): never => {
    throw broken;
  };
  const embed = fixture.create(
    Object.fromEntries(callbackNames.map((name) => [name, fail])) as Partial<MeshesEmbedOptions>,
  );
  const last = vi.fn();
  embed.subscribe(fail);
  embed.subscribe(last);
  embed.observe(fail);
  embed.mount(fixture.container());
  await fixture.status(embed, 'live');
  await eventually(() =>
    expect(embed.getSnapshot()).toMatchObject({ height: 640, page: expect.stringContaining('took 1') }),
  );
  expect(last).toHaveBeenCalled();
  expect(new Set(reported.mock.calls.map(([error]) => error))).toEqual(new Set([broken]));
});

test('backend functions that throw, or give no promise, are failures like any other', async () => {
  for (const [fetchSession, code] of [
    [
      () => {
        throw new Error('thrown');
      },
      'host-function-threw',
    ],
    [() => 7, 'session-malformed'],
    [() => ({ session_id: 'session-1' }), 'token-malformed'],
    [() => Promise.reject(Object.assign(new Error('refused'), { status: 404 })), 'not-found'],
  ] as const) {
    const fixture = createEmbedBench();
    const embed = fixture.create({ fetchSession: fetchSession as never });
    embed.mount(fixture.container());
    await eventually(() => expect(embed.getSnapshot().problem?.code).toBe(code));
  }
});

test('a failure that is being cured is told by onProblem, and is over once it is live', async () => {
  const fixture = createEmbedBench();
  const codes: string[] = [];
  fixture.refuse(503);
  const embed = fixture.create({
    onProblem({ code }) {
      codes.push(code);
      fixture.refuse(null);
    },
  });
  embed.mount(fixture.container());
  await fixture.status(embed, 'live');
  expect([codes, embed.getSnapshot().problem]).toEqual([['backend-failed'], null]);
});

test('4.10: onProblem says whether anything more is tried', async () => {
  const fixture = createEmbedBench();
  const told: [string, boolean][] = [];
  let fetches = 0;
  const embed = fixture.create({
    fetchSession: () => Promise.reject(Object.assign(new Error(), { status: (fetches += 1) === 1 ? 503 : 401 })),
    onProblem: ({ code, final }) => told.push([code, final]),
  });
  embed.mount(fixture.container());
  await fixture.status(embed, 'failed');
  expect(told).toEqual([
    ['backend-failed', false],
    ['not-authorized', true],
  ]);
  embed.relaunch();
  expect(embed.getSnapshot().problem?.final ?? false).toBe(false);
});

test('onTrace hears each step, as the trace holds them', async () => {
  const fixture = createEmbedBench();
  const heard: TraceEvent[] = [];
  const { embed } = await fixture.live({ onTrace: (event) => heard.push(event) });
  embed.refresh();
  await fixture.status(embed, 'live');
  expect(heard).toEqual(embed.trace());
  expect(
    heard
      .filter(({ kind }) => kind === 'state')
      .map(({ name }) => name)
      .slice(0, 2),
  ).toEqual(['minting.asking', 'launching.opening']);
});

test('an embed may be used from within its own callbacks', async () => {
  const fixture = createEmbedBench();
  let refreshed = false;
  const embed = fixture.create({
    onStatusChange(status) {
      if (status === 'live' && !refreshed) {
        refreshed = true;
        embed.update({ title: 'From within' });
        embed.refresh();
      }
    },
  });
  embed.mount(fixture.container());
  await eventually(() => expect(fixture.refreshes).toHaveLength(1));
  await fixture.status(embed, 'live');
  expect(fixture.iframe().title).toBe('From within');
});

test('a refresh that is refused, and then the fresh launch: each problem is told once, the second as final', async () => {
  const fixture = createEmbedBench();
  const heard: unknown[] = [];
  const { embed } = await fixture.live({ onProblem: ({ code, final }) => heard.push([code, final]) });
  fixture.refuse(401);
  embed.refresh();
  await fixture.status(embed, 'failed');
  expect(heard).toEqual([
    ['refresh-refused', false],
    ['not-authorized', true],
  ]);
});
