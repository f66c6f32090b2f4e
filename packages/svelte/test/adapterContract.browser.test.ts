import { runAdapterContract } from '@meshes-embed/conformance/adapter-contract';
import { flushSync, mount, unmount } from 'svelte';
import Filled from './fixtures/Filled.svelte';
import Host from './fixtures/Host.svelte';

runAdapterContract({
  name: 'Svelte',
  isShownByTools: false,
  mount(place, options) {
    const host = mount(Host, { target: place, props: { options } });
    let mounted = true;
    flushSync();
    const handle = host.handle();
    if (!handle) throw new Error('The component gave no handle.');
    return {
      handle,
      render: (next) => flushSync(() => host.render(next)),
      leave: () => flushSync(() => host.leave()),
      async unmount() {
        if (mounted) await unmount(host);
        mounted = false;
      },
    };
  },
  mountOwnDisplays(place, options) {
    const page = mount(Filled, { target: place, props: { options } });
    flushSync();
    return { unmount: () => unmount(page) };
  },
});
