import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { EmbedStatus, MeshesEmbed, MeshesEmbedOptions } from '../../src/index.ts';
import { maxParked } from '../../src/machine/limits.ts';
import { createEmbedBench, createReports, embedOrigin, eventually } from '../support/embedBench.ts';

type Bench = ReturnType<typeof createEmbedBench>;

/** The iframes that are parked in this document. */
const parkedFrames = (): HTMLIFrameElement[] => [
  ...document.querySelectorAll<HTMLIFrameElement>(':root > div > iframe'),
];

/** An embed that is kept, with what it revokes. */
async function keptEmbed(changes: Partial<MeshesEmbedOptions> = {}) {
  const bench = createEmbedBench();
  const revokeSession = vi.fn<NonNullable<MeshesEmbedOptions['revokeSession']>>(async () => {});
  const options = { keepAlive: true, revokeSession, ...changes } as const;
  const { embed, container } = await bench.live(options);
  await eventually(() => expect(embed.getSnapshot().height).toBe(640));
  return {
    bench,
    revokeSession,
    options,
    embed,
    container,
    revoked: () => revokeSession.mock.calls.map(([{ sessionId }]) => sessionId),
  };
}

/** Takes an embed out of the page as a framework does that told it before. */
function leave({ embed, container }: { embed: MeshesEmbed; container: HTMLElement }): boolean {
  const parked = embed.park();
  container.remove();
  return parked;
}

/** The next embed, by a handle of its own. */
async function next(bench: Bench, changes: Partial<MeshesEmbedOptions>, status: EmbedStatus = 'live') {
  const embed = bench.create(changes);
  const container = bench.container();
  const unmount = embed.mount(container);
  await bench.status(embed, status);
  return { embed, container, unmount };
}

