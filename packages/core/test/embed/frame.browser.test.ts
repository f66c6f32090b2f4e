import { describe, expect, test, vi } from 'vitest';
import { diagnose } from '../../src/diagnostics/index.ts';
import type { MeshesEmbedOptions } from '../../src/index.ts';
import { createEmbedBench, createReports, embedOrigin, eventually } from '../support/embedBench.ts';

const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

test('E5: the iframe tells its origin only, is never blank to assistive technology, and fills its container', async () => {
  const bench = createEmbedBench();
  await bench.live();
  const iframe = bench.iframe();
  expect(iframe.referrerPolicy).toBe('strict-origin');
  expect(iframe.title).toBe('Meshes workspace');
  expect([iframe.hasAttribute('sandbox'), iframe.allow, iframe.getAttribute('loading')]).toEqual([
    false,
    'clipboard-write',
    null,
  ]);
  const { borderTopWidth, display } = getComputedStyle(iframe);
  expect([borderTopWidth, display, iframe.style.width, iframe.style.colorScheme]).toEqual([
    '0px',
    'block',
    '100%',
    'normal',
  ]);
});

test.each(['', ' \n', undefined])('a title of %j is the default one', async (title) => {
  const bench = createEmbedBench();
  await bench.live({ title });
  expect(bench.iframe().title).toBe('Meshes workspace');
});

test('allow and sandbox are passed on; a sandbox in which the embed cannot run is refused', async () => {
  const bench = createEmbedBench();
  await bench.live({ allow: 'camera', sandbox });
  expect([bench.iframe().allow, bench.iframe().getAttribute('sandbox')]).toEqual(['camera', sandbox]);
  expect(() => bench.create({ sandbox: 'allow-scripts' })).toThrow(expect.objectContaining({ code: 'bad-option' }));
});

test.each<[string, Partial<MeshesEmbedOptions>]>([
  ['D2: http, where loopback was not allowed,', { allowInsecureLocalhost: false }],
  [
    'D3: an empty user',
    {
      fetchSession: async () => ({
        session_id: 'session-1',
        access_token: 'token-1',
        launch_url: embedOrigin().replace('//', '//@'),
      }),
    },
  ],
])('%s is refused: nothing is shown', async (_name, changes) => {
  const bench = createEmbedBench();
  const embed = bench.create(changes);
  const container = bench.container();
  embed.mount(container);
  await bench.status(embed, 'failed');
  expect([embed.getSnapshot().problem?.code, container.childElementCount]).toEqual(['launch-url-refused', 0]);
});

test('no history entry is added, by launches and relaunches', async () => {
  const bench = createEmbedBench();
  const { embed } = await bench.live();
  const { length } = history;
  embed.relaunch();
  await bench.status(embed, 'live');
  expect(history.length).toBe(length);
});

test('a document of the page’s own origin, just after ready, is not the embed’s: noticed as a reload', async () => {
  const bench = createEmbedBench();
  const { embed } = await bench.live();
  bench.say({ type: 'meshes:ready' });
  bench.iframe().contentWindow!.location.replace('/__own__');
  await vi.waitFor(() => expect([embed.getSnapshot().status, bench.launches.length]).toEqual(['launching', 1]), 3_000);
});

