import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const id = '\0broken-core';
const breakagesFile = fileURLToPath(new URL('../breakages.ts', import.meta.url));

/**
 * Makes an adapter seem broken: in its place, core's `createMeshesEmbed` is one of the breakages. All else, core and the sample app included, stays as it is.
 *
 * @param broken - as `vue:mint-twice`: the adapter's folder under packages/, and the breakage
 */
export function breakagePlugin(broken: string): Plugin {
  const [adapter, breakage] = broken.split(':');
  const sources = ['packages', adapter, 'src'].join(sep);
  let core: string | undefined;
  return {
    name: 'meshes-embed:breakage',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source !== '@meshes-embed/core' || !importer?.includes(sources)) return null;
      core = (await this.resolve(source, importer, { skipSelf: true }))?.id;
      return id;
    },
    load(wanted) {
      if (wanted !== id) return null;
      return [
        `export * from ${JSON.stringify(core)};`,
        `import { breakages } from ${JSON.stringify(breakagesFile)};`,
        `export const createMeshesEmbed = breakages[${JSON.stringify(breakage)}];`,
      ].join('\n');
    },
  };
}
