import { until } from '@meshes-embed/conformance/until';
import { callbackNames } from '@meshes-embed/core/adapter';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { EmbedStatus, MeshesEmbedEventMap } from '../src/index.ts';
import { createElementBench, iframeOf, status, takeUncaught } from './support/elementBench.ts';

const types = callbackNames.map((name) => name.slice('on'.length).toLowerCase()) as (keyof MeshesEmbedEventMap)[];

test('every callback of core is an event, with its value in detail', async () => {
  const { place, create } = createElementBench();
  const heard = new Map<string, unknown[]>(types.map((type) => [type, []]));
  const element = create();
  for (const type of types)
    element.addEventListener(type, (event: CustomEvent<unknown>) => heard.get(type)?.push(event.detail));
  place.append(element);
  await until(() => expect(heard.get('resize')).toEqual([640]));
  expect(heard.get('statuschange')).toEqual(['minting', 'launching', 'live']);
  expect(heard.get('navigate')).toEqual([expect.objectContaining({ page: expect.stringContaining('took 1') })]);
  expect(heard.get('sessionchange')).toEqual([
    expect.objectContaining({ sessionId: 'session-1', workspaceId: 'workspace', role: 'admin' }),
  ]);
  expect(heard.get('trace')).toContainEqual(expect.objectContaining({ name: 'meshes:auth' }));
  expect(heard.get('problem')).toEqual([]);
  expect(heard.get('pagechange')).toEqual([]);
});

test('a problem is told', async () => {
  const { place, backend, create } = createElementBench();
  backend.refuse(403);
  const element = create();
  const told = new Promise((resolve) => {
    element.addEventListener('problem', ({ detail }) => resolve(detail.code));
  });
  place.append(element);
  expect(await told).toBe('not-authorized');
  expect(element.view).toMatchObject({ status: 'failed', problem: { code: 'not-authorized' } });
});

test('no event bubbles, or leaves a shadow tree', async () => {
  const { place, create } = createElementBench();
  const stray = vi.fn();
  for (const type of types) {
    window.addEventListener(type, stray);
    onTestFinished(() => window.removeEventListener(type, stray));
  }
  const element = create();
  const flags: boolean[] = [];
  for (const type of types)
    element.addEventListener(type, ({ bubbles, composed, cancelable }: Event) =>
      flags.push(bubbles, composed, cancelable),
    );
  place.append(element);
  await until(() => expect(element.view.height).toBe(640));
  expect(new Set(flags)).toEqual(new Set([false]));
  expect(stray).not.toHaveBeenCalled();
});

test('a listener that throws is reported and disturbs nothing', async () => {
  const { place, create } = createElementBench();
  const uncaught = takeUncaught();
  const element = create();
  const statuses: EmbedStatus[] = [];
  element.addEventListener('statuschange', () => {
    throw new Error('a mistake of the page');
  });
  element.addEventListener('statuschange', ({ detail }) => statuses.push(detail));
  place.append(element);
  await status(element, 'live');
  element.remove();
  await until(() => expect(statuses).toEqual(['minting', 'launching', 'live', 'idle']));
  expect(uncaught).toHaveLength(4);
});

test('a listener may take the element out', async () => {
  const { place, backend, create } = createElementBench();
  const uncaught = takeUncaught();
  const element = create();
  element.addEventListener('statuschange', ({ detail }) => detail === 'launching' && element.remove());
  place.append(element);
  await until(() => expect(backend.launches).toHaveLength(1));
  await status(element, 'idle');
  expect(iframeOf(element)).toBeNull();
  expect(uncaught).toEqual([]);
});

test('the view is the same object until something visible changed', async () => {
  const { live } = createElementBench();
  const element = await live();
  await until(() => expect(element.view.height).toBe(640));
  const { view } = element;
  expect(element.view).toBe(view);
  expect(Object.isFrozen(view)).toBe(true);
  element.refresh();
  expect(element.view).not.toBe(view);
});