describe('an embed that left with keepAlive', () => {
  test('is there at once when it is wanted again: the same document, session and height', async () => {
    const { onNavigate, documents } = createReports();
    const kept = await keptEmbed({ onNavigate });
    const frame = kept.bench.iframe();
    expect(leave(kept)).toBe(true);
    expect(parkedFrames()).toEqual([frame]);
    expect(kept.embed.getSnapshot()).toMatchObject({ status: 'idle', sessionId: null, height: null });

    const embed = kept.bench.create({ ...kept.options, onNavigate });
    const container = kept.bench.container();
    embed.mount(container);
    // No moment passes.
    expect(embed.getSnapshot()).toMatchObject({ status: 'live', sessionId: 'session-1', height: 640 });
    expect([container.firstElementChild, frame.clientWidth, frame.clientHeight]).toEqual([
      frame,
      container.clientWidth,
      640,
    ]);
    expect(container.dataset['meshesStatus']).toBe('live');
    kept.bench.say({ type: 'meshes:token-refresh' });
    await eventually(() => expect(kept.bench.refreshes).toEqual(['session-1']));
    expect([kept.bench.launches.length, documents(), kept.revoked(), parkedFrames()]).toEqual([1, 1, [], []]);
  });

  test('tells its next host what that has not been told, and its former one nothing', async () => {
    const calls: string[] = [];
    const told = (who: string): Partial<MeshesEmbedOptions> => ({
      onStatusChange: (status) => calls.push(`${who} ${status}`),
      onSessionChange: ({ sessionId }) => calls.push(`${who} ${sessionId}`),
      onPageChange: (page) => calls.push(`${who} at ${page}`),
      onNavigate: ({ page }) => page?.startsWith('/') && calls.push(`${who} says ${page}`),
    });
    const kept = await keptEmbed(told('first'));
    kept.bench.say({ type: 'meshes:navigate', path: '/workspace/rules' });
    await eventually(() => expect(calls).toContain('first at rules'));
    calls.length = 0;
    leave(kept);
    expect(calls).toEqual(['first idle']);
    await next(kept.bench, { ...kept.options, ...told('second') });
    expect(calls).toEqual([
      'first idle',
      'second live',
      'second session-1',
      'second at rules',
      'second says /workspace/rules',
    ]);
  });

  test('is found by the page where its user went, too', async () => {
    const kept = await keptEmbed({ page: 'dashboard' });
    kept.bench.say({ type: 'meshes:navigate', path: '/workspace/rules' });
    await eventually(() => expect(kept.embed.getSnapshot().page).toBe('/workspace/rules'));
    leave(kept);
    await next(kept.bench, { ...kept.options, page: 'rules' });
    expect(kept.bench.launches).toEqual(['dashboard']);
  });

  test.each([
    ['another page', { page: 'events' }],
    ['a source of its own', { fetchSession: undefined, refreshSession: undefined, endpoint: 'data:,' }],
  ] as const)('for %s another one is launched, and it waits on', async (_name, changes) => {
    const kept = await keptEmbed({ page: 'dashboard' });
    leave(kept);
    const embed = kept.bench.create({ ...kept.options, ...changes } as Partial<MeshesEmbedOptions>);
    embed.mount(kept.bench.container());
    expect(embed.getSnapshot().status).toBe('minting');
    expect([parkedFrames().length, kept.revoked()]).toEqual([1, []]);
  });

  test('another identity ends it before anything else, and it is revoked', async () => {
    const kept = await keptEmbed({ identity: 'user-1' });
    leave(kept);
    const other = kept.bench.create({ ...kept.options, identity: 'user-2' });
    other.mount(kept.bench.container());
    expect([parkedFrames(), kept.revoked()]).toEqual([[], ['session-1']]);
    await kept.bench.status(other, 'live');
    expect(kept.bench.launches.length).toBe(2);
  });

  test('the identity of a mounted one that changes ends those that are parked', async () => {
    const kept = await keptEmbed({ identity: 'user-1' });
    leave(kept);
    const other = await next(kept.bench, { ...kept.options, identity: 'user-1', page: 'rules' });
    other.embed.update({ identity: 'user-2' });
    expect([parkedFrames(), kept.revoked()]).toEqual([[], ['session-1', 'session-2']]);
  });

  test('sign-out ends it, whichever embed was asked, and waits for the answer', async () => {
    const kept = await keptEmbed();
    leave(kept);
    await kept.bench.create(kept.options).signOut();
    expect([parkedFrames(), kept.revoked()]).toEqual([[], ['session-1']]);
  });

  test('parked for too long, it ends and is revoked', async () => {
    const kept = await keptEmbed({ keepAlive: 200 });
    leave(kept);
    expect(parkedFrames().length).toBe(1);
    await eventually(() => expect(kept.revoked()).toEqual(['session-1']));
    expect([parkedFrames(), document.querySelectorAll(':root > div').length]).toEqual([[], 0]);
    await next(kept.bench, kept.options);
    expect(kept.bench.launches.length).toBe(2);
  });

  test('of more than a few the oldest ends', async () => {
    const bench = createEmbedBench();
    const revokeSession = vi.fn(async () => {});
    for (let one = 0; one <= maxParked; one++) {
      // None fits the next one, so that each is one more.
      const fetchSession = bench.options.fetchSession!.bind(null);
      leave(await bench.live({ keepAlive: true, revokeSession, fetchSession }));
    }
    expect(parkedFrames().length).toBe(maxParked);
    expect(revokeSession.mock.calls).toEqual([[{ sessionId: 'session-1' }]]);
  });

  test('two mounts that want one get one each', async () => {
    const kept = await keptEmbed();
    const second = await kept.bench.live({ ...kept.options });
    leave(kept);
    leave(second);
    const shown = await Promise.all([
      next(kept.bench, kept.options),
      next(kept.bench, kept.options),
      next(kept.bench, kept.options),
    ]);
    expect(shown.map(({ embed }) => embed.getSnapshot().sessionId).sort()).toEqual([
      'session-1',
      'session-2',
      'session-3',
    ]);
  });

  test('is nothing that can be seen, focused or read while it is parked', async () => {
    const kept = await keptEmbed();
    kept.bench.iframe().focus();
    leave(kept);
    const frame = parkedFrames()[0]!;
    frame.focus();
    expect(document.activeElement).toBe(document.body);
    expect(frame.parentElement!.inert).toBe(true);
    expect(getComputedStyle(frame).visibility).toBe('hidden');
    expect(frame.checkVisibility({ visibilityProperty: true })).toBe(false);
    await next(kept.bench, kept.options);
    expect(document.activeElement).toBe(frame);
  });

  test('keeps its token fresh', async () => {
    const kept = await keptEmbed();
    leave(kept);
    kept.bench.say({ type: 'meshes:token-refresh' }, 1, parkedFrames()[0]);
    await eventually(() => expect(kept.bench.refreshes).toEqual(['session-1']));
    await next(kept.bench, kept.options);
    expect(kept.bench.launches.length).toBe(1);
  });

  test('that another script removes ends, and is revoked; the next one is launched', async () => {
    const kept = await keptEmbed();
    leave(kept);
    parkedFrames()[0]!.parentElement!.remove();
    await eventually(() => expect(kept.revoked()).toEqual(['session-1']));
    await next(kept.bench, kept.options);
    expect(kept.bench.launches.length).toBe(2);
  });

  test('whose document goes elsewhere ends', async () => {
    const kept = await keptEmbed();
    leave(kept);
    parkedFrames()[0]!.src = `${embedOrigin()}/silent`;
    await eventually(() => expect(kept.revoked()).toEqual(['session-1']));
  });

  test('ends with its handle where that is destroyed', async () => {
    const kept = await keptEmbed();
    leave(kept);
    kept.embed.destroy();
    expect([parkedFrames(), kept.revoked()]).toEqual([[], ['session-1']]);
  });

  test('its own handle may mount it again, and then another one has nothing to take', async () => {
    const kept = await keptEmbed();
    leave(kept);
    const container = kept.bench.container();
    kept.embed.mount(container);
    expect(kept.embed.getSnapshot().status).toBe('live');
    await next(kept.bench, kept.options);
    expect(kept.bench.launches.length).toBe(2);
  });

  test('taken by another handle, its former one launches one of its own', async () => {
    const kept = await keptEmbed();
    leave(kept);
    await next(kept.bench, kept.options);
    kept.embed.mount(kept.bench.container());
    await kept.bench.status(kept.embed, 'live');
    expect(kept.embed.getSnapshot().sessionId).toBe('session-2');
    expect(kept.embed.trace().filter(({ name }) => name === 'fetch-session').length).toBe(1);
  });

  test('with another endpoint since, its handle launches one of its own, and hears no more of the parked one', async () => {
    const kept = await keptEmbed();
    leave(kept);
    const [frame] = parkedFrames();
    const { fetchSession, refreshSession } = kept.bench.options;
    kept.embed.update({ endpoint: '/other', fetchSession, refreshSession });
    kept.embed.mount(kept.bench.container());
    await kept.bench.status(kept.embed, 'live');
    expect([kept.bench.launches.length, parkedFrames()]).toEqual([2, [frame]]);
    kept.bench.say({ type: 'meshes:token-refresh' }, 1, frame);
    await eventually(() => expect(kept.bench.refreshes).toEqual(['session-1']));
    expect(kept.embed.getSnapshot()).toMatchObject({ status: 'live', sessionId: 'session-2' });
    // Taken by another handle, the parked one leaves the other as it is.
    await next(kept.bench, kept.options);
    expect([kept.embed.getSnapshot().sessionId, kept.bench.launches.length]).toEqual(['session-2', 2]);
  });

  test('unmounted before its container goes, it is parked by itself', async () => {
    const bench = createEmbedBench();
    const { unmount, container } = await bench.live({ keepAlive: true });
    unmount();
    container.remove();
    expect(parkedFrames().length).toBe(1);
  });

  test('goes in and out of shadow roots', async () => {
    const kept = await keptEmbed();
    const frame = kept.bench.iframe();
    leave(kept);
    const host = kept.bench.container();
    const place = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const embed = kept.bench.create(kept.options);
    embed.mount(host, { place });
    expect([embed.getSnapshot().status, place.firstElementChild]).toEqual(['live', frame]);
    expect(embed.park()).toBe(true);
    await next(kept.bench, kept.options);
    expect(kept.bench.launches.length).toBe(1);
  });

  test('into another document it cannot be moved: launched there', async () => {
    const kept = await keptEmbed();
    leave(kept);
    const frame = kept.bench.place.appendChild(document.createElement('iframe'));
    const container = frame.contentDocument!.body.appendChild(frame.contentDocument!.createElement('div'));
    const embed = kept.bench.create(kept.options);
    embed.mount(container);
    await kept.bench.status(embed, 'live');
    expect(embed.getSnapshot().sessionId).toBe('session-2');
  });
});

