import { createMeshesEmbed, type MeshesEmbed, type MeshesEmbedOptions } from '@meshes-embed/core';
import { onTestFinished } from 'vitest';
import { fakeMeshes, type FakeMeshes, type FakeMeshesOptions } from '../../src/index.ts';

/** A fake that ends with the test. */
export function makeFake(options?: FakeMeshesOptions): FakeMeshes {
  const fake = fakeMeshes(options);
  onTestFinished(() => fake.restore());
  return fake;
}

/** An embed in the page, which ends with the test. */
export function showEmbed(options: MeshesEmbedOptions): {
  readonly embed: MeshesEmbed;
  readonly container: HTMLElement;
} {
  const container = document.body.appendChild(document.createElement('div'));
  const embed = createMeshesEmbed(options);
  embed.mount(container);
  onTestFinished(() => {
    embed.destroy();
    container.remove();
  });
  return { embed, container };
}
