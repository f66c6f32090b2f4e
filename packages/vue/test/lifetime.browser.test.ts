import { laidOut, strictPage } from '@meshes-embed/conformance/strict-page';
import { until } from '@meshes-embed/conformance/until';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createSSRApp, nextTick, ref, type App } from 'vue';
import { renderToString } from 'vue/server-renderer';
import type { NavigateMessage } from '../src/index.ts';
import { setUpPage } from './onThePage.ts';

const page = setUpPage();

test('KeepAlive: taken out while away, launched again each time it is back', async () => {
  const { backend, show, status, find, iframes } = page();
  const [here, heard] = [ref(true), vi.fn()];
  show('<KeepAlive><MeshesEmbed v-if="here" v-bind="options" @status-change="heard" /></KeepAlive>', {
    options: backend.options,
    here,
    heard,
  });
  await status('live');
  for (let round = 1; round <= 13; round += 1) {
    here.value = false;
    await until(() => expect(heard).toHaveBeenLastCalledWith('idle'));
    expect(find('[data-meshes-status]')).toBeNull();
    here.value = true;
    await status('live');
    expect(backend.launches).toHaveLength(1 + round);
  }
  expect(iframes()).toHaveLength(1);
  expect(heard).not.toHaveBeenCalledWith('failed');
});

test('KeepAlive: away and back at once ends live, in the document that came with the move', async () => {
  const { backend, show, status, iframes } = page();
  const [here, documents] = [ref(true), new Set<string>()];
  const onNavigate = ({ page: said }: NavigateMessage): void => void documents.add(said?.split(' ')[0] ?? '');
  show('<KeepAlive><MeshesEmbed v-if="here" v-bind="options" @navigate="onNavigate" /></KeepAlive>', {
    options: backend.options,
    here,
    onNavigate,
  });
  await until(() => expect(documents.size).toBe(1));
  for (let round = 0; round < 6; round += 1) {
    here.value = !here.value;
    await nextTick();
  }
  await until(() => expect(documents.size).toBe(2));
  await status('live');
  expect(iframes()).toHaveLength(1);
});

test('Transition: leaving takes as long as it takes, and nothing is left', async () => {
  const { backend, show, status, find, iframes, place } = page();
  const shown = ref(true);
  let finish = (): void => {};
  const leave = (_element: Element, done: () => void): void => {
    finish = done;
  };
  show('<Transition :css="false" @leave="leave"><MeshesEmbed v-if="shown" v-bind="options" /></Transition>', {
    options: backend.options,
    shown,
    leave,
  });
  await status('live');
  shown.value = false;
  await until(() => expect(iframes()).toHaveLength(0));
  expect(find('[data-meshes-status]')).not.toBeNull();
  shown.value = true;
  await nextTick();
  finish();
  await status('live');
  expect(place.querySelectorAll('[data-meshes-status]')).toHaveLength(1);
  expect(iframes()).toHaveLength(1);
  expect(backend.launches).toHaveLength(2);
});

test('v-show hides it and keeps it alive', async () => {
  const { backend, show, status, find, iframes, place } = page();
  const shown = ref(true);
  show('<MeshesEmbed v-show="shown" v-bind="options" />', { options: backend.options, shown });
  await status('live');
  const [iframe] = iframes();
  shown.value = false;
  await nextTick();
  expect(getComputedStyle(place.firstElementChild as Element).display).toBe('none');
  shown.value = true;
  await nextTick();
  expect(getComputedStyle(place.firstElementChild as Element).display).toBe('block');
  expect(find('iframe')).toBe(iframe);
  expect(backend.launches).toHaveLength(1);
});

test('Suspense: launched once its neighbour is there', async () => {
  const { backend, create, mount, place, status, find } = page();
  let arrive = (): void => {};
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const app = create(
    '<Suspense><div><MeshesEmbed v-bind="options" /><Late /></div><template #fallback>waiting</template></Suspense>',
    { options: backend.options },
  );
  app.component('Late', { template: 'here', setup: () => arrival });
  mount(app);
  await nextTick();
  expect(place.textContent).toBe('waiting');
  expect(backend.launches).toEqual([]);
  arrive();
  await status('live');
  expect(find('iframe')).not.toBeNull();
  expect(backend.launches).toHaveLength(1);
});

test('put in and taken out again and again, one is left and the others gave up what they asked for', async () => {
  const { backend, show, status, iframes } = page();
  const serve = backend.hold();
  const shown = ref(true);
  const signals: AbortSignal[] = [];
  const fetchSession: typeof backend.options.fetchSession = (context) => {
    signals.push(context.signal);
    return backend.options.fetchSession!(context);
  };
  show('<MeshesEmbed v-if="shown" v-bind="options" :fetch-session="fetchSession" />', {
    options: backend.options,
    shown,
    fetchSession,
  });
  for (let round = 0; round < 20; round += 1) {
    shown.value = !shown.value;
    await nextTick();
  }
  expect(signals.length).toBeGreaterThan(1);
  await until(() => expect(signals.filter(({ aborted }) => !aborted)).toEqual([signals.at(-1)]));
  serve();
  await status('live');
  expect(iframes()).toHaveLength(1);
});

test('hydrates what the server rendered, without a warning', async () => {
  const { backend, create, mount, place, status, find, warnings } = page();
  const template =
    '<MeshesEmbed v-bind="options" :min-height="600" class="card" data-testid="embed"><template #loading><i>One moment</i></template></MeshesEmbed>';
  const state = { options: backend.options };
  place.innerHTML = await renderToString(create(template, state, createSSRApp));
  expect(backend.launches).toEqual([]);
  const container = find('[data-testid="embed"]');
  mount(create(template, state, createSSRApp));
  await status('live');
  expect(warnings).toEqual([]);
  expect(find('[data-testid="embed"]')).toBe(container);
  expect(backend.launches).toHaveLength(1);
});

test('2.14: is laid out where a policy refuses the styles in the HTML of a server', async () => {
  const { backend, create } = page();
  backend.hold();
  const picture = (): App =>
    create('<MeshesEmbed v-bind="options" style="margin-top:7px" />', { options: backend.options }, createSSRApp);
  const { main, remove } = await strictPage(await renderToString(picture()));
  onTestFinished(remove);
  expect(laidOut(main)).toMatchObject({ position: 'static', over: 'static' });
  const app = picture();
  onTestFinished(() => app.unmount());
  app.mount(main);
  await until(() => expect(laidOut(main)).toEqual({ position: 'relative', height: 480, over: 'absolute' }));
  expect((main.firstElementChild as HTMLElement).style.marginTop).toBe('7px');
});
