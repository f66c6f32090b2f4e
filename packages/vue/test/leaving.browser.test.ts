import { oneLive, playLeaving } from '@meshes-embed/conformance/play-leaving';
import { defineComponent, h, nextTick, reactive, shallowRef } from 'vue';
import { useMeshesEmbed } from '../src/index.ts';
import { setUpPage } from './onThePage.ts';

const page = setUpPage();

/** Shows a template of which `shown` and `name` change, and change back. */
async function changeBetween(template: string, more: object = {}): Promise<void> {
  const state = reactive({
    shown: true,
    name: 'first',
    options: { ...page().backend.options, keepAlive: true },
    ...more,
  });
  page().show(template, state);
  await oneLive();
  Object.assign(state, { shown: false, name: 'second' });
  await nextTick();
  Object.assign(state, { shown: true, name: 'first' });
  await nextTick();
}

const OwnLayout = defineComponent({
  setup() {
    const { container } = useMeshesEmbed({ ...page().backend.options, keepAlive: true });
    return () => h('div', { ref: container });
  },
});
/** Its container comes and goes, and it stays. */
const ComingAndGoing = defineComponent({
  props: { shown: Boolean },
  setup(props) {
    const { container } = useMeshesEmbed({ ...page().backend.options, keepAlive: true });
    return () => h('section', props.shown ? h('div', { ref: container }) : 'Nothing');
  },
});

playLeaving('vue', () => page().backend, {
  '`v-if` of the component': () => changeBetween('<MeshesEmbed v-if="shown" v-bind="options" />'),
  'another key': () => changeBetween('<MeshesEmbed :key="name" v-bind="options" />'),
  '`v-if` of what it is in': () =>
    changeBetween('<section v-if="shown"><div><MeshesEmbed v-bind="options" /></div></section>'),
  '`app.unmount()`': async () => {
    const state = { options: { ...page().backend.options, keepAlive: true } };
    const first = page().create('<MeshesEmbed v-bind="options" />', state);
    first.mount(page().place);
    await oneLive();
    first.unmount();
    page().show('<MeshesEmbed v-bind="options" />', state);
  },
  '`useMeshesEmbed` in a component that goes': () =>
    changeBetween('<component :is="layout" v-if="shown" />', { layout: shallowRef(OwnLayout) }),
  '`useMeshesEmbed` where only its container goes': () =>
    changeBetween('<component :is="layout" :shown="shown" />', { layout: shallowRef(ComingAndGoing) }),
  '`<KeepAlive>`': () => changeBetween('<KeepAlive><MeshesEmbed v-if="shown" v-bind="options" /></KeepAlive>'),
});
