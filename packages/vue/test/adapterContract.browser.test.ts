import { ownDisplay, runAdapterContract } from '@meshes-embed/conformance/adapter-contract';
import { createApp, h, nextTick, shallowRef } from 'vue';
import { MeshesEmbed, type MeshesEmbedHandle } from '../src/index.ts';

runAdapterContract({
  name: 'Vue',
  isShownByTools: true,
  mount(place, options) {
    const handle = shallowRef<MeshesEmbedHandle | null>(null);
    const props = shallowRef(options);
    const app = createApp(() => h(MeshesEmbed, { ref: handle, ...props.value }));
    app.mount(place);
    if (!handle.value) throw new Error('The component gave no handle.');
    return {
      handle: handle.value,
      render(next) {
        props.value = next;
        return nextTick();
      },
      unmount: () => app.unmount(),
    };
  },
  mountOwnDisplays(place, options) {
    const own = (name: string) => () => [h('div', { 'data-own': name, style: ownDisplay })];
    const app = createApp(() => h(MeshesEmbed, options, { loading: own('loading'), problem: own('problem') }));
    app.mount(place);
    return { unmount: () => app.unmount() };
  },
});
