import { until } from '@meshes-embed/conformance/until';
import { createMeshesEmbed } from '@meshes-embed/core';
import { expect, test, vi } from 'vitest';
import { nextTick, reactive, ref, shallowRef } from 'vue';
import type { MeshesEmbedHandle, TraceEvent } from '../src/index.ts';
import { setUpPage } from './onThePage.ts';

vi.mock(import('@meshes-embed/core'), { spy: true });

const page = setUpPage();

test('a template gives settings by attributes, a switch without a value among them, and listens to events', async () => {
  const { backend, show, status, iframes } = page();
  const { allowInsecureLocalhost: _, ...options } = backend.options;
  const heard = { status: vi.fn(), session: vi.fn(), once: vi.fn() };
  show(
    `<MeshesEmbed v-bind="options" allow-insecure-localhost title="Integrations" :min-height="700"
      @status-change="heard.status" @status-change.once="heard.once" @session-change="heard.session($event.sessionId)" />`,
    { options, heard },
  );
  await status('live');
  expect([iframes()[0]?.title, iframes()[0]?.offsetHeight]).toEqual(['Integrations', 700]);
  expect(heard.status.mock.calls).toEqual([['minting'], ['launching'], ['live']]);
  expect(heard.once.mock.calls).toEqual([['minting']]);
  expect(heard.session.mock.calls).toEqual([['session-1']]);
});

test('a switch that is not given is left to the embed, and is off', async () => {
  const { backend, show, status, find } = page();
  const { allowInsecureLocalhost: _, ...options } = backend.options;
  show('<MeshesEmbed v-bind="options" />', { options });
  expect(vi.mocked(createMeshesEmbed).mock.lastCall?.[0]).toHaveProperty('allowInsecureLocalhost', undefined);
  await status('failed');
  expect(find('[role="alert"]')?.dataset['meshesProblem']).toBe('launch-url-refused');
});

test('class and style go to the outermost element, all else to the container', async () => {
  const { backend, show, status, find, iframes, place } = page();
  const [id, onClick] = [ref('first'), vi.fn()];
  show(
    '<MeshesEmbed v-bind="options" class="card" style="margin: 3px" :id="id" data-testid="embed" aria-label="Integrations" @click="onClick" />',
    { options: backend.options, id, onClick },
  );
  await status('live');
  await until(() => expect(iframes()[0]?.offsetHeight).toBe(640));
  const outermost = place.firstElementChild as HTMLElement;
  expect(outermost.getAttributeNames().toSorted()).toEqual(['class', 'style', 'tabindex']);
  expect([outermost.className, outermost.tabIndex]).toEqual(['card', -1]);
  expect([outermost.style.margin, outermost.style.position, outermost.style.minHeight]).toEqual([
    '3px',
    'relative',
    '480px',
  ]);
  const container = find('#first');
  expect(container?.getAttributeNames().toSorted()).toEqual([
    'aria-busy',
    'aria-label',
    'data-meshes-status',
    'data-testid',
    'id',
    'style',
  ]);
  container?.click();
  expect(onClick).toHaveBeenCalledOnce();
  id.value = 'second';
  await nextTick();
  expect([container?.id, container?.dataset['meshesStatus'], container?.ariaBusy]).toEqual(['second', 'live', 'false']);
});

test('an event of the page with the name of one of its own is not taken for it', async () => {
  const { backend, show, status, find } = page();
  const onProblem = vi.fn();
  show('<MeshesEmbed v-bind="options" data-testid="embed" @problem="onProblem" />', {
    options: backend.options,
    onProblem,
  });
  await status('live');
  find('[data-testid="embed"]')?.dispatchEvent(new Event('problem'));
  expect(onProblem).not.toHaveBeenCalled();
});

test('handlers and objects written again at each render leave the iframe as it is', async () => {
  const { backend, show, status, iframes, place } = page();
  const loads = vi.fn();
  const round = ref(0);
  show(
    '<MeshesEmbed v-bind="{ ...options }" :title="`Integrations ${round}`" :expected="{ role: `admin` }" @navigate="() => {}"><template #loading>{{ round }}</template></MeshesEmbed>',
    { options: backend.options, round },
  );
  await status('live');
  const [iframe] = iframes();
  iframe?.addEventListener('load', loads);
  for (; round.value < 9; round.value += 1) await nextTick();
  await until(() => expect(iframe?.title).toBe('Integrations 9'));
  expect(place.querySelector('iframe')).toBe(iframe);
  expect(backend.launches).toHaveLength(1);
  expect(loads).not.toHaveBeenCalled();
});

