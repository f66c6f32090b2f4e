import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { MeshesEmbedOptions } from '../../src/index.ts';
import { createEmbedBench, createReports, eventually } from '../support/embedBench.ts';

type OnProblem = NonNullable<MeshesEmbedOptions['onProblem']>;

describe('1.10: the iframe is removed by another script', () => {
  test.each<[string, (container: HTMLElement) => void]>([
    ['by itself', (container) => container.querySelector('iframe')!.remove()],
    ['with all that is in the container', (container) => container.replaceChildren()],
    ['by other markup', (container) => (container.innerHTML = '<p>Other content</p>')],
  ])('%s: recovered at once, where the user was, and told', async (_name, remove) => {
    const fixture = createEmbedBench();
    const onProblem = vi.fn<OnProblem>();
    const { embed, container } = await fixture.live({ onProblem });
    fixture.say({ type: 'meshes:navigate', path: '/workspace/rules' });
    await eventually(() => expect(embed.getSnapshot().page).toBe('/workspace/rules'));
    remove(container);
    await eventually(() => expect(fixture.launches).toEqual(['dashboard', 'rules']));
    await fixture.status(embed, 'live');
    expect(fixture.iframes()).toHaveLength(1);
    expect(onProblem.mock.calls.map(([{ code }]) => code)).toEqual(['frame-removed']);
  });

  test('is noticed before the next frame is drawn', async () => {
    const fixture = createEmbedBench();
    const { embed } = await fixture.live();
    fixture.iframe().remove();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(embed.getSnapshot().status).not.toBe('live');
  });
});

test('1.9h: moved in the document: launched again at once, and no problem is told', async () => {
  const fixture = createEmbedBench();
  const onProblem = vi.fn<OnProblem>();
  const outer = fixture.place.appendChild(document.createElement('section'));
  const container = outer.appendChild(document.createElement('div'));
  const embed = fixture.create({ onProblem });
  embed.mount(container);
  await fixture.status(embed, 'live');
  fixture.place.prepend(outer);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(embed.getSnapshot().status).not.toBe('live');
  await fixture.status(embed, 'live');
  expect([fixture.launches.length, fixture.iframes().length, onProblem.mock.calls]).toEqual([2, 1, []]);
});

test('1.9g: moved between ready and load: the document that came with the move is noticed', async () => {
  const fixture = createEmbedBench();
  fixture.goUnfinished();
  const { embed, container } = await fixture.live();
  expect(embed.trace().map(({ name }) => name)).not.toContain('load');
  fixture.goUnfinished(false);
  fixture.place.appendChild(document.createElement('section')).append(container);
  await eventually(() => expect(fixture.launches).toHaveLength(2));
  await fixture.status(embed, 'live');
  expect(fixture.iframes()).toHaveLength(1);
});

test('taken out of the document with its container, and put back: launched again', async () => {
  const fixture = createEmbedBench();
  const { embed, container } = await fixture.live();
  container.remove();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(fixture.launches).toHaveLength(1);
  fixture.place.append(container);
  await eventually(() => expect(fixture.launches).toHaveLength(2));
  await fixture.status(embed, 'live');
});

