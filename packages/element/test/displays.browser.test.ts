import { until } from '@meshes-embed/conformance/until';
import { textsOf } from '@meshes-embed/core/adapter';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createElementBench, iframeOf, inside, shownText, status } from './support/elementBench.ts';

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
  // Nothing of the defaults is shown besides.
  expect(shownText(inside(element, '[role="status"]'))).toBe('');
  serve();
  await status(element, 'failed');
  expect(problem.assignedSlot?.closest('[role="alert"]')).not.toBeNull();
  expect([loading.checkVisibility(), problem.checkVisibility()]).toEqual([false, true]);
  expect(shownText(inside(element, '[role="alert"]'))).toBe('');
  expect(inside(element, '[role="alert"] button')?.checkVisibility()).toBe(false);

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
  const loading = inside(element, '[role="status"]');
  expect(shownText(loading)).toBe(texts.loading);
  const own = Object.assign(document.createElement('b'), { slot: 'loading', textContent: 'One moment' });
  element.append(own);
  expect(shownText(loading)).toBe('');
  expect(own.checkVisibility()).toBe(true);
  own.remove();
  expect(shownText(loading)).toBe(texts.loading);
});

test('what else is in it is shown only where the element is not known, as in a video', () => {
  const { place } = createElementBench();
  place.innerHTML =
    '<meshes-embed><p>This needs scripts.</p></meshes-embed><meshes-unknown><p>This needs scripts.</p></meshes-unknown>';
  expect([...place.querySelectorAll('p')].map((stray) => stray.checkVisibility())).toEqual([false, true]);
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
  expect(element.shadowRoot?.activeElement?.textContent).toBe(texts.retry);
  await userEvent.keyboard('{Enter}');
  await status(element, 'live');
  expect(document.activeElement).toBe(element);
  expect(element.shadowRoot?.activeElement).toBe(inside(element, '[part="place"]'));
  const more = inside(element, '[part="place"]')?.appendChild(document.createElement('button'));
  place.querySelector('button')?.focus();
  await userEvent.tab();
  expect(element.shadowRoot?.activeElement).toBe(more);
});

test('the focus on a button that goes away by itself moves to the place', async () => {
  const { place, backend, create } = createElementBench();
  backend.refuse(503);
  const element = place.appendChild(create());
  const tryNow = await until(() => {
    const found = inside<HTMLButtonElement>(element, '[role="status"] button');
    expect(found?.textContent).toBe(texts.retryNow);
    return found!;
  });
  tryNow.focus();
  backend.refuse(null);
  await status(element, 'live');
  expect(tryNow.isConnected).toBe(false);
  expect(document.activeElement).toBe(element);
  expect(element.shadowRoot?.activeElement).toBe(inside(element, '[part="place"]'));
});

test('so does the focus on something of the page’s own display', async () => {
  const { place, backend, create } = createElementBench();
  const element = create();
  element.innerHTML = '<p slot="loading"><a href="#help">Help</a></p>';
  const serve = backend.hold();
  place.append(element);
  await status(element, 'minting');
  element.querySelector('a')?.focus();
  expect(document.activeElement).toBe(element.querySelector('a'));
  serve();
  await status(element, 'live');
  expect(document.activeElement).toBe(element);
});

test('the focus elsewhere stays there', async () => {
  const { place, backend, create } = createElementBench();
  place.innerHTML = '<button>elsewhere</button>';
  backend.refuse(403);
  const element = place.appendChild(create());
  await status(element, 'failed');
  place.querySelector('button')?.focus();
  backend.refuse(null);
  inside(element, '[role="alert"] button')?.click();
  await status(element, 'live');
  expect(document.activeElement).toBe(place.querySelector('button'));
});

