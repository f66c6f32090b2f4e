// `npm run bundlers`: installs the packages as published into an app of five lines, and builds that app with each bundler as
// it comes, without a setting of its own. Prints a table; one that cannot build it fails the command. It takes minutes and
// the registry, so it is no part of `npm test`. Names after `--` pick bundlers: `npm run bundlers -- parcel`.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignedTable } from './workspace/alignedTable.ts';
import { packedPackages } from './workspace/packedPackages.ts';
import { temporaryFolder } from './workspace/paths.ts';
import { runCommand } from './workspace/runCommand.ts';

interface Bundler {
  name: string;
  packages: Record<string, string>;
  /** The command line, from the app's folder; it writes into `out/<name>`. */
  command: string[];
}

/** What stands in every embed, after any minifier: the protocol's own words. */
const proof = 'meshes:ready';

const bundlers: Bundler[] = [
  {
    name: 'parcel',
    packages: { parcel: '2.16.4' },
    command: ['parcel', 'build', 'index.html', '--dist-dir', 'out/parcel', '--no-cache'],
  },
  {
    name: 'webpack',
    packages: { webpack: '5.113.0', 'webpack-cli': '7.3.1' },
    command: ['webpack', '--mode', 'production', '--entry', './main.js', '-o', 'out/webpack'],
  },
  {
    name: 'rspack',
    packages: { '@rspack/core': '2.3.4', '@rspack/cli': '2.2.8' },
    command: ['rspack', 'build', '--mode', 'production', '--entry', './main.js', '-o', 'out/rspack'],
  },
  {
    name: 'esbuild',
    packages: { esbuild: '0.28.2' },
    command: ['esbuild', 'main.js', '--bundle', '--minify', '--format=esm', '--outdir=out/esbuild'],
  },
  {
    name: 'rollup',
    packages: { rollup: '4.68.8', '@rollup/plugin-node-resolve': '16.0.3', '@rollup/plugin-commonjs': '29.0.3' },
    command: ['rollup', 'main.js', '-p', 'node-resolve', '-p', 'commonjs', '-f', 'es', '-d', 'out/rollup'],
  },
  {
    name: 'vite',
    packages: { vite: '8.3.8', rolldown: '1.2.19' },
    command: ['vite', 'build', '--outDir', 'out/vite'],
  },
];

const wanted = process.argv.slice(2).filter((word) => word !== '--');
const chosen = bundlers.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (chosen.length === 0)
  throw new Error(`There is no such bundler. Known: ${bundlers.map(({ name }) => name).join(', ')}`);

const packed = (await packedPackages()).filter(({ shortName }) => ['core', 'react', 'element'].includes(shortName));
const folder = temporaryFolder('bundlers');
writeFileSync(
  join(folder, 'package.json'),
  JSON.stringify({
    private: true,
    type: 'module',
    dependencies: {
      ...Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`])),
      ...Object.assign({}, ...chosen.map(({ packages }) => packages)),
      react: '19.3.1',
      'react-dom': '19.3.1',
    },
    overrides: Object.fromEntries(packed.map(({ name }) => [name, `$${name}`])),
  }),
);
writeFileSync(
  join(folder, 'main.js'),
  `import '@meshes-embed/element';
import { MeshesEmbed } from '@meshes-embed/react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.querySelector('#root')).render(createElement(MeshesEmbed, { endpoint: '/api/meshes' }));
`,
);
writeFileSync(
  join(folder, 'index.html'),
  '<!doctype html><title>App</title><div id="root"></div><script type="module" src="./main.js"></script>',
);
const installed = await runCommand(
  'npm',
  ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
  {
    folder,
    quiet: true,
  },
);
if (installed.code !== 0) throw new Error(`npm could not install the app:\n${installed.output}`);

const rows: string[][] = [['bundler', 'version', 'bytes', 'built']];
let failed = 0;
for (const { name, packages, command } of chosen) {
  const out = join(folder, 'out', name);
  mkdirSync(out, { recursive: true });
  const { code, output } = await runCommand('npm', ['exec', '--offline', '--', ...command], {
    folder,
    quiet: true,
    environment: { NODE_ENV: 'production' },
  });
  const scripts = readdirSync(out, { recursive: true, encoding: 'utf8' })
    .map((file) => join(out, file))
    .filter((file) => file.endsWith('.js') && existsSync(file));
  const has = scripts.some((file) => readFileSync(file, 'utf8').includes(proof));
  const holds = code === 0 && has;
  if (!holds) {
    failed += 1;
    console.log(`${name} failed:\n${output}`);
  }
  const bytes = scripts.reduce((sum, file) => sum + statSync(file).size, 0);
  rows.push([name, Object.values(packages)[0] ?? '', String(bytes), holds ? 'yes' : 'NO']);
}
console.log(alignedTable(rows));
process.exitCode = failed > 0 ? 1 : 0;
