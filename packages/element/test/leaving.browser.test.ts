import { oneLive, playLeaving } from '@meshes-embed/conformance/play-leaving';
import { createPlainBackend, type PlainBackend } from '@meshes-embed/conformance/plain-backend';
import { afterEach, beforeEach } from 'vitest';
import '../src/index.ts';
import type { MeshesEmbedElement } from '../src/index.ts';

let backend: PlainBackend;
let place: HTMLElement;
beforeEach(() => {
  backend = createPlainBackend();
  place = document.body.appendChild(document.createElement('main'));
});
afterEach(() => place.remove());

const put = (): MeshesEmbedElement =>
  place.appendChild(Object.assign(document.createElement('meshes-embed'), { ...backend.options, keepAlive: true }));

async function leave(how: (element: MeshesEmbedElement) => void): Promise<void> {
  const element = put();
  await oneLive();
  how(element);
  put();
}

playLeaving('element', () => backend, {
  '`park()`, then `remove()`': () =>
    leave((element) => {
      element.park();
      element.remove();
    }),
  '`remove()`, or whatever takes it out without `park()`': () => leave((element) => element.remove()),
});
