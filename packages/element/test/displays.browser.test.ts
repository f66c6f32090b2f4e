import { until } from '@meshes-embed/conformance/until';
import { displayTexts } from '@meshes-embed/core/adapter';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createElementBench, status } from './support/elementBench.ts';

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
  await status(element, 'minting');
  expect(loading.assignedSlot?.closest('[role="status"]')).not.toBeNull();
  expect([loading.checkVisibility(), problem.checkVisibility()]).toEqual([true, false]);
  serve();
  await status(element, 'failed');
  expect(problem.assignedSlot?.closest('[role="alert"]')?.getAttribute('data-meshes-problem')).toBe('not-authorized');
  expect([loading.checkVisibility(), problem.checkVisibility()]).toEqual([false, true]);

  backend.refuse(null);
  problem.querySelector('button')?.focus();
  await userEvent.keyboard('{Enter}');
  await status(element, 'live');
  expect([loading.checkVisibility(), problem.checkVisibility()]).toEqual([false, false]);
  expect(document.activeElement).toBe(element);
  expect(backend.launches).toHaveLength(2);
});

test('a slot that is filled later takes the place of the default', async () => {
  const { place, backend, create } = createElementBench();
  const serve = backend.hold();
  const element = place.appendChild(create());
  await status(element, 'minting');
  const slot = element.shadowRoot!.querySelector<HTMLSlotElement>('slot[name="loading"]')!;
  expect(slot.assignedNodes({ flatten: true }).map(({ textContent }) => textContent)).toEqual([displayTexts.loading]);
  const own = Object.assign(document.createElement('b'), { slot: 'loading', textContent: 'One moment' });
  element.append(own);
  expect(slot.assignedNodes({ flatten: true })).toEqual([own]);
  serve();
  await status(element, 'live');
  expect(own.checkVisibility()).toBe(false);
});

test('the keyboard reaches the default’s button, and what is slotted', async () => {
  const { place, backend, create } = createElementBench();
  place.innerHTML = '<button>before</button>';
  backend.refuse(401);
  const element = place.appendChild(create());
  await status(element, 'failed');
  place.querySelector('button')?.focus();
  backend.refuse(null);
  await userEvent.tab();
  expect(element.shadowRoot?.activeElement?.textContent).toBe(displayTexts.retry);
  await userEvent.keyboard('{Enter}');
  await status(element, 'live');
  expect(document.activeElement).toBe(element);
  const slotted = element.appendChild(document.createElement('button'));
  place.querySelector('button')?.focus();
  await userEvent.tab();
  expect(document.activeElement).toBe(slotted);
});

test('the problem’s display is left alone while the problem stays', async () => {
  const { place, backend, create } = createElementBench();
  backend.refuse(403);
  const element = place.appendChild(create());
  await status(element, 'failed');
  const alert = element.shadowRoot?.querySelector('[role="alert"]');
  element.minHeight = 600;
  await until(() => expect(element.offsetHeight).toBe(600));
  expect(element.shadowRoot?.querySelector('[role="alert"]')).toBe(alert);
});

test('displays lie over the element’s place, and over nothing once it is live', async () => {
  const { place, backend, create } = createElementBench();
  const serve = backend.hold();
  const element = place.appendChild(create());
  await status(element, 'minting');
  const loading = element.shadowRoot!.querySelector<HTMLElement>('[role="status"]')!;
  const boxOf = (one: Element): number[] => Object.values(one.getBoundingClientRect().toJSON() as Record<string, number>);
  expect(boxOf(loading)).toEqual(boxOf(element));
  expect(getComputedStyle(loading)).toMatchObject({ display: 'grid', placeContent: 'center', textAlign: 'center' });
  serve();
  await status(element, 'live');
  expect(loading.offsetHeight).toBe(0);
  const { left, top } = element.getBoundingClientRect();
  expect(document.elementFromPoint(left + 20, top + 20)).toBe(element.querySelector('iframe'));
});

test('is a block that keeps its place, and hides as any element', () => {
  const { place } = createElementBench();
  const element = place.appendChild(document.createElement('meshes-embed'));
  expect(element.getBoundingClientRect()).toMatchObject({ height: 480, width: place.clientWidth });
  element.hidden = true;
  expect(element.checkVisibility()).toBe(false);
});

test('the default’s parts can be styled from the page', async () => {
  const { place, backend, create } = createElementBench();
  backend.refuse(403);
  const style = Object.assign(document.createElement('style'), { textContent: 'meshes-embed::part(retry), meshes-embed::part(problem) { border: 3px solid rgb(1, 2, 3); }' });
  place.append(style);
  const element = place.appendChild(create());
  await status(element, 'failed');
  for (const part of ['problem', 'retry']) {
    expect(getComputedStyle(element.shadowRoot!.querySelector(`[part="${part}"]`)!).borderTopColor).toBe('rgb(1, 2, 3)');
  }
});
