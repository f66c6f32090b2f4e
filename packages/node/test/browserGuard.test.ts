import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { assertServer, BROWSER_MESSAGE } from '../src/browserGuard.ts';
import * as server from '../src/index.ts';

/** What a page would load, as an address to import. */
async function bundleForBrowsers(source: string): Promise<string> {
  const entry = fileURLToPath(new URL('page.js', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'page', enforce: 'pre', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? source : null) }],
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  });
  const [bundle] = [result].flat();
  if (bundle === undefined || !('output' in bundle)) throw new Error('there is no bundle');
  return `data:text/javascript,${encodeURIComponent(bundle.output[0].code)}`;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('G8: in a browser', () => {
  test('what its bundles get throws at load', async () => {
    await expect(import('../src/browser.ts')).rejects.toThrow(BROWSER_MESSAGE);
  });

  test('this is what the browser condition leads to, before any other that a browser bundle has', () => {
    interface Manifest {
      readonly publishConfig: { readonly exports: { readonly '.': Readonly<Record<string, string>> } };
    }
    const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Manifest;
    const { browser, ...others } = manifest.publishConfig.exports['.'];
    expect(browser).toBe('./dist/browser.js');
    // A bundler takes the first condition that it has.
    const conditions = Object.keys(manifest.publishConfig.exports['.']);
    expect(conditions.slice(conditions.indexOf('browser'))).toEqual(['browser', 'default']);
    for (const common of ['import', 'module', 'require']) expect(others).not.toHaveProperty(common);
  });

  test.each([
    "import { createMeshesClient } from '@meshes-embed/node'; createMeshesClient({});",
    "import { MeshesApiError } from '@meshes-embed/node'; export const isOurs = (error) => error instanceof MeshesApiError;",
    "export * from '@meshes-embed/node';",
  ])('a bundle made for it throws that too: %s', async (source) => {
    await expect(import(await bundleForBrowsers(source))).rejects.toThrow(BROWSER_MESSAGE);
  });

  test('every name of the package is there, so that the bundle is made and the message is seen', () => {
    const source = readFileSync(new URL('../src/browser.ts', import.meta.url), 'utf8');
    const names = [...source.matchAll(/^export (?:const|class) (\w+)/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual(Object.keys(server).sort());
  });

  test('the package itself throws too, for bundlers that pass over the condition', () => {
    vi.stubGlobal('window', {});
    vi.stubGlobal('document', {});
    vi.stubGlobal('process', { env: {} });
    expect(assertServer).toThrow(BROWSER_MESSAGE);
    vi.stubGlobal('process', undefined);
    expect(assertServer).toThrow(BROWSER_MESSAGE);
  });

  test('a DOM in Node, and a server without Node, pass', () => {
    vi.stubGlobal('window', {});
    vi.stubGlobal('document', {});
    expect(assertServer).not.toThrow();
    vi.unstubAllGlobals();
    vi.stubGlobal('process', undefined);
    expect(assertServer).not.toThrow();
  });
});
