// `npm run compilers`: installs the packages as published, and has each TypeScript that users may have look at an app of
// each: under strict settings, with both ways to resolve a module. Prints a table; an error in any of them fails the command.
// It takes minutes and the registry, so it is no part of `npm test`.
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from './workspace/packages.ts';
import { alignedTable } from './workspace/alignedTable.ts';
import { packedPackages } from './workspace/packedPackages.ts';
import { root, temporaryFolder } from './workspace/paths.ts';
import { runCommand } from './workspace/runCommand.ts';

const compilers = { '5.9': '5.9.3', '6.0': '6.0.3', '7.0': '7.0.2' };
/** What a backend's own code is compiled with: the newest, as apps install them. */
const hosts = { '@types/node': '26.6.7', express: '5.3.0', '@types/express': '5.0.6', fastify: '5.12.8' };
const resolutions = { nodenext: 'nodenext', bundler: 'preserve' };
/** What is compiled, by folder: a browser has no Node, a backend no DOM. */
const sides: Record<string, object> = {
  browser: { lib: ['ES2022', 'DOM', 'DOM.Iterable'], types: [], exactOptionalPropertyTypes: true },
  backend: { lib: ['ES2022'], types: ['node'], exactOptionalPropertyTypes: true },
  // XState's own types, which are those of the machines, do not hold under exactOptionalPropertyTypes.
  machine: { lib: ['ES2022', 'DOM', 'DOM.Iterable'], types: [] },
};
const strict = {
  target: 'ES2022',
  jsx: 'react-jsx',
  strict: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  skipLibCheck: false,
  noEmit: true,
};

const packed = await packedPackages();
const versionOf = (owner: string, name: string): string =>
  readManifest(join(root, 'packages', owner, 'node_modules', name)).version;
const folder = temporaryFolder('compilers');
writeFileSync(
  join(folder, 'package.json'),
  JSON.stringify({
    private: true,
    type: 'module',
    dependencies: {
      ...Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`])),
      ...Object.fromEntries(
        Object.entries(compilers).map(([name, version]) => [`typescript-${name}`, `npm:typescript@${version}`]),
      ),
      react: versionOf('react', 'react'),
      '@types/react': versionOf('react', '@types/react'),
      ...hosts,
      vue: versionOf('vue', 'vue'),
      svelte: versionOf('svelte', 'svelte'),
      'solid-js': versionOf('element', 'solid-js'),
      preact: versionOf('element', 'preact'),
    },
    overrides: Object.fromEntries(packed.map(({ name }) => [name, `$${name}`])),
  }),
);
for (const side of Object.keys(sides))
  cpSync(join(root, 'tools', 'compilers', side), join(folder, side), { recursive: true });
const installed = await runCommand(
  'npm',
  ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
  {
    folder,
    quiet: true,
  },
);
if (installed.code !== 0) throw new Error(`npm could not install the apps:\n${installed.output}`);

const rows: string[][] = [['TypeScript', 'moduleResolution', ...Object.keys(sides)]];
let failed = 0;
for (const compiler of Object.keys(compilers)) {
  for (const [moduleResolution, module] of Object.entries(resolutions)) {
    const cells: string[] = [];
    for (const [side, options] of Object.entries(sides)) {
      const config = join(folder, `tsconfig.${side}.json`);
      const compilerOptions = { ...strict, ...options, module, moduleResolution };
      writeFileSync(config, JSON.stringify({ compilerOptions, include: [side] }));
      const tsc = join(folder, 'node_modules', `typescript-${compiler}`, 'bin', 'tsc');
      const { code, output } = await runCommand(tsc, ['-p', config, '--pretty', 'false'], { folder, quiet: true });
      if (code !== 0) {
        failed += 1;
        console.log(`TypeScript ${compiler}, ${moduleResolution}, ${side}:\n${output}`);
      }
      cells.push(code === 0 ? 'holds' : 'FAILS');
    }
    rows.push([compiler, moduleResolution, ...cells]);
  }
}
console.log(alignedTable(rows));
process.exitCode = failed > 0 ? 1 : 0;