test('of a display only what changes is touched', async () => {
  const { place, backend, create } = createElementBench();
  backend.refuse(503, 60_000);
  const element = place.appendChild(create());
  await status(element, 'recovering');
  const changes: string[] = [];
  const observer = new MutationObserver((records) =>
    changes.push(...records.map(({ target }) => target.parentElement?.tagName ?? target.nodeName)),
  );
  observer.observe(inside(element, '[role="status"]')!, {
    childList: true,
    characterData: true,
    attributes: true,
    subtree: true,
  });
  element.minHeight = 600;
  await until(() => expect(element.offsetHeight).toBe(600));
  expect(observer.takeRecords()).toEqual([]);
  element.texts = { retryNow: 'Jetzt versuchen' };
  await until(() => expect(inside(element, '[role="status"] button')?.textContent).toBe('Jetzt versuchen'));
  expect(new Set(changes)).toEqual(new Set(['SLOT']));
  observer.disconnect();
});

test('the problem’s display is left as it is while the problem stays', async () => {
  const { place, backend, create } = createElementBench();
  backend.refuse(403);
  const element = place.appendChild(create());
  await status(element, 'failed');
  const alert = inside(element, '[role="alert"]');
  const button = inside(element, '[role="alert"] button');
  expect(alert?.getAttribute('data-meshes-problem')).toBe('not-authorized');
  button?.focus();
  element.minHeight = 600;
  await until(() => expect(element.offsetHeight).toBe(600));
  element.texts = { refused: 'Kein Zugriff.' };
  await until(() => expect(alert?.textContent).toBe(`Kein Zugriff.${texts.retry}`));
  expect(inside(element, '[role="alert"]')).toBe(alert);
  expect(element.shadowRoot?.activeElement).toBe(button);
});

test('displays lie over the element’s place, and over nothing once it is live', async () => {
  const { place, backend, create } = createElementBench();
  const serve = backend.hold();
  const element = place.appendChild(create());
  await status(element, 'minting');
  const loading = inside(element, '[role="status"]')!;
  const boxOf = (one: Element): number[] =>
    Object.values(one.getBoundingClientRect().toJSON() as Record<string, number>);
  expect(boxOf(loading)).toEqual(boxOf(element));
  expect(getComputedStyle(loading)).toMatchObject({ display: 'grid', placeContent: 'center', textAlign: 'center' });
  serve();
  await status(element, 'live');
  expect(loading.offsetHeight).toBe(0);
  const { left, top } = element.getBoundingClientRect();
  expect(document.elementFromPoint(left + 20, top + 20)).toBe(element);
  expect(element.shadowRoot?.elementFromPoint(left + 20, top + 20)).toBe(iframeOf(element));
  expect(iframeOf(element)?.getBoundingClientRect().top).toBe(top);
});

test('is a block that keeps its place, and hides as any element', () => {
  const { place } = createElementBench();
  const element = place.appendChild(document.createElement('meshes-embed'));
  expect(element.getBoundingClientRect()).toMatchObject({ height: 480, width: place.clientWidth });
  element.hidden = true;
  expect(element.checkVisibility()).toBe(false);
});

test('the page styles the defaults as parts', async () => {
  const { place, backend, create } = createElementBench();
  const style = document.createElement('style');
  style.textContent = `
    meshes-embed::part(alert) { gap: 30px }
    meshes-embed::part(status) { gap: 40px }
    meshes-embed::part(button) { color: rgb(1, 2, 3) }
    meshes-embed::part(retry) { padding: 7px }
    meshes-embed::part(try-now) { padding: 8px }`;
  place.append(style);
  backend.refuse(503, 60_000);
  const element = place.appendChild(create());
  await status(element, 'recovering');
  expect(getComputedStyle(inside(element, '[role="status"]')!)).toMatchObject({ position: 'absolute', rowGap: '40px' });
  expect(getComputedStyle(inside(element, '[role="status"] button')!)).toMatchObject({
    color: 'rgb(1, 2, 3)',
    paddingTop: '8px',
  });
  backend.refuse(403);
  element.relaunch();
  await status(element, 'failed');
  expect(getComputedStyle(inside(element, '[role="alert"]')!)).toMatchObject({ position: 'absolute', rowGap: '30px' });
  expect(getComputedStyle(inside(element, '[role="alert"] button')!)).toMatchObject({
    color: 'rgb(1, 2, 3)',
    paddingTop: '7px',
  });
});
