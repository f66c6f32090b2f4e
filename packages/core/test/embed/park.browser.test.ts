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
  const fixture = createEmbedBench();
  const revokeSession = vi.fn<NonNullable<MeshesEmbedOptions['revokeSession']>>(async () => {});
  const options = { keepAlive: true, revokeSession, ...changes } as const;
  const { embed, container } = await fixture.live(options);
  await eventually(() => expect(embed.getSnapshot().height).toBe(640));
  return {
    fixture,
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
async function next(fixture: Bench, changes: Partial<MeshesEmbedOptions>, status: EmbedStatus = 'live') {
  const embed = fixture.create(changes);
  const container = fixture.container();
  const unmount = embed.mount(container);
  await fixture.status(embed, status);
  return { embed, container, unmount };
}

describe('an embed that left with keepAlive', () => {
  test('is there at once when it is wanted again: the same document, session and height', async () => {
    const { onNavigate, documents } = createReports();
    const kept = await keptEmbed({ onNavigate });
    const frame = kept.fixture.iframe();
    expect(leave(kept)).toBe(true);
    expect(parkedFrames()).toEqual([frame]);
    expect(kept.embed.getSnapshot()).toMatchObject({ status: 'idle', sessionId: null, height: null });

    const embed = kept.fixture.create({ ...kept.options, onNavigate });
    const container = kept.fixture.container();
    embed.mount(container);
    // No moment passes.
    expect(embed.getSnapshot()).toMatchObject({ status: 'live', sessionId: 'session-1', height: 640 });
    expect([container.firstElementChild, frame.clientWidth, frame.clientHeight]).toEqual([
      frame,
      container.clientWidth,
      640,
    ]);
    expect(container.dataset['meshesStatus']).toBe('live');
    kept.fixture.say({ type: 'meshes:token-refresh' });
    await eventually(() => expect(kept.fixture.refreshes).toEqual(['session-1']));
    expect([kept.fixture.launches.length, documents(), kept.revoked(), parkedFrames()]).toEqual([1, 1, [], []]);
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
    kept.fixture.say({ type: 'meshes:navigate', path: '/workspace/rules' });
    await eventually(() => expect(calls).toContain('first at rules'));
    calls.length = 0;
    leave(kept);
    expect(calls).toEqual(['first idle']);
    await next(kept.fixture, { ...kept.options, ...told('second') });
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
    kept.fixture.say({ type: 'meshes:navigate', path: '/workspace/rules' });
    await eventually(() => expect(kept.embed.getSnapshot().page).toBe('/workspace/rules'));
    leave(kept);
    await next(kept.fixture, { ...kept.options, page: 'rules' });
    expect(kept.fixture.launches).toEqual(['dashboard']);
  });

  test.each([
    ['another page', { page: 'events' }],
    ['a source of its own', { fetchSession: undefined, refreshSession: undefined, endpoint: 'data:,' }],
  ] as const)('for %s another one is launched, and it waits on', async (_name, changes) => {
    const kept = await keptEmbed({ page: 'dashboard' });
    leave(kept);
    const embed = kept.fixture.create({ ...kept.options, ...changes } as Partial<MeshesEmbedOptions>);
    embed.mount(kept.fixture.container());
    expect(embed.getSnapshot().status).toBe('minting');
    expect([parkedFrames().length, kept.revoked()]).toEqual([1, []]);
  });

  test('another identity ends it before anything else, and it is revoked', async () => {
    const kept = await keptEmbed({ identity: 'user-1' });
    leave(kept);
    const other = kept.fixture.create({ ...kept.options, identity: 'user-2' });
    other.mount(kept.fixture.container());
    expect([parkedFrames(), kept.revoked()]).toEqual([[], ['session-1']]);
    await kept.fixture.status(other, 'live');
    expect(kept.fixture.launches.length).toBe(2);
  });

  test('the identity of a mounted one that changes ends those that are parked', async () => {
    const kept = await keptEmbed({ identity: 'user-1' });
    leave(kept);
    const other = await next(kept.fixture, { ...kept.options, identity: 'user-1', page: 'rules' });
    other.embed.update({ identity: 'user-2' });
    expect([parkedFrames(), kept.revoked()]).toEqual([[], ['session-1', 'session-2']]);
  });

  test('sign-out ends it, whichever embed was asked, and waits for the answer', async () => {
    const kept = await keptEmbed();
    leave(kept);
    await kept.fixture.create(kept.options).signOut();
    expect([parkedFrames(), kept.revoked()]).toEqual([[], ['session-1']]);
  });

  test('parked for too long, it ends and is revoked', async () => {
    const kept = await keptEmbed({ keepAlive: 200 });
    leave(kept);
    expect(parkedFrames().length).toBe(1);
    await eventually(() => expect(kept.revoked()).toEqual(['session-1']));
    expect([parkedFrames(), document.querySelectorAll(':root > div').length]).toEqual([[], 0]);
    await next(kept.fixture, kept.options);
    expect(kept.fixture.launches.length).toBe(2);
  });

  test('of more than a few the oldest ends', async () => {
    const fixture = createEmbedBench();
    const revokeSession = vi.fn(async () => {});
    for (let one = 0; one <= maxParked; one++) {
      // None fits the next one, so that each is one more.
      const fetchSession = fixture.options.fetchSession!.bind(null);
      leave(await fixture.live({ keepAlive: true, revokeSession, fetchSession }));
    }
    expect(parkedFrames().length).toBe(maxParked);
    expect(revokeSession.mock.calls).toEqual([[{ sessionId: 'session-1' }]]);
  });

  test('two mounts that want one get one each', async () => {
    const kept = await keptEmbed();
    const second = await kept.fixture.live({ ...kept.options });
    leave(kept);
    leave(second);
    const shown = await Promise.all([
      next(kept.fixture, kept.options),
      next(kept.fixture, kept.options),
      next(kept.fixture, kept.options),
    ]);
    expect(shown.map(({ embed }) => embed.getSnapshot().sessionId).sort()).toEqual([
      'session-1',
      'session-2',
      'session-3',
    ]);
  });

  test('is nothing that can be seen, focused or read while it is parked', async () => {
    const kept = await keptEmbed();
    kept.fixture.iframe().focus();
    leave(kept);
    const frame = parkedFrames()[0]!;
    frame.focus();
    expect(document.activeElement).toBe(document.body);
    expect(frame.parentElement!.inert).toBe(true);
    expect(getComputedStyle(frame).visibility).toBe('hidden');
    expect(frame.checkVisibility({ visibilityProperty: true })).toBe(false);
    await next(kept.fixture, kept.options);
    expect(document.activeElement).toBe(frame);
  });

  test('keeps its token fresh', async () => {
    const kept = await keptEmbed();
    leave(kept);
    kept.fixture.say({ type: 'meshes:token-refresh' }, 1, parkedFrames()[0]);
    await eventually(() => expect(kept.fixture.refreshes).toEqual(['session-1']));
    await next(kept.fixture, kept.options);
    expect(kept.fixture.launches.length).toBe(1);
  });

  test('that another script removes ends, and is revoked; the next one is launched', async () => {
    const kept = await keptEmbed();
    leave(kept);
    parkedFrames()[0]!.parentElement!.remove();
    await eventually(() => expect(kept.revoked()).toEqual(['session-1']));
    await next(kept.fixture, kept.options);
    expect(kept.fixture.launches.length).toBe(2);
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
    const container = kept.fixture.container();
    kept.embed.mount(container);
    expect(kept.embed.getSnapshot().status).toBe('live');
    await next(kept.fixture, kept.options);
    expect(kept.fixture.launches.length).toBe(2);
  });

  test('taken by another handle, its former one launches one of its own', async () => {
    const kept = await keptEmbed();
    leave(kept);
    await next(kept.fixture, kept.options);
    kept.embed.mount(kept.fixture.container());
    await kept.fixture.status(kept.embed, 'live');
    expect(kept.embed.getSnapshot().sessionId).toBe('session-2');
    expect(kept.embed.trace().filter(({ name }) => name === 'fetch-session').length).toBe(1);
  });

  test('with another endpoint since, its handle launches one of its own, and hears no more of the parked one', async () => {
    const kept = await keptEmbed();
    leave(kept);
    const [frame] = parkedFrames();
    const { fetchSession, refreshSession } = kept.fixture.options;
    kept.embed.update({ endpoint: '/other', fetchSession, refreshSession });
    kept.embed.mount(kept.fixture.container());
    await kept.fixture.status(kept.embed, 'live');
    expect([kept.fixture.launches.length, parkedFrames()]).toEqual([2, [frame]]);
    kept.fixture.say({ type: 'meshes:token-refresh' }, 1, frame);
    await eventually(() => expect(kept.fixture.refreshes).toEqual(['session-1']));
    expect(kept.embed.getSnapshot()).toMatchObject({ status: 'live', sessionId: 'session-2' });
    // Taken by another handle, the parked one leaves the other as it is.
    await next(kept.fixture, kept.options);
    expect([kept.embed.getSnapshot().sessionId, kept.fixture.launches.length]).toEqual(['session-2', 2]);
  });

  test('unmounted before its container goes, it is parked by itself', async () => {
    const fixture = createEmbedBench();
    const { unmount, container } = await fixture.live({ keepAlive: true });
    unmount();
    container.remove();
    expect(parkedFrames().length).toBe(1);
  });

  test('goes in and out of shadow roots', async () => {
    const kept = await keptEmbed();
    const frame = kept.fixture.iframe();
    leave(kept);
    const host = kept.fixture.container();
    const place = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const embed = kept.fixture.create(kept.options);
    embed.mount(host, { place });
    expect([embed.getSnapshot().status, place.firstElementChild]).toEqual(['live', frame]);
    expect(embed.park()).toBe(true);
    await next(kept.fixture, kept.options);
    expect(kept.fixture.launches.length).toBe(1);
  });

  test('into another document it cannot be moved: launched there', async () => {
    const kept = await keptEmbed();
    leave(kept);
    const frame = kept.fixture.place.appendChild(document.createElement('iframe'));
    const container = frame.contentDocument!.body.appendChild(frame.contentDocument!.createElement('div'));
    const embed = kept.fixture.create(kept.options);
    embed.mount(container);
    await kept.fixture.status(embed, 'live');
    expect(embed.getSnapshot().sessionId).toBe('session-2');
  });
});

describe('an embed that is told of hiding and leaving alike', () => {
  test('is put back at once where its container stayed', async () => {
    const kept = await keptEmbed();
    const trace = kept.embed.trace().length;
    const frame = kept.fixture.iframe();
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
    const fixture = createEmbedBench();
    const { embed, container } = await fixture.live(changes);
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
    await next(kept.fixture, kept.options);
    expect(kept.fixture.launches.length).toBe(2);
  });

  test('left while it is launched, it goes on out of sight', async () => {
    const fixture = createEmbedBench();
    const answer = fixture.hold();
    const embed = fixture.create({ keepAlive: true });
    const container = fixture.container();
    embed.mount(container);
    expect(embed.park()).toBe(true);
    container.remove();
    answer();
    await eventually(() => expect(embed.trace().map(({ name }) => name)).toContain('parked.ready'));
    await next(fixture, { keepAlive: true });
    expect(fixture.launches.length).toBe(1);
  });
});

describe('preload', () => {
  test('launches out of sight, at the width that it will have; shown, it is there at once', async () => {
    const fixture = createEmbedBench();
    const ahead = fixture.create();
    ahead.preload({ width: 400 });
    await eventually(() => expect(ahead.trace().map(({ name }) => name)).toContain('parked.ready'));
    expect([ahead.getSnapshot().status, parkedFrames()[0]!.clientWidth]).toEqual(['idle', 400]);
    const embed = fixture.create();
    embed.mount(fixture.container());
    expect(embed.getSnapshot().status).toBe('live');
    expect(fixture.launches.length).toBe(1);
  });

  test('shown before its session came, it goes on with the same request', async () => {
    const fixture = createEmbedBench();
    const answer = fixture.hold();
    fixture.create().preload();
    const embed = fixture.create();
    embed.mount(fixture.container());
    expect(embed.getSnapshot().status).toBe('minting');
    answer();
    await fixture.status(embed, 'live');
    expect(fixture.launches.length).toBe(1);
  });

  test('as an option: shown once it is false', async () => {
    const fixture = createEmbedBench();
    const { onNavigate, documents } = createReports();
    const embed = fixture.create({ preload: true, onNavigate });
    const container = fixture.container();
    embed.mount(container);
    await eventually(() => expect(parkedFrames()[0]?.clientWidth).toBe(container.clientWidth));
    await eventually(() => expect(embed.trace().map(({ name }) => name)).toContain('parked.ready'));
    expect([embed.getSnapshot().status, container.childElementCount]).toEqual(['idle', 0]);
    await eventually(() => expect(embed.trace().map(({ name }) => name)).toContain('meshes:navigate'));
    expect(documents()).toBe(0);
    embed.update({ preload: false });
    expect(documents()).toBe(1);
    expect([embed.getSnapshot().status, container.childElementCount]).toEqual(['live', 1]);
    expect(fixture.launches.length).toBe(1);
  });

  test('as an option, with functions that are written again at each render: the same launch', async () => {
    const fixture = createEmbedBench();
    const { fetchSession } = fixture.options;
    const embed = fixture.create({ preload: true });
    embed.mount(fixture.container());
    embed.update({ fetchSession: (context) => fetchSession!(context) });
    embed.update({ fetchSession: (context) => fetchSession!(context), preload: false });
    await fixture.status(embed, 'live');
    expect(fixture.launches.length).toBe(1);
  });

  test('twice is once, and none where the user saves data or the line is slow', () => {
    const fixture = createEmbedBench();
    const ahead = fixture.create();
    ahead.preload();
    ahead.preload();
    fixture.create().preload();
    expect(fixture.launches.length).toBe(1);
    fixture.create({ page: 'rules' }).preload();
    expect(fixture.launches).toEqual(['dashboard', 'rules']);
    for (const connection of [{ saveData: true }, { effectiveType: '2g' }, { effectiveType: 'slow-2g' }]) {
      Object.defineProperty(navigator, 'connection', { value: connection, configurable: true });
      onTestFinished(() => void Reflect.deleteProperty(navigator, 'connection'));
      fixture.create({ page: 'events' }).preload();
    }
    expect(fixture.launches).toEqual(['dashboard', 'rules']);
  });

  test('that fails is not told, and the mount launches as ever', async () => {
    const fixture = createEmbedBench();
    const onProblem = vi.fn<NonNullable<MeshesEmbedOptions['onProblem']>>();
    fixture.refuse(503);
    const embed = fixture.create({ onProblem });
    embed.preload();
    await eventually(() => expect(embed.trace().at(-1)?.name).toBe('idle'));
    expect([onProblem.mock.calls, document.querySelectorAll(':root > div').length]).toEqual([[], 0]);
    fixture.refuse(null);
    embed.mount(fixture.container());
    await fixture.status(embed, 'live');
  });
});
