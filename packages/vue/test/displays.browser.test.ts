import { until } from '@meshes-embed/conformance/until';
import { expect, test } from 'vitest';
import { nextTick } from 'vue';
import { setUpPage } from './onThePage.ts';

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
  show('<MeshesEmbed v-bind="options" />', { options: backend.options });
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
  show('<MeshesEmbed v-bind="options" />', { options: backend.options });
  (await button('Try now')).focus();
  backend.refuse(null);
  await status('live');
  await until(() => expect(find('button')).toBeNull());
  expect(document.activeElement).toBe(place.firstElementChild);
});

test('leaves the focus where else it is', async () => {
  const { backend, show, status, find } = page();
  backend.refuse(503);
  show('<input><MeshesEmbed v-bind="options" />', { options: backend.options });
  await button('Try now');
  find('input')?.focus();
  backend.refuse(null);
  await status('live');
  await until(() => expect(find('button')).toBeNull());
  expect(document.activeElement).toBe(find('input'));
});

test('slots take the place of the default displays, and fill theirs', async () => {
  const { backend, show, status, find, place } = page();
  const serve = backend.hold();
  backend.refuse(403);
  show(
    `<MeshesEmbed v-bind="options">
      <template #loading><b style="display:block;width:100%;height:100%">One moment</b></template>
      <template #problem="{ problem, retry }"><button type="button" style="width:100%;height:100%" @click="retry">{{ problem.code }}: again</button></template>
    </MeshesEmbed>`,
    { options: backend.options },
  );
  await status('minting');
  const fills = (element: HTMLElement | null): void => {
    expect(element?.getBoundingClientRect()).toEqual(place.firstElementChild?.getBoundingClientRect());
  };
  expect(find('[role="status"]')?.textContent).toBe('One moment');
  fills(find('b'));
  serve();
  fills(await button('not-authorized: again'));
  expect(find('[role="alert"]')).toBeNull();
  expect(find('[role="status"]')?.textContent).toBe('');
  backend.refuse(null);
  find('button')?.click();
  await status('live');
  expect(find('button')).toBeNull();
});

test('an empty slot shows nothing', async () => {
  const { backend, show, status, find } = page();
  backend.refuse(403);
  show('<MeshesEmbed v-bind="options"><template #loading></template><template #problem></template></MeshesEmbed>', {
    options: backend.options,
  });
  expect(find('[role="status"]')?.textContent).toBe('');
  await status('failed');
  await nextTick();
  expect(find('[role="alert"]')).toBeNull();
});
