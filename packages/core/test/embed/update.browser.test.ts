import { expect, test, vi } from 'vitest';
import type { MeshesEmbedOptions } from '../../src/index.ts';
import { createEmbedBench, createReports, eventually } from '../support/embedBench.ts';

test('what applies in place does, and reloads nothing', async () => {
  const bench = createEmbedBench();
  const { embed, container } = await bench.live();
  await eventually(() => expect(embed.getSnapshot().height).toBe(640));
  const iframe = bench.iframe();
  const loads = vi.fn();
  iframe.addEventListener('load', loads);
  embed.update({ title: 'Integrations', minHeight: 700, colorScheme: 'dark', expected: { role: 'owner' } });
  expect([iframe.title, iframe.style.height, iframe.style.colorScheme, container.style.minHeight]).toEqual([
    'Integrations',
    '700px',
    'dark',
    '700px',
  ]);
  embed.update({ title: undefined, minHeight: undefined, colorScheme: undefined });
  expect([iframe.title, iframe.style.colorScheme]).toEqual(['Meshes workspace', 'normal']);
  embed.update({ maxHeight: 500 });
  expect(iframe.style.height).toBe('500px');
  expect(bench.iframe()).toBe(iframe);
  expect(loads).not.toHaveBeenCalled();
  expect(bench.launches).toHaveLength(1);
});

test('the same again, or nothing, changes nothing', async () => {
  const bench = createEmbedBench();
  const { embed } = await bench.live({ page: 'rules', title: 'Integrations' });
  const view = embed.getSnapshot();
  embed.update({});
  embed.update({ ...bench.options, page: 'rules', title: 'Integrations' });
  expect(bench.launches).toEqual(['rules']);
  expect(embed.getSnapshot().status).toBe(view.status);
});

test('another page: a fresh launch of it; the default again where it is left out', async () => {
  const bench = createEmbedBench();
  const { embed } = await bench.live({ page: 'rules' });
  embed.update({ page: 'events' });
  await bench.status(embed, 'live');
  embed.update({ page: undefined });
  await bench.status(embed, 'live');
  expect(bench.launches).toEqual(['rules', 'events', 'dashboard']);
});

test('a page chosen before it is mounted is the one that is launched', async () => {
  const bench = createEmbedBench();
  const embed = bench.create();
  embed.update({ page: 'rules' });
  embed.relaunch({ page: 'events' });
  embed.mount(bench.container());
  await bench.status(embed, 'live');
  expect(bench.launches).toEqual(['events']);
});

test('another endpoint: a fresh launch', async () => {
  const bench = createEmbedBench();
  const { embed } = await bench.live();
  embed.update({ endpoint: '/elsewhere' });
  await eventually(() => expect(bench.launches).toHaveLength(2));
});

test('other functions: used from the next ask on', async () => {
  const bench = createEmbedBench();
  const { embed } = await bench.live();
  const refreshSession = vi.fn(bench.options.refreshSession!);
  embed.update({ refreshSession });
  expect(bench.launches).toHaveLength(1);
  embed.refresh();
  await eventually(() => expect(refreshSession).toHaveBeenCalledOnce());
});

test('what makes no sense is refused, and nothing has changed then', async () => {
  const bench = createEmbedBench();
  const { onNavigate, pages } = createReports();
  const { embed } = await bench.live({ title: 'Integrations', onNavigate });
  const bad: Partial<MeshesEmbedOptions> = { title: 'Changed', sandbox: '', onNavigate: undefined };
  expect(() => embed.update(bad)).toThrow(expect.objectContaining({ code: 'bad-option' }));
  expect(bench.iframe().title).toBe('Integrations');
  bench.say({ type: 'meshes:navigate', path: '/still' });
  await eventually(() => expect(pages()).toContain('/still'));
  expect(bench.launches).toHaveLength(1);
});

test('changing the object that was handed over changes nothing', async () => {
  const bench = createEmbedBench();
  const options = { ...bench.options, title: 'Integrations' };
  const { embed } = await bench.live(options);
  options.title = 'Changed';
  embed.update({});
  expect(bench.iframe().title).toBe('Integrations');
});

test('refresh in place, and launch again', async () => {
  const bench = createEmbedBench();
  const { onNavigate, pages, documents } = createReports();
  const { embed } = await bench.live({ onNavigate });
  await eventually(() => expect(pages()).toHaveLength(1));
  embed.refresh();
  await eventually(() => expect(pages()[1]).toContain('took 2'));
  expect([documents(), bench.refreshes]).toEqual([1, ['session-1']]);
  embed.relaunch({ page: 'connections' });
  await eventually(() => expect(documents()).toBe(2));
  expect([bench.launches, bench.iframes().length]).toEqual([['dashboard', 'connections'], 1]);
});

test('what matters to a session that is asked for already counts when it comes', async () => {
  const bench = createEmbedBench();
  const serve = bench.hold();
  const embed = bench.create({ allowInsecureLocalhost: undefined });
  embed.mount(bench.container());
  await bench.status(embed, 'minting');
  embed.update({ allowInsecureLocalhost: true });
  serve();
  await bench.status(embed, 'live');
  expect(bench.launches).toHaveLength(1);
});