describe('the container', () => {
  test('keeps the least height free from the start, and the height that there was between launches', async () => {
    const bench = createEmbedBench();
    const serve = bench.hold();
    const embed = bench.create({ minHeight: 500 });
    const container = bench.container();
    embed.mount(container);
    expect([container.style.minHeight, container.dataset['meshesStatus'], container.getAttribute('aria-busy')]).toEqual(
      ['500px', 'minting', 'true'],
    );
    serve();
    await eventually(() => expect(container.style.minHeight).toBe('640px'));
    expect(bench.iframe().offsetHeight).toBe(640);
    bench.hold();
    embed.relaunch();
    expect([container.childElementCount, container.style.minHeight, container.getAttribute('aria-busy')]).toEqual([
      1,
      '640px',
      'true',
    ]);
    expect(bench.iframe().inert).toBe(true);
  });

  test('says that it failed, and is not busy then', async () => {
    const bench = createEmbedBench();
    bench.refuse(403);
    const embed = bench.create();
    const container = bench.container();
    embed.mount(container);
    await bench.status(embed, 'failed');
    expect([
      container.dataset['meshesStatus'],
      container.getAttribute('aria-busy'),
      container.childElementCount,
    ]).toEqual(['failed', 'false', 0]);
  });

  test('what else is in it stays', async () => {
    const bench = createEmbedBench();
    const container = bench.container();
    container.innerHTML = '<p>Ours</p>';
    const embed = bench.create();
    const unmount = embed.mount(container);
    await bench.status(embed, 'live');
    unmount();
    await bench.status(embed, 'idle');
    expect(container.innerHTML).toBe('<p>Ours</p>');
  });
});

describe('focus', () => {
  test('in the iframe comes back to it on a fresh launch', async () => {
    const bench = createEmbedBench();
    const { embed } = await bench.live();
    bench.iframe().focus();
    expect(document.activeElement).toBe(bench.iframe());
    const former = bench.iframe();
    embed.relaunch();
    await bench.status(embed, 'live');
    expect(bench.iframe()).not.toBe(former);
    expect(document.activeElement).toBe(bench.iframe());
  });

  test('elsewhere is not stolen', async () => {
    const bench = createEmbedBench();
    const input = bench.place.appendChild(document.createElement('input'));
    input.focus();
    const { embed } = await bench.live();
    embed.relaunch();
    await bench.status(embed, 'live');
    expect(document.activeElement).toBe(input);
  });

  test('that was in the iframe and has moved on since is not stolen', async () => {
    const bench = createEmbedBench();
    const input = bench.place.appendChild(document.createElement('input'));
    const { embed } = await bench.live();
    bench.iframe().focus();
    const serve = bench.hold();
    embed.relaunch();
    input.focus();
    serve();
    await bench.status(embed, 'live');
    expect(document.activeElement).toBe(input);
  });
});

describe('C6, quirks: another document in the iframe', () => {
  test('a hard reload shows a page that says nothing: cured by a fresh launch', async () => {
    const bench = createEmbedBench();
    const { onNavigate, documents } = createReports();
    const { embed } = await bench.live({ onNavigate });
    await eventually(() => expect(documents()).toBe(1));
    bench.reload();
    await eventually(() => expect(documents()).toBe(2));
    await bench.status(embed, 'live');
    expect(bench.launches).toHaveLength(2);
    const { checks } = diagnose(embed);
    expect(checks.find(({ code }) => code === 'frame-kept')).toMatchObject({ result: 'passed', cured: true });
  });

  test('A5: the page sets another address: noticed, and no token goes there', async () => {
    const bench = createEmbedBench();
    const { embed } = await bench.live();
    const auths = (): number => embed.trace().filter(({ kind }) => kind === 'out').length;
    // A ready just before could speak for the next document, were that the embed's.
    bench.say({ type: 'meshes:ready' });
    await eventually(() => expect(auths()).toBe(2));
    const before = auths();
    bench.iframe().src = 'about:blank';
    await eventually(() => expect(embed.getSnapshot().status).toBe('launching'));
    expect(auths()).toBe(before);
    await bench.status(embed, 'live');
    expect(bench.launches).toHaveLength(2);
  });

  test('the container is moved in the page, which loads the iframe again', async () => {
    const bench = createEmbedBench();
    const { onNavigate, documents } = createReports();
    const { container, embed } = await bench.live({ onNavigate });
    await eventually(() => expect(documents()).toBe(1));
    bench.place.prepend(document.createElement('section'));
    bench.place.firstElementChild!.append(container);
    await eventually(() => expect(documents()).toBe(2));
    await bench.status(embed, 'live');
    expect(bench.iframes()).toHaveLength(1);
  });
});
