import { expect, test, vi } from 'vitest';
import type { MeshesEmbedOptions } from '../../src/index.ts';
import { createEmbedBench, createReports, eventually } from '../support/embedBench.ts';

test('what applies in place does, and reloads nothing', async () => {
  const fixture = createEmbedBench();
  const { embed, container } = await fixture.live();
  await eventually(() => expect(embed.getSnapshot().height).toBe(640));
  const iframe = fixture.iframe();
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
  expect(fixture.iframe()).toBe(iframe);
  expect(loads).not.toHaveBeenCalled();
  expect(fixture.launches).toHaveLength(1);
});

test('the same again, or nothing, changes nothing', async () => {
  const fixture = createEmbedBench();
  const { embed } = await fixture.live({ page: 'rules', title: 'Integrations' });
  const view = embed.getSnapshot();
  embed.update({});
  embed.update({ ...fixture.options, page: 'rules', title: 'Integrations' });
  expect(fixture.launches).toEqual(['rules']);
  expect(embed.getSnapshot().status).toBe(view.status);
});

test('another page: a fresh launch of it; the default again where it is left out', async () => {
  const fixture = createEmbedBench();
  const { embed } = await fixture.live({ page: 'rules' });
  embed.update({ page: 'events' });
  await fixture.status(embed, 'live');
  embed.update({ page: undefined });
  await fixture.status(embed, 'live');
  expect(fixture.launches).toEqual(['rules', 'events', 'dashboard']);
});

test('a page chosen before it is mounted is the one that is launched', async () => {
  const fixture = createEmbedBench();
  const embed = fixture.create();
  embed.update({ page: 'rules' });
  embed.relaunch({ page: 'events' });
  embed.mount(fixture.container());
  await fixture.status(embed, 'live');
  expect(fixture.launches).toEqual(['events']);
});

test('another endpoint: a fresh launch', async () => {
  const fixture = createEmbedBench();
  const { embed } = await fixture.live();
  embed.update({ endpoint: '/elsewhere' });
  await eventually(() => expect(fixture.launches).toHaveLength(2));
});

test('other functions: used from the next ask on', async () => {
  const fixture = createEmbedBench();
  const { embed } = await fixture.live();
  const refreshSession = vi.fn(fixture.options.refreshSession!);
  embed.update({ refreshSession });
  expect(fixture.launches).toHaveLength(1);
  embed.refresh();
  await eventually(() => expect(refreshSession).toHaveBeenCalledOnce());
});

test('what makes no sense is refused, and nothing has changed then', async () => {
  const fixture = createEmbedBench();
  const { onNavigate, pages } = createReports();
  const { embed } = await fixture.live({ title: 'Integrations', onNavigate });
  const bad: Partial<MeshesEmbedOptions> = { title: 'Changed', sandbox: '', onNavigate: undefined };
  expect(() => embed.update(bad)).toThrow(expect.objectContaining({ code: 'bad-option' }));
  expect(fixture.iframe().title).toBe('Integrations');
  fixture.say({ type: 'meshes:navigate', path: '/still' });
  await eventually(() => expect(pages()).toContain('/still'));
  expect(fixture.launches).toHaveLength(1);
});

test('changing the object that was handed over changes nothing', async () => {
  const fixture = createEmbedBench();
  const options = { ...fixture.options, title: 'Integrations' };
  const { embed } = await fixture.live(options);
  options.title = 'Changed';
  embed.update({});
  expect(fixture.iframe().title).toBe('Integrations');
});

test('refresh in place, and launch again', async () => {
  const fixture = createEmbedBench();
  const { onNavigate, pages, documents } = createReports();
  const { embed } = await fixture.live({ onNavigate });
  await eventually(() => expect(pages()).toHaveLength(1));
  embed.refresh();
  await eventually(() => expect(pages()[1]).toContain('took 2'));
  expect([documents(), fixture.refreshes]).toEqual([1, ['session-1']]);
  embed.relaunch({ page: 'connections' });
  await eventually(() => expect(documents()).toBe(2));
  expect([fixture.launches, fixture.iframes().length]).toEqual([['dashboard', 'connections'], 1]);
});

test('what matters to a session that is asked for already counts when it comes', async () => {
  const fixture = createEmbedBench();
  const serve = fixture.hold();
  const embed = fixture.create({ allowInsecureLocalhost: undefined });
  embed.mount(fixture.container());
  await fixture.status(embed, 'minting');
  embed.update({ allowInsecureLocalhost: true });
  serve();
  await fixture.status(embed, 'live');
  expect(fixture.launches).toHaveLength(1);
});