describe('1.10: its container is taken out of the page, and no one unmounts it', () => {
  /** Live at the rules, with a token of two seconds, and out of the page. */
  async function takenOut() {
    const fixture = createEmbedBench();
    const ended: string[] = [];
    const { embed, container } = await fixture.live({
      fetchSession: async (context) => ({ ...(await fixture.options.fetchSession!(context)), expires_in: 2 }),
      revokeSession: async ({ sessionId }) => void ended.push(sessionId),
    });
    fixture.say({ type: 'meshes:navigate', path: '/workspace/rules' });
    await eventually(() => expect(embed.getSnapshot().page).toBe('/workspace/rules'));
    container.remove();
    return { fixture, embed, container, ended };
  }

  test('it asks for nothing, and ends with its token', async () => {
    const { fixture, embed, ended } = await takenOut();
    await fixture.status(embed, 'idle');
    expect([fixture.launches, fixture.refreshes]).toEqual([['dashboard'], []]);
    await eventually(() => expect(ended).toEqual(['session-1']));
  });

  test('put back after that, it is launched where the user was', async () => {
    const { fixture, embed, container } = await takenOut();
    await fixture.status(embed, 'idle');
    fixture.place.append(container);
    await fixture.status(embed, 'live');
    expect([fixture.launches, fixture.iframes().length]).toEqual([['dashboard', 'rules'], 1]);
  });

  test('put into another place by its host: launched there', async () => {
    const { fixture, embed } = await takenOut();
    await fixture.status(embed, 'idle');
    embed.mount(fixture.container());
    await fixture.status(embed, 'live');
    expect(fixture.iframes()).toHaveLength(1);
  });

  test('signed out meanwhile and put back: it stays away', async () => {
    const { fixture, embed, container } = await takenOut();
    await embed.signOut();
    fixture.place.append(container);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect([embed.getSnapshot().status, fixture.launches]).toEqual(['idle', ['dashboard']]);
  });
});

test('1.3: kept in the page while it is taken out: the same document, and no call', async () => {
  const fixture = createEmbedBench();
  const container = fixture.container();
  const embed = fixture.create();
  let unmount = embed.mount(container, { keepInPage: true });
  await fixture.status(embed, 'live');
  const iframe = fixture.iframe();
  for (let round = 0; round < 13; round += 1) {
    unmount();
    container.style.display = 'none';
    await new Promise((resolve) => setTimeout(resolve));
    container.style.display = '';
    unmount = embed.mount(container, { keepInPage: true });
  }
  expect([fixture.iframe(), fixture.launches.length, embed.getSnapshot().status]).toEqual([iframe, 1, 'live']);
  unmount();
  container.remove();
  await fixture.status(embed, 'idle');
});

test('its attributes come back', async () => {
  const fixture = createEmbedBench();
  const { container } = await fixture.live();
  container.removeAttribute('data-meshes-status');
  container.setAttribute('aria-busy', 'true');
  await eventually(() =>
    expect([container.dataset['meshesStatus'], container.getAttribute('aria-busy')]).toEqual(['live', 'false']),
  );
});

test('two embeds in one container: the page does not stand still', async () => {
  const fixture = createEmbedBench();
  const { embed, container } = await fixture.live();
  const second = fixture.create();
  second.mount(container);
  await fixture.status(second, 'live');
  embed.relaunch();
  await fixture.status(embed, 'live');
  expect(fixture.iframes()).toHaveLength(2);
});

describe('1.11: a container in another realm', () => {
  test('in an iframe of the same origin', async () => {
    const fixture = createEmbedBench();
    const outer = fixture.place.appendChild(document.createElement('iframe'));
    const { onNavigate, pages } = createReports();
    const embed = fixture.create({ onNavigate });
    embed.mount(outer.contentDocument!.body.appendChild(outer.contentDocument!.createElement('div')));
    await eventually(() => expect(pages()).toEqual([expect.stringContaining('took 1')]));
    expect(embed.getSnapshot().status).toBe('live');
  });

  test('moved into it, and back: launched again there', async () => {
    const fixture = createEmbedBench();
    const outer = fixture.place.appendChild(document.createElement('iframe'));
    const onProblem = vi.fn<OnProblem>();
    const { embed, container } = await fixture.live({ onProblem });
    outer.contentDocument!.body.append(container);
    await eventually(() => expect([fixture.launches.length, embed.getSnapshot().status]).toEqual([2, 'live']));
    fixture.place.append(container);
    await eventually(() => expect([fixture.launches.length, embed.getSnapshot().status]).toEqual([3, 'live']));
    expect(onProblem).not.toHaveBeenCalled();
  });

  test('in a popup', async () => {
    const fixture = createEmbedBench();
    const popup = window.open('', '', 'width=600,height=600');
    onTestFinished(() => popup?.close());
    if (!popup) throw new Error('the popup was blocked');
    const embed = fixture.create();
    const container = popup.document.body.appendChild(popup.document.createElement('div'));
    embed.mount(container);
    await fixture.status(embed, 'live');
    expect(container.querySelector('iframe')?.contentWindow?.parent).toBe(popup);
  });
});

