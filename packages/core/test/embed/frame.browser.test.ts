import { describe, expect, test, vi } from 'vitest';
import { diagnose } from '../../src/diagnostics/index.ts';
import type { MeshesEmbedOptions } from '../../src/index.ts';
import { createEmbedBench, createReports, embedOrigin, eventually } from '../support/embedBench.ts';

const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';

test('E5: the iframe tells its origin only, is never blank to assistive technology, and fills its container', async () => {
  const fixture = createEmbedBench();
  await fixture.live();
  const iframe = fixture.iframe();
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
  const fixture = createEmbedBench();
  await fixture.live({ title });
  expect(fixture.iframe().title).toBe('Meshes workspace');
});

test('allow and sandbox are passed on; a sandbox in which the embed cannot run is refused', async () => {
  const fixture = createEmbedBench();
  await fixture.live({ allow: 'camera', sandbox });
  expect([fixture.iframe().allow, fixture.iframe().getAttribute('sandbox')]).toEqual(['camera', sandbox]);
  expect(() => fixture.create({ sandbox: 'allow-scripts' })).toThrow(expect.objectContaining({ code: 'bad-option' }));
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
  const fixture = createEmbedBench();
  const embed = fixture.create(changes);
  const container = fixture.container();
  embed.mount(container);
  await fixture.status(embed, 'failed');
  expect([embed.getSnapshot().problem?.code, container.childElementCount]).toEqual(['launch-url-refused', 0]);
});

test('no history entry is added, by launches and relaunches', async () => {
  const fixture = createEmbedBench();
  const { embed } = await fixture.live();
  const { length } = history;
  embed.relaunch();
  await fixture.status(embed, 'live');
  expect(history.length).toBe(length);
});

test('a document of the page’s own origin, just after ready, is not the embed’s: noticed as a reload', async () => {
  const fixture = createEmbedBench();
  const { embed } = await fixture.live();
  fixture.say({ type: 'meshes:ready' });
  fixture.iframe().contentWindow!.location.replace('/__own__');
  await vi.waitFor(
    () => expect([embed.getSnapshot().status, fixture.launches.length]).toEqual(['launching', 1]),
    3_000,
  );
});

describe('the container', () => {
  test('keeps the least height free from the start, and the height that there was between launches', async () => {
    const fixture = createEmbedBench();
    const serve = fixture.hold();
    const embed = fixture.create({ minHeight: 500 });
    const container = fixture.container();
    embed.mount(container);
    expect([container.style.minHeight, container.dataset['meshesStatus'], container.getAttribute('aria-busy')]).toEqual(
      ['500px', 'minting', 'true'],
    );
    serve();
    await eventually(() => expect(container.style.minHeight).toBe('640px'));
    expect(fixture.iframe().offsetHeight).toBe(640);
    fixture.hold();
    embed.relaunch();
    expect([container.childElementCount, container.style.minHeight, container.getAttribute('aria-busy')]).toEqual([
      1,
      '640px',
      'true',
    ]);
    expect(fixture.iframe().inert).toBe(true);
  });

  test('says that it failed, and is not busy then', async () => {
    const fixture = createEmbedBench();
    fixture.refuse(403);
    const embed = fixture.create();
    const container = fixture.container();
    embed.mount(container);
    await fixture.status(embed, 'failed');
    expect([
      container.dataset['meshesStatus'],
      container.getAttribute('aria-busy'),
      container.childElementCount,
    ]).toEqual(['failed', 'false', 0]);
  });

  test('what else is in it stays', async () => {
    const fixture = createEmbedBench();
    const container = fixture.container();
    container.innerHTML = '<p>Ours</p>';
    const embed = fixture.create();
    const unmount = embed.mount(container);
    await fixture.status(embed, 'live');
    unmount();
    await fixture.status(embed, 'idle');
    expect(container.innerHTML).toBe('<p>Ours</p>');
  });
});

describe('focus', () => {
  test('in the iframe comes back to it on a fresh launch', async () => {
    const fixture = createEmbedBench();
    const { embed } = await fixture.live();
    fixture.iframe().focus();
    expect(document.activeElement).toBe(fixture.iframe());
    const former = fixture.iframe();
    embed.relaunch();
    await fixture.status(embed, 'live');
    expect(fixture.iframe()).not.toBe(former);
    expect(document.activeElement).toBe(fixture.iframe());
  });

  test('elsewhere is not stolen', async () => {
    const fixture = createEmbedBench();
    const input = fixture.place.appendChild(document.createElement('input'));
    input.focus();
    const { embed } = await fixture.live();
    embed.relaunch();
    await fixture.status(embed, 'live');
    expect(document.activeElement).toBe(input);
  });

  test('that was in the iframe and has moved on since is not stolen', async () => {
    const fixture = createEmbedBench();
    const input = fixture.place.appendChild(document.createElement('input'));
    const { embed } = await fixture.live();
    fixture.iframe().focus();
    const serve = fixture.hold();
    embed.relaunch();
    input.focus();
    serve();
    await fixture.status(embed, 'live');
    expect(document.activeElement).toBe(input);
  });
});

describe('C6, quirks: another document in the iframe', () => {
  test('a hard reload shows a page that says nothing: cured by a fresh launch', async () => {
    const fixture = createEmbedBench();
    const { onNavigate, documents } = createReports();
    const { embed } = await fixture.live({ onNavigate });
    await eventually(() => expect(documents()).toBe(1));
    fixture.reload();
    await eventually(() => expect(documents()).toBe(2));
    await fixture.status(embed, 'live');
    expect(fixture.launches).toHaveLength(2);
    const { checks } = diagnose(embed);
    expect(checks.find(({ code }) => code === 'frame-kept')).toMatchObject({ result: 'passed', cured: true });
  });

  test('A5: the page sets another address: noticed, and no token goes there', async () => {
    const fixture = createEmbedBench();
    const { embed } = await fixture.live();
    const auths = (): number => embed.trace().filter(({ kind }) => kind === 'out').length;
    // A ready just before could speak for the next document, were that the embed's.
    fixture.say({ type: 'meshes:ready' });
    await eventually(() => expect(auths()).toBe(2));
    const before = auths();
    fixture.iframe().src = 'about:blank';
    await eventually(() => expect(embed.getSnapshot().status).toBe('launching'));
    expect(auths()).toBe(before);
    await fixture.status(embed, 'live');
    expect(fixture.launches).toHaveLength(2);
  });

  test('the container is moved in the page, which loads the iframe again', async () => {
    const fixture = createEmbedBench();
    const { onNavigate, documents } = createReports();
    const { container, embed } = await fixture.live({ onNavigate });
    await eventually(() => expect(documents()).toBe(1));
    fixture.place.prepend(document.createElement('section'));
    fixture.place.firstElementChild!.append(container);
    await eventually(() => expect(documents()).toBe(2));
    await fixture.status(embed, 'live');
    expect(fixture.iframes()).toHaveLength(1);
  });
});