describe('an embed that is told of hiding and leaving alike', () => {
  test('is put back at once where its container stayed', async () => {
    const kept = await keptEmbed();
    const trace = kept.embed.trace().length;
    const frame = kept.bench.iframe();
    kept.embed.park({ leaving: true });
    expect(parkedFrames()).toEqual([frame]);
    await Promise.resolve();
    expect([kept.container.firstElementChild, kept.embed.getSnapshot().status]).toEqual([frame, 'live']);
    expect(
      kept.embed
        .trace()
        .slice(trace)
        .map(({ name }) => name),
    ).toEqual(['move-frame', 'parked.ready', 'move-frame', 'live']);
  });

  test('stays parked where its container went', async () => {
    const kept = await keptEmbed();
    kept.embed.park({ leaving: true });
    kept.container.remove();
    await Promise.resolve();
    expect([parkedFrames().length, kept.embed.getSnapshot().status]).toEqual([1, 'idle']);
  });
});

describe('an embed that is not parked', () => {
  test.each([
    ['without keepAlive', {}, () => {}],
    [
      'before it has a session and while the page is another one’s',
      { keepAlive: true },
      ({ container }: { container: HTMLElement }) => container.remove(),
    ],
  ] as const)('%s: nothing changes', async (_name, changes, before) => {
    const bench = createEmbedBench();
    const { embed, container } = await bench.live(changes);
    before({ container });
    expect(embed.park()).toBe(false);
    expect(parkedFrames()).toEqual([]);
  });

  test('where no iframe can be moved: it leaves as any other', async () => {
    const { moveBefore } = Element.prototype as unknown as { moveBefore: unknown };
    Reflect.deleteProperty(Element.prototype, 'moveBefore');
    onTestFinished(
      () =>
        void Object.defineProperty(Element.prototype, 'moveBefore', {
          value: moveBefore,
          configurable: true,
          writable: true,
        }),
    );
    const kept = await keptEmbed();
    expect(leave(kept)).toBe(false);
    expect(kept.embed.getSnapshot().status).toBe('live');
    await next(kept.bench, kept.options);
    expect(kept.bench.launches.length).toBe(2);
  });

  test('left while it is launched, it goes on out of sight', async () => {
    const bench = createEmbedBench();
    const answer = bench.hold();
    const embed = bench.create({ keepAlive: true });
    const container = bench.container();
    embed.mount(container);
    expect(embed.park()).toBe(true);
    container.remove();
    answer();
    await eventually(() => expect(embed.trace().map(({ name }) => name)).toContain('parked.ready'));
    await next(bench, { keepAlive: true });
    expect(bench.launches.length).toBe(1);
  });
});