test.each<[string, (outer: HTMLIFrameElement) => void]>([
  ['is removed', (outer) => outer.remove()],
  ['goes to another page', (outer) => (outer.src = 'about:blank?')],
])('the frame that the container is in %s: the embed has ended there, and works elsewhere', async (_name, end) => {
  const fixture = createEmbedBench();
  const outer = fixture.place.appendChild(document.createElement('iframe'));
  const embed = fixture.create();
  embed.mount(outer.contentDocument!.body.appendChild(outer.contentDocument!.createElement('div')));
  await fixture.status(embed, 'live');
  end(outer);
  await fixture.status(embed, 'idle');
  embed.mount(fixture.container());
  await fixture.status(embed, 'live');
  expect(fixture.launches).toHaveLength(2);
});

test('the host takes the container home as the frame that it is in ends: launched again there', async () => {
  const fixture = createEmbedBench();
  const outer = fixture.place.appendChild(document.createElement('iframe'));
  const container = outer.contentDocument!.body.appendChild(outer.contentDocument!.createElement('div'));
  const embed = fixture.create();
  embed.mount(container);
  await fixture.status(embed, 'live');
  outer.contentWindow!.addEventListener('pagehide', () => fixture.place.append(container));
  outer.remove();
  await eventually(() => expect([fixture.launches.length, embed.getSnapshot().status]).toEqual([2, 'live']));
});

test('1.8: in a page that is only prerendered nothing is fetched until it is shown', async () => {
  const fixture = createEmbedBench();
  const prerendering = vi
    .spyOn(document as never as { prerendering: boolean }, 'prerendering', 'get')
    .mockReturnValue(true);
  const embed = fixture.create();
  embed.mount(fixture.container());
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect([fixture.launches.length, embed.getSnapshot().status]).toEqual([0, 'idle']);
  prerendering.mockRestore();
  document.dispatchEvent(new Event('prerenderingchange'));
  await fixture.status(embed, 'live');
  expect(fixture.launches).toHaveLength(1);
});

test('1.15: without a source of sessions it waits for one', async () => {
  const fixture = createEmbedBench();
  const { fetchSession, refreshSession } = fixture.options;
  const embed = fixture.create({ fetchSession: undefined, refreshSession: undefined });
  embed.mount(fixture.container());
  embed.relaunch();
  expect(embed.getSnapshot().status).toBe('idle');
  embed.update({ fetchSession });
  expect(embed.getSnapshot().status).toBe('idle');
  embed.update({ refreshSession });
  await fixture.status(embed, 'live');
  expect(fixture.launches).toHaveLength(1);
});

describe('a source of sessions that goes away for a while', () => {
  const withoutSource = { fetchSession: undefined, refreshSession: undefined };

  test('while the embed is in use: nothing is launched when it comes back', async () => {
    const fixture = createEmbedBench();
    const { embed } = await fixture.live();
    embed.update(withoutSource);
    embed.update(fixture.options);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([fixture.launches.length, embed.getSnapshot().status]).toEqual([1, 'live']);
  });

  test('launched without it: launched as soon as it is back, however long it took', async () => {
    const fixture = createEmbedBench();
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.999);
    onTestFinished(() => random.mockRestore());
    const { embed } = await fixture.live();
    embed.update(withoutSource);
    embed.relaunch();
    await eventually(() => expect(embed.getSnapshot().retryAt ?? 0).toBeGreaterThan(Date.now() + 3_000));
    embed.update(fixture.options);
    await vi.waitFor(() => expect([fixture.launches.length, embed.getSnapshot().status]).toEqual([2, 'live']), 2_000);
  });

  test('another endpoint than before: launched from there', async () => {
    const fixture = createEmbedBench();
    const { embed } = await fixture.live({ endpoint: '/one' });
    embed.update({ ...withoutSource, endpoint: undefined });
    embed.update({ ...fixture.options, endpoint: '/two' });
    await eventually(() => expect([fixture.launches.length, embed.getSnapshot().status]).toEqual([2, 'live']));
  });
});

