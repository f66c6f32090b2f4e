import { until } from '@meshes-embed/conformance/until';
import { textsOf } from '@meshes-embed/core/adapter';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createElementBench, status } from './support/elementBench.ts';

const texts = textsOf(undefined);

test('loading and problem are slots, filled in plain HTML', async () => {
  const { place, backend } = createElementBench();
  const serve = backend.hold();
  backend.refuse(403);
  place.innerHTML = `
    <meshes-embed>
      <b slot="loading">One moment</b>
      <p slot="problem">Out of order. <button type="button" data-meshes-retry>Once more</button></p>
    </meshes-embed>`;
  const element = Object.assign(place.querySelector('meshes-embed')!, backend.options);
  const [loading, problem] = [element.querySelector('b')!, element.querySelector('p')!];
  expect([loading.checkVisibility(), problem.checkVisibility()]).toEqual([false, false]);
  await status(element, 'minting');
  expect(loading.assignedSlot?.closest('[role="status"]')).not.toBeNull();
  expect([loading.checkVisibility(), problem.checkVisibility()]).toEqual([true, false]);
  serve();
  await status(element, 'failed');
  expect(problem.assignedSlot?.closest('[role="alert"]')).not.toBeNull();
  expect([loading.checkVisibility(), problem.checkVisibility()]).toEqual([false, true]);
  // Nothing of the defaults is shown besides.
  expect(element.querySelector('[role="status"]')?.textContent).toBe('');
  expect(element.querySelector('[role="alert"]')).toBeNull();

  backend.refuse(null);
  problem.querySelector('button')?.focus();
  await userEvent.keyboard('{Enter}');
  await status(element, 'live');
  expect([loading.checkVisibility(), problem.checkVisibility()]).toEqual([false, false]);
  expect(document.activeElement).toBe(element);
  expect(backend.launches).toHaveLength(2);
});

test('a slot that is filled later takes the place of the default, which comes back when it is emptied', async () => {
  const { place, backend, create } = createElementBench();
  backend.hold();
  const element = place.appendChild(create());
  await status(element, 'minting');
  const loading = element.querySelector('[role="status"]');
  expect(loading?.textContent).toBe(texts.loading);
  const own = Object.assign(document.createElement('b'), { slot: 'loading', textContent: 'One moment' });
  element.append(own);
  await until(() => expect(loading?.textContent).toBe(''));
  expect(own.checkVisibility()).toBe(true);
  own.remove();
  await until(() => expect(loading?.textContent).toBe(texts.loading));
});

test('the keyboard reaches the default’s button, and what else is inside', async () => {
  const { place, backend, create } = createElementBench();
  place.innerHTML = '<button>before</button>';
  backend.refuse(401);
  const element = place.appendChild(create());
  await status(element, 'failed');
  place.querySelector('button')?.focus();
  backend.refuse(null);
  await userEvent.tab();
  expect(document.activeElement?.textContent).toBe(texts.retry);
  await userEvent.keyboard('{Enter}');
  await status(element, 'live');
  expect(document.activeElement).toBe(element);
  const inside = element.appendChild(document.createElement('button'));
  place.querySelector('button')?.focus();
  await userEvent.tab();
  expect(document.activeElement).toBe(inside);
});

test('the problem’s display is left alone while the problem stays', async () => {
  const { place, backend, create } = createElementBench();
  backend.refuse(403);
  const element = place.appendChild(create());
  await status(element, 'failed');
  const alert = element.querySelector('[role="alert"]');
  expect(alert?.getAttribute('data-meshes-problem')).toBe('not-authorized');
  element.minHeight = 600;
  await until(() => expect(element.offsetHeight).toBe(600));
  expect(element.querySelector('[role="alert"]')).toBe(alert);
});

test('displays lie over the element’s place, and over nothing once it is live', async () => {
  const { place, backend, create } = createElementBench();
  const serve = backend.hold();
  const element = place.appendChild(create());
  await status(element, 'minting');
  const loading = element.querySelector<HTMLElement>('[role="status"]')!;
  const boxOf = (one: Element): number[] => Object.values(one.getBoundingClientRect().toJSON() as Record<string, number>);
  expect(boxOf(loading)).toEqual(boxOf(element));
  expect(getComputedStyle(loading)).toMatchObject({ display: 'grid', placeContent: 'center', textAlign: 'center' });
  serve();
  await status(element, 'live');
  expect(loading.offsetHeight).toBe(0);
  const { left, top } = element.getBoundingClientRect();
  expect(document.elementFromPoint(left + 20, top + 20)).toBe(element.querySelector('iframe'));
  expect(element.querySelector('iframe')?.getBoundingClientRect().top).toBe(top);
});

test('is a block that keeps its place, and hides as any element', () => {
  const { place } = createElementBench();
  const element = place.appendChild(document.createElement('meshes-embed'));
  expect(element.getBoundingClientRect()).toMatchObject({ height: 480, width: place.clientWidth });
  element.hidden = true;
  expect(element.checkVisibility()).toBe(false);
});

test('the page’s own styles meet the defaults', async () => {
  const { place, backend, create } = createElementBench();
  backend.refuse(403);
  place.append(Object.assign(document.createElement('style'), { textContent: 'main button { color: rgb(1, 2, 3) } [data-meshes-problem] { gap: 30px }' }));
  const element = place.appendChild(create());
  await status(element, 'failed');
  expect(getComputedStyle(element.querySelector('button')!).color).toBe('rgb(1, 2, 3)');
  expect(getComputedStyle(element.querySelector('[role="alert"]')!)).toMatchObject({ position: 'absolute', rowGap: '30px' });
});