test('reactive options are followed, and reach the embed as they are without Vue', async () => {
  const { backend, show, status, iframes } = page();
  const options = reactive({ ...backend.options, title: 'First', expected: { workspaceId: 'workspace' } });
  const embed = shallowRef<MeshesEmbedHandle | null>(null);
  show('<MeshesEmbed ref="embed" v-bind="options" />', { options, embed });
  await status('live');
  const findings = (): string => JSON.stringify(embed.value?.diagnose());
  const met = findings();
  options.title = 'Second';
  options.expected.workspaceId = 'another';
  await until(() => expect(iframes()[0]?.title).toBe('Second'));
  expect(findings()).not.toBe(met);
  embed.value?.refresh();
  await until(() => expect(backend.refreshes).toEqual(['session-1']));
  await status('live');
  expect(backend.launches).toHaveLength(1);
});

test('1.15: without an endpoint it waits for one, and with a page that is unknown it shows the dashboard', async () => {
  const { backend, show, status, find, onError } = page();
  const [options, onProblem] = [ref({}), vi.fn()];
  show('<MeshesEmbed v-bind="options" page="members" @problem="onProblem($event.code)" />', { options, onProblem });
  await status('idle');
  expect(find('[role="status"]')?.textContent).toBe('Loading…');
  options.value = backend.options;
  await status('live');
  expect(backend.launches).toEqual(['dashboard']);
  expect(onProblem.mock.calls).toEqual([['page-unknown']]);
  expect(onError).not.toHaveBeenCalled();
});

test('a bad option reaches errorHandler, with what was expected', () => {
  const { backend, show, onError, find, warnings } = page();
  show('<MeshesEmbed v-bind="options" :min-height="-1" />', { options: backend.options });
  expect(onError).toHaveBeenCalledOnce();
  expect(onError.mock.calls[0]?.[0]).toMatchObject({
    code: 'bad-option',
    message: expect.stringContaining('minHeight'),
  });
  expect(find('[data-meshes-status]')).toBeNull();
  // What Vue says of a component whose setup threw.
  warnings.splice(0);
});

test('a later bad option reaches errorHandler, and the embed stays as it was', async () => {
  const { backend, show, status, onError, iframes } = page();
  const minHeight = ref(600);
  show('<MeshesEmbed v-bind="options" :min-height="minHeight" />', { options: backend.options, minHeight });
  await status('live');
  minHeight.value = -1;
  await until(() => expect(onError).toHaveBeenCalledOnce());
  expect(onError.mock.calls[0]?.[0]).toMatchObject({ code: 'bad-option' });
  minHeight.value = 700;
  await until(() => expect(iframes()[0]?.offsetHeight).toBe(700));
  expect(onError).toHaveBeenCalledOnce();
  expect(backend.launches).toHaveLength(1);
});

test('what a listener throws reaches errorHandler, and disturbs nothing', async () => {
  const { backend, show, status, onError } = page();
  const shown = ref(true);
  const fail = (told: string): never => {
    throw new Error(told);
  };
  show('<MeshesEmbed v-if="shown" v-bind="options" @status-change="fail" />', {
    options: backend.options,
    shown,
    fail,
  });
  await status('live');
  shown.value = false;
  const caught = (): string[] => onError.mock.calls.map(([error]) => (error as Error).message);
  await until(() => expect(caught()).toEqual(['minting', 'launching', 'live', 'idle']));
});

test('its last steps are told after it was taken out', async () => {
  const { backend, show, status } = page();
  const onTrace = vi.fn<(event: TraceEvent) => void>();
  const shown = ref(true);
  show('<MeshesEmbed v-if="shown" v-bind="options" @trace="onTrace" />', { options: backend.options, shown, onTrace });
  await status('live');
  shown.value = false;
  await until(() =>
    expect(onTrace.mock.lastCall?.[0]).toMatchObject({ kind: 'state', name: 'idle', data: { by: 'UNMOUNT' } }),
  );
});
