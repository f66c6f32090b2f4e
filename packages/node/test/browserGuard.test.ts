import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { assertServer, browserMessage } from '../src/shared/assertServer.ts';
import * as server from '../src/index.ts';

/** What a build makes of a source, as an address to import. */
async function bundle(source: string, config: InlineConfig = {}): Promise<string> {
  const entry = fileURLToPath(new URL('page.js', import.meta.url));
  const ssr = config.build?.ssr === true;
  const result = await build({
    configFile: false,
    logLevel: 'error',
    ...config,
    plugins: [
      {
        name: 'page',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
    build: { write: false, minify: false, ...(ssr ? { ssr: entry } : { lib: { entry, formats: ['es'] } }) },
  });
  const [made] = [result].flat();
  if (made === undefined || !('output' in made)) throw new Error('there is no bundle');
  return `data:text/javascript,${encodeURIComponent(made.output[0].code)}`;
}

/** The globals of a page, or of a worker of one. */
const browsers = {
  page: {
    window: {},
    document: {},
    navigator: { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36' },
    process: undefined,
  },
  'page with a stand-in for process': { window: {}, document: {}, process: { versions: { node: '24.0.0' } } },
  worker: {
    WorkerGlobalScope: class {},
    importScripts: () => {},
    navigator: { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101' },
    process: undefined,
  },
  'module worker': {
    WorkerGlobalScope: class {},
    navigator: { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101' },
    process: undefined,
  },
};

/** As servers that are no Node have them. */
const servers = {
  'a server without Node': { process: undefined, navigator: undefined },
  'a server that is a worker': {
    WorkerGlobalScope: class {},
    process: undefined,
    navigator: { userAgent: 'Cloudflare-Workers' },
  },
  'a DOM in Node': {
    window: {},
    document: {},
    navigator: { userAgent: 'Mozilla/5.0 (linux) AppleWebKit/537.36 (KHTML, like Gecko) jsdom/31' },
  },
};

function stubAll(globals: object): void {
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('G8: in a browser', () => {
  test('what its bundles get throws at load', async () => {
    await expect(import('../src/browser.ts')).rejects.toThrow(browserMessage);
  });

  test('what bundlers get that tell production from development throws too, where it runs in a page', async () => {
    vi.resetModules();
    stubAll(browsers.page);
    await expect(import('../src/bundled.ts')).rejects.toThrow(browserMessage);
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
    await expect(import(await bundle(source))).rejects.toThrow(browserMessage);
  });

  test('a bundle of Vite for pages has nothing of the package but the message', async () => {
    const code = decodeURIComponent(await bundle("export * from '@meshes-embed/node';"));
    expect(code).toContain(browserMessage.slice(0, 60));
    expect(code).not.toMatch(/secretKey|mk_|HS256|valibot/);
  });

  test.each(['browser', 'bundled'])(
    'every name of the package is in %s.ts, so that the bundle is made and the message is seen',
    (file) => {
      const source = readFileSync(new URL(`../src/${file}.ts`, import.meta.url), 'utf8');
      const names = [...source.matchAll(/^export (?:const|class) (\w+)/gm)].map(([, name]) => name);
      expect(names.sort()).toEqual(Object.keys(server).sort());
    },
  );

  test.each(Object.entries(browsers))(
    'the package itself throws too, for bundlers that pass over the condition: in a %s',
    (_, globals) => {
      stubAll(globals);
      expect(assertServer).toThrow(browserMessage);
    },
  );

  test.each(Object.entries(servers))('%s passes', (_, globals) => {
    stubAll(globals);
    expect(assertServer).not.toThrow();
  });
});

describe('a server that is built as a worker', () => {
  const source = "export * from '@meshes-embed/node';";
  const webworker: InlineConfig = { ssr: { target: 'webworker', noExternal: true }, build: { ssr: true } };

  test.each(Object.entries(servers))('3.11: runs: ssr.target webworker, %s', async (_, globals) => {
    const address = await bundle(source, webworker);
    stubAll(globals);
    expect(Object.keys((await import(`${address}//${Math.random()}`)) as object).sort()).toEqual(
      Object.keys(server).sort(),
    );
  });

  test('in a page that bundle throws all the same', async () => {
    const address = await bundle(source, webworker);
    stubAll(browsers.page);
    await expect(import(address)).rejects.toThrow(browserMessage);
  });

  test('the condition worker leads to the package itself, before browser', () => {
    interface Manifest {
      readonly publishConfig: { readonly exports: { readonly '.': Readonly<Record<string, string>> } };
    }
    const { exports } = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Manifest)
      .publishConfig;
    expect(exports['.']['worker']).toBe('./dist/index.js');
    const conditions = Object.keys(exports['.']);
    for (const other of ['development', 'production', 'browser'])
      expect(conditions.indexOf('worker')).toBeLessThan(conditions.indexOf(other));
    for (const ours of ['node', 'workerd', 'edge-light'])
      expect(conditions.indexOf(ours)).toBeLessThan(conditions.indexOf('development'));
  });

  test('the names are the very same as those of the package, so that instanceof holds', async () => {
    vi.resetModules();
    const [guarded, plain] = [await import('../src/bundled.ts'), await import('../src/index.ts')];
    expect({ ...guarded }).toEqual({ ...plain });
    expect(guarded.MeshesApiError).toBe(plain.MeshesApiError);
  });
});
