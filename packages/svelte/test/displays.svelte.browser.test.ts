import { until } from '@meshes-embed/conformance/until';
import { createRawSnippet, flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { MeshesEmbed, type MeshesEmbedProps } from '../src/index.ts';
import Displays from './fixtures/Displays.svelte';
import { setUpPage } from './support/onThePage.ts';

const page = setUpPage();

/** Waits for a display's button. */
const button = (text: string): Promise<HTMLElement> =>
  until(() => {
    const found = page().find('button');
    expect(found?.textContent).toBe(text);
    return found!;
  });

test('says what is being done about a problem, with a button to try now', async () => {
  const { backend, show, status, find, place } = page();
  backend.refuse(503);
  show(MeshesEmbed, { ...backend.options });
  const tryNow = await button('Try now');
  expect(find('[role="status"]')?.textContent).toMatch(/is busy or not available.*Try now$/);
  expect(find('[role="alert"]')).toBeNull();
  backend.refuse(null);
  tryNow.focus();
  tryNow.click();
  await status('live');
  await until(() => expect(find('button')).toBeNull());
  expect(document.activeElement).toBe(place.firstElementChild);
});

test('keeps the focus in its place as a button goes away by itself', async () => {
  const { backend, show, status, find, place } = page();
  backend.refuse(503);
  show(MeshesEmbed, { ...backend.options });
  (await button('Try now')).focus();
  backend.refuse(null);
  await status('live');
  await until(() => expect(find('button')).toBeNull());
  expect(document.activeElement).toBe(place.firstElementChild);
});

test('leaves the focus where else it is', async () => {
  const { backend, show, status, find, place } = page();
  backend.refuse(503);
  show(MeshesEmbed, { ...backend.options });
  const input = place.appendChild(document.createElement('input'));
  await button('Try now');
  input.focus();
  backend.refuse(null);
  await status('live');
  await until(() => expect(find('button')).toBeNull());
  expect(document.activeElement).toBe(input);
});

test('shows displays of the host’s own, which fill the place', async () => {
  const { backend, show, status, find, place } = page();
  const serve = backend.hold();
  backend.refuse(403);
  show(Displays, { options: backend.options });
  await status('minting');
  const fills = (element: HTMLElement | null): void => {
    expect(element?.getBoundingClientRect()).toEqual(place.firstElementChild?.getBoundingClientRect());
  };
  expect(find('[role="status"]')?.textContent).toContain('One moment');
  fills(find('b'));
  serve();
  fills(await button('not-authorized: again'));
  expect(find('[role="alert"]')).toBeNull();
  backend.refuse(null);
  find('button')?.click();
  await status('live');
  await until(() => expect(find('button')).toBeNull());
});

test('shows nothing where that is what the host wants, and takes a display that comes later', async () => {
  const { backend, show, status, place } = page();
  backend.refuse(403);
  const later = createRawSnippet(() => ({ render: () => '<p>Ask your administrator.</p>' }));
  const props: MeshesEmbedProps & { loading: null; problem: typeof later | null } = $state({
    ...backend.options,
    loading: null,
    problem: null,
  });
  show(MeshesEmbed, props);
  await status('failed');
  expect(place.textContent?.trim()).toBe('');
  props.problem = later;
  flushSync();
  expect(place.textContent).toContain('Ask your administrator.');
});