test('1.15: an unknown page: the dashboard, and told', async () => {
  const fixture = createEmbedBench();
  const onProblem = vi.fn<OnProblem>();
  const { embed } = await fixture.live({ page: 'rulez' as never, onProblem });
  expect(fixture.launches).toEqual(['dashboard']);
  expect(onProblem.mock.calls.map(([{ code, message }]) => [code, message.includes('rulez')])).toEqual([
    ['page-unknown', true],
  ]);
  embed.update({ page: '<b>' as never });
  expect(onProblem.mock.calls[1]![0].message).not.toContain('<b>');
  expect(fixture.launches).toHaveLength(1);
});

describe('the page both ways', () => {
  test('1.4: where the user goes is told, and given back it launches nothing; another one is launched', async () => {
    const fixture = createEmbedBench();
    const onPageChange = vi.fn((page: string) => embed.update({ page: page as never }));
    const { embed } = await fixture.live({ onPageChange });
    fixture.say({ type: 'meshes:navigate', path: '/workspace/rules' });
    await eventually(() => expect(onPageChange.mock.calls).toEqual([['rules']]));
    fixture.say({ type: 'meshes:navigate', path: '/workspace/events/evt_1' });
    await eventually(() => expect(onPageChange.mock.calls).toEqual([['rules'], ['events']]));
    fixture.say({ type: 'meshes:navigate', path: '/elsewhere' });
    await eventually(() => expect(embed.getSnapshot().page).toBe('/elsewhere'));
    expect([onPageChange.mock.calls.length, fixture.launches]).toEqual([2, ['dashboard']]);
    embed.update({ page: 'dashboard' });
    await eventually(() => expect(fixture.launches).toEqual(['dashboard', 'dashboard']));
    await fixture.status(embed, 'live');
    expect(onPageChange).toHaveBeenCalledTimes(2);
  });

  test('a host that gives it back late, while the user goes on, does not throw the user back', async () => {
    const fixture = createEmbedBench();
    const late: (() => void)[] = [];
    const { embed } = await fixture.live({ onPageChange: (page) => late.push(() => embed.update({ page })) });
    for (const page of ['rules', 'events', 'connections']) {
      fixture.say({ type: 'meshes:navigate', path: `/workspace/${page}` });
      await eventually(() => expect(embed.getSnapshot().page).toBe(`/workspace/${page}`));
    }
    for (const giveBack of late) giveBack();
    expect([fixture.launches, embed.getSnapshot().status]).toEqual([['dashboard'], 'live']);
    embed.update({ page: 'rules' });
    await eventually(() => expect(fixture.launches).toEqual(['dashboard', 'rules']));
  });

  test('goTo goes to the front, also of the page that the option names; the host is told', async () => {
    const fixture = createEmbedBench();
    const onPageChange = vi.fn();
    const { embed } = await fixture.live({ page: 'events', onPageChange });
    fixture.say({ type: 'meshes:navigate', path: '/workspace/events/evt_1' });
    await eventually(() => expect(embed.getSnapshot().page).toBe('/workspace/events/evt_1'));
    embed.goTo('events');
    await eventually(() => expect(fixture.launches).toEqual(['events', 'events']));
    await fixture.status(embed, 'live');
    embed.goTo('rules');
    await eventually(() => expect(onPageChange.mock.calls).toEqual([['rules']]));
  });
});

test('1.9k: an exception of the page around it: failed, reported, and a press works', async () => {
  const fixture = createEmbedBench();
  const reported = vi.spyOn(globalThis, 'reportError').mockImplementation(() => {});
  const { embed, container } = await fixture.live();
  const prepend = vi.spyOn(container, 'prepend').mockImplementation(() => {
    throw new Error('patched');
  });
  embed.relaunch();
  await fixture.status(embed, 'failed');
  expect([embed.getSnapshot().problem?.code, reported.mock.calls.length]).toEqual(['internal', 1]);
  prepend.mockRestore();
  reported.mockRestore();
  embed.relaunch();
  await fixture.status(embed, 'live');
});
