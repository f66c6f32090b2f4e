import { expect, test, vi } from 'vitest';
import { idleView } from '../../src/adapter/index.ts';
import { createMeshesEmbed } from '../../src/index.ts';

test('made on a server: nothing happens, and nothing of a browser is needed', () => {
  expect(globalThis).not.toHaveProperty('document');
  const embed = createMeshesEmbed({ endpoint: '/api/meshes', page: 'rules' });
  embed.update({ title: 'Integrations', page: 'events' });
  embed.refresh();
  embed.relaunch();
  expect(embed.getSnapshot()).toBe(idleView);
  expect(embed.diagnose()).toMatchObject({ status: 'idle', sessionId: null });
  expect(embed.trace()).toEqual([]);
  embed.destroy();
  expect(embed.getSnapshot().status).toBe('closed');
});

test('4.1: made and changed while a page is rendered ahead: no clock and no chance is asked', () => {
  const asked = [vi.spyOn(Date, 'now'), vi.spyOn(performance, 'now'), vi.spyOn(Math, 'random')];
  const embed = createMeshesEmbed({ endpoint: '/api/meshes', page: 'rules' });
  embed.update({ title: 'Integrations', minHeight: 300 });
  embed.getSnapshot();
  expect(asked.map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
  vi.restoreAllMocks();
});

test('a container is needed to mount, on a server too', () => {
  expect(() => createMeshesEmbed({ endpoint: '/api/meshes' }).mount({} as HTMLElement)).toThrow(
    expect.objectContaining({ code: 'bad-container' }),
  );
});
