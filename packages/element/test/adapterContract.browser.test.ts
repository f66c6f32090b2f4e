import { ownDisplay, runAdapterContract } from '@meshes-embed/conformance/adapter-contract';
import type { MeshesEmbedOptions } from '@meshes-embed/core';
import { callbackNames, settingNames } from '@meshes-embed/core/adapter';
import '../src/index.ts';

runAdapterContract({
  name: 'custom element',
  isShownByTools: false,
  mount(place, options) {
    const element = document.createElement('meshes-embed');
    let listening = new AbortController();
    const render = (given: MeshesEmbedOptions): void => {
      listening.abort();
      listening = new AbortController();
      for (const name of settingNames) Reflect.set(element, name, given[name]);
      for (const name of callbackNames) {
        const tell = given[name] as ((detail: unknown) => void) | undefined;
        const type = name.slice('on'.length).toLowerCase();
        if (tell)
          element.addEventListener(type, (event) => tell((event as CustomEvent).detail), { signal: listening.signal });
      }
    };
    render(options);
    place.append(element);
    return {
      handle: element,
      render,
      unmount: () => element.remove(),
      leave() {
        element.park();
        element.remove();
      },
    };
  },
  mountOwnDisplays(place, options) {
    const element = Object.assign(document.createElement('meshes-embed'), options);
    for (const slot of ['loading', 'problem']) {
      const own = Object.assign(document.createElement('div'), { slot });
      own.dataset['own'] = slot;
      Object.assign(own.style, ownDisplay);
      element.append(own);
    }
    place.append(element);
    return { unmount: () => element.remove() };
  },
});
