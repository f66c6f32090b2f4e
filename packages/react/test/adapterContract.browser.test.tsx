import { ownDisplay, runAdapterContract } from '@meshes-embed/conformance/adapter-contract';
import type { MeshesEmbedOptions } from '@meshes-embed/core';
import { createRef, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { MeshesEmbed, type MeshesEmbedHandle } from '../src/index.ts';

for (const strict of [false, true]) {
  runAdapterContract({
    name: strict ? 'React in StrictMode' : 'React',
    isShownByTools: true,
    mount(place, options) {
      const root = createRoot(place);
      const ref = createRef<MeshesEmbedHandle>();
      const render = (props: MeshesEmbedOptions): void => {
        const embed = <MeshesEmbed ref={ref} {...props} />;
        flushSync(() => root.render(strict ? <StrictMode>{embed}</StrictMode> : embed));
      };
      render(options);
      if (!ref.current) throw new Error('The component gave no handle.');
      return { handle: ref.current, render, unmount: () => root.unmount() };
    },
    mountOwnDisplays(place, options) {
      const root = createRoot(place);
      const own = (name: string) => <div data-own={name} style={ownDisplay} />;
      flushSync(() => root.render(<MeshesEmbed {...options} loading={own('loading')} problem={own('problem')} />));
      return { unmount: () => root.unmount() };
    },
  });
}
