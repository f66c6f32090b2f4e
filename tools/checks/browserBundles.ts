import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { adapters } from '@meshes-embed/conformance/adapters';
import { build } from 'vite';
import { demoApps, examples, visualizer } from '@meshes-embed/app-demo/apps';
import { type Bundle, bundle } from '../workspace/bundle.ts';
import { root } from '../workspace/paths.ts';
import { type CheckResult, resultOf } from './check.ts';
import { appSource, frameworkOf, packageOf } from './parity/adapters.ts';

/** What only a backend has, and what must not reach a browser. */
const backendModules =
  /[\\/](packages[\\/](node|doctor|sandbox)|@meshes-embed[\\/](node|doctor|sandbox)|apps[\\/]server|node_modules[\\/](jose|hono|valibot))[\\/]/;
const secretNames = [
  'secretKey',
  'secret_key',
  'accessKey',
  'access_key',
  'organizationId',
  'organization_id',
  'urn:meshes:m2m',
  'HS256',
];
/** How an access key begins; not in the middle of a word, as the hash in a file's name may hold these letters by chance. */
const accessKeyStart = /(?<![\w-])mk_/;

const namesIn = (code: string): string[] => [
  ...secretNames.filter((name) => code.includes(name)),
  ...(accessKeyStart.test(code) ? ['mk_'] : []),
];

const frameworks = adapters.flatMap(frameworkOf);
const adapterPackages = adapters.map(packageOf);

type Looked = Pick<Bundle, 'code' | 'maps' | 'modules'>;

function faults(title: string, { code, maps, modules }: Looked): (string | null)[] {
  const stray = modules.find((module) => backendModules.test(module));
  const names = namesIn(code);
  const mapped = namesIn(maps);
  return [
    modules.length > 0 ? null : `${title}: the bundle is empty, so nothing was looked at`,
    stray === undefined ? null : `${title}: has a module of the backend in it, ${relative(root, stray)}`,
    names.length === 0 ? null : `${title}: speaks of the backend's credentials: ${names.join(', ')}`,
    mapped.length === 0 ? null : `${title}: its source maps speak of the backend's credentials: ${mapped.join(', ')}`,
    maps.includes('sourcesContent') ? null : `${title}: has no source map with sources, so none was looked at`,
  ];
}

/** The browser bundle of a sample app, as its own Vite configuration makes it. */
async function bundleApp(folder: string): Promise<Looked> {
  const result = await build({ root: folder, logLevel: 'warn', build: { write: false, sourcemap: 'hidden' } });
  const chunks = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  return {
    code: chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : String(chunk.source))).join('\n'),
    maps: chunks.map((chunk) => (chunk.type === 'chunk' ? JSON.stringify(chunk.map) : '')).join('\n'),
    modules: chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])),
  };
}

/** G8: the package for backends, bundled for a browser all the same, brings no secret and refuses to load. */
async function backendFaults(): Promise<(string | null)[]> {
  const title = '@meshes-embed/node in a browser';
  const made = await bundle("export * from '@meshes-embed/node';");
  const refusal = await import(`data:text/javascript,${encodeURIComponent(made.code)}`).then(
    () => null,
    (error: Error) => error.message,
  );
  return [
    refusal === null ? `${title}: it loads, and should refuse to` : null,
    /jose|valibot/.test(made.modules.join()) ? `${title}: has the code for backends in it` : null,
  ];
}

/** A text in all code that lets an inspector look into an embed. */
const inspectorWords = 'meshes-inspector:';

/** An inspector that is not asked for costs a page no byte: nothing of it is kept. */
async function inspectorFaults(): Promise<(string | null)[]> {
  const has = async (source: string): Promise<boolean> =>
    (await bundle(source, frameworks)).code.includes(inspectorWords);
  const sources = [...adapters.map(appSource), "export * from '@meshes-embed/core';"];
  const messages = sources.map(async (source) =>
    (await has(source)) ? `${source} brings the code for inspectors, which nothing asked for` : null,
  );
  // Proves that the words would be found where they are.
  messages.push(
    has("export * from '@meshes-embed/core/inspect';").then((found) =>
      found ? null : '@meshes-embed/core/inspect has no word that is looked for: this check proves nothing',
    ),
  );
  return Promise.all(messages);
}

/** E8: no code and no credential of the backend in what browsers get: the packages for the browser, the sample apps. */
export async function checkBrowserBundles(): Promise<CheckResult> {
  const messages: (string | null)[] = [];
  for (const name of [
    ...adapterPackages,
    '@meshes-embed/element/script',
    '@meshes-embed/core',
    '@meshes-embed/core/adapter',
    '@meshes-embed/core/machine',
    '@meshes-embed/core/diagnostics',
    '@meshes-embed/core/inspect',
  ]) {
    messages.push(...faults(name, await bundle(`export * from '${name}';`, frameworks)));
  }
  for (const { title, folder } of [...demoApps(), ...examples, visualizer])
    messages.push(...faults(`the ${title}`, await bundleApp(folder)));
  messages.push(...(await backendFaults()), ...(await inspectorFaults()));
  // Proves that the names would be found where they are.
  const built = join(root, 'packages', 'node', 'dist');
  const backend = readdirSync(built)
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(built, file), 'utf8'))
    .join('\n');
  messages.push(
    namesIn(backend).includes('mk_')
      ? null
      : "the backend's own package has no name that is looked for: this check proves nothing",
  );
  return resultOf(messages);
}
