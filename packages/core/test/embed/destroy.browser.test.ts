import { describe, expect, test, vi } from 'vitest';
import { callbackNames } from '../../src/adapter/index.ts';
import type { EmbedStatus, MeshesEmbed, MeshesEmbedOptions } from '../../src/index.ts';
import { createEmbedBench } from '../support/embedBench.ts';

type Bench = ReturnType<typeof createEmbedBench>;

/** How each status is reached, by an embed that is mounted already. */
const ways: Readonly<Partial<Record<EmbedStatus, (fixture: Bench, embed: MeshesEmbed) => void | Promise<unknown>>>> = {
  minting: (fixture) => void fixture.hold(),
  launching: (fixture) => fixture.goSilent(),
  live: () => {},
  refreshing: async (fixture, embed) => {
    await fixture.status(embed, 'live');
    fixture.hold();
    embed.refresh();
  },
  recovering: (fixture) => fixture.refuse(503),
  failed: (fixture) => fixture.refuse(403),
};

describe.each(Object.entries(ways))('destroyed while %s', (status, reach) => {
  test('silent from then on, with nothing left and nothing asked for', async () => {
    const fixture = createEmbedBench();
    let ended = false;
    const late: string[] = [];
    const callbacks = Object.fromEntries(callbackNames.map((name) => [name, () => ended && late.push(name)]));
    const embed = fixture.create(callbacks as Partial<MeshesEmbedOptions>);
    const container = fixture.container();
    const prepared = reach(fixture, embed);
    const unmount = embed.mount(container);
    await prepared;
    await fixture.status(embed, status as EmbedStatus);
    const listener = vi.fn();
    embed.subscribe(listener);
    const frame = fixture.iframes()[0]?.contentWindow;
    const asked = fixture.launches.length + fixture.refreshes.length;

    ended = true;
    embed.destroy();
    embed.destroy();
    const trace = embed.trace().length;
    expect(
      fixture.signals.every(
        ({ aborted }, call) =>
          aborted || call < fixture.signals.length - 1 || !['minting', 'refreshing'].includes(status),
      ),
    ).toBe(true);
    expect(container.childElementCount).toBe(0);
    expect(embed.getSnapshot()).toMatchObject({ status: 'closed', sessionId: null, problem: null });

    frame?.postMessage({ say: { type: 'meshes:ready' } }, '*');
    unmount();
    embed.refresh();
    embed.relaunch({ page: 'rules' });
    embed.update({ title: 'Late' });
    window.dispatchEvent(new Event('focus'));
    window.dispatchEvent(new Event('online'));
    // A second embed on the same page comes to life meanwhile, so that time has passed in which the first could have spoken.
    const other = createEmbedBench();
    await other.live();
    expect(late).toEqual([]);
    expect(listener).not.toHaveBeenCalled();
    expect(fixture.launches.length + fixture.refreshes.length).toBe(asked);
    expect(embed.trace()).toHaveLength(trace);
    expect(embed.diagnose()).toMatchObject({ status: 'closed' });
    expect(() => embed.mount(container)).toThrow(expect.objectContaining({ code: 'destroyed' }));
  });
});

test('destroyed before it was mounted', () => {
  const embed = createEmbedBench().create();
  embed.destroy();
  expect(embed.getSnapshot().status).toBe('closed');
  expect(() => embed.mount(document.body)).toThrow(expect.objectContaining({ code: 'destroyed' }));
});

test('C4: a session that arrives after the end is thrown away', async () => {
  const fixture = createEmbedBench();
  const serve = fixture.hold();
  const embed = fixture.create();
  const container = fixture.container();
  embed.mount(container);
  embed.destroy();
  serve();
  await createEmbedBench().live();
  expect(container.childElementCount).toBe(0);
});

describe('destroyed by a callback of its own', () => {
  const kinds = ['state', 'in', 'out', 'effect'] as const;
  test.each([
    ...callbackNames.filter((name) => name !== 'onTrace' && name !== 'onProblem'),
    ...kinds.map((kind) => `onTrace: ${kind}`),
  ])('%s', async (name) => {
    const fixture = createEmbedBench();
    const reported = vi.spyOn(globalThis, 'reportError').mockImplementation(() => {});
    const container = fixture.container();
    const end = vi.fn(() => embed.destroy());
    const [callback, kind] = name.split(': ') as [string, string?];
    const embed = fixture.create({
      [callback]: (given: { kind?: string }) => (kind === undefined || given.kind === kind) && end(),
    });
    embed.mount(container);
    if (callback === 'onPageChange') {
      await fixture.status(embed, 'live');
      embed.goTo('rules');
    }
    await fixture.status(embed, 'closed');
    await createEmbedBench().live();
    expect(end).toHaveBeenCalled();
    expect(container.childElementCount).toBe(0);
    expect(reported).not.toHaveBeenCalled();
    expect(fixture.signals.length).toBeLessThanOrEqual(callback === 'onPageChange' ? 2 : 1);
    reported.mockRestore();
  });
});