describe('preload', () => {
  test('launches out of sight, at the width that it will have; shown, it is there at once', async () => {
    const bench = createEmbedBench();
    const ahead = bench.create();
    ahead.preload({ width: 400 });
    await eventually(() => expect(ahead.trace().map(({ name }) => name)).toContain('parked.ready'));
    expect([ahead.getSnapshot().status, parkedFrames()[0]!.clientWidth]).toEqual(['idle', 400]);
    const embed = bench.create();
    embed.mount(bench.container());
    expect(embed.getSnapshot().status).toBe('live');
    expect(bench.launches.length).toBe(1);
  });

  test('shown before its session came, it goes on with the same request', async () => {
    const bench = createEmbedBench();
    const answer = bench.hold();
    bench.create().preload();
    const embed = bench.create();
    embed.mount(bench.container());
    expect(embed.getSnapshot().status).toBe('minting');
    answer();
    await bench.status(embed, 'live');
    expect(bench.launches.length).toBe(1);
  });

  test('as an option: shown once it is false', async () => {
    const bench = createEmbedBench();
    const { onNavigate, documents } = createReports();
    const embed = bench.create({ preload: true, onNavigate });
    const container = bench.container();
    embed.mount(container);
    await eventually(() => expect(parkedFrames()[0]?.clientWidth).toBe(container.clientWidth));
    await eventually(() => expect(embed.trace().map(({ name }) => name)).toContain('parked.ready'));
    expect([embed.getSnapshot().status, container.childElementCount]).toEqual(['idle', 0]);
    await eventually(() => expect(embed.trace().map(({ name }) => name)).toContain('meshes:navigate'));
    expect(documents()).toBe(0);
    embed.update({ preload: false });
    expect(documents()).toBe(1);
    expect([embed.getSnapshot().status, container.childElementCount]).toEqual(['live', 1]);
    expect(bench.launches.length).toBe(1);
  });

  test('as an option, with functions that are written again at each render: the same launch', async () => {
    const bench = createEmbedBench();
    const { fetchSession } = bench.options;
    const embed = bench.create({ preload: true });
    embed.mount(bench.container());
    embed.update({ fetchSession: (context) => fetchSession!(context) });
    embed.update({ fetchSession: (context) => fetchSession!(context), preload: false });
    await bench.status(embed, 'live');
    expect(bench.launches.length).toBe(1);
  });

  test('twice is once, and none where the user saves data or the line is slow', () => {
    const bench = createEmbedBench();
    const ahead = bench.create();
    ahead.preload();
    ahead.preload();
    bench.create().preload();
    expect(bench.launches.length).toBe(1);
    bench.create({ page: 'rules' }).preload();
    expect(bench.launches).toEqual(['dashboard', 'rules']);
    for (const connection of [{ saveData: true }, { effectiveType: '2g' }, { effectiveType: 'slow-2g' }]) {
      Object.defineProperty(navigator, 'connection', { value: connection, configurable: true });
      onTestFinished(() => void Reflect.deleteProperty(navigator, 'connection'));
      bench.create({ page: 'events' }).preload();
    }
    expect(bench.launches).toEqual(['dashboard', 'rules']);
  });

  test('that fails is not told, and the mount launches as ever', async () => {
    const bench = createEmbedBench();
    const onProblem = vi.fn<NonNullable<MeshesEmbedOptions['onProblem']>>();
    bench.refuse(503);
    const embed = bench.create({ onProblem });
    embed.preload();
    await eventually(() => expect(embed.trace().at(-1)?.name).toBe('idle'));
    expect([onProblem.mock.calls, document.querySelectorAll(':root > div').length]).toEqual([[], 0]);
    bench.refuse(null);
    embed.mount(bench.container());
    await bench.status(embed, 'live');
  });
});
