import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { faultsOfPublished } from '../release/inspectPublished.ts';
import { mustRun } from '../workspace/mustRun.ts';
import { temporaryFolder } from '../workspace/paths.ts';

const docs = (ref: string): string => `https://github.com/meshes-embed/meshes-embed/blob/${ref}/docs/a.md`;
const good = {
  'package.json': '{"dependencies":{"xstate":"^5.0.0"}}',
  'README.md': `[Docs](${docs('v1.2.3')})`,
  'CHANGELOG.md': '# core\n\n## 1.2.3\n',
  LICENSE: 'MIT',
  'dist/problem/release.js': 'const release = "v1.2.3";',
};

/** What is said of a package with these files, which a registry has under that tag. */
async function faultsOf(files: Readonly<Record<string, string>>, tags: Record<string, string>): Promise<string[]> {
  const folder = temporaryFolder('tarball');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'package', name)), { recursive: true });
    writeFileSync(join(folder, 'package', name), text);
  }
  const file = join(folder, 'package.tgz');
  await mustRun('tar', ['-czf', file, '-C', folder, 'package'], {});
  const tarball = `data:application/gzip;base64,${readFileSync(file).toString('base64')}`;
  const registry = { entry: async () => ({ 'dist-tags': tags, versions: { '1.2.3': { dist: { tarball } } } }) };
  const one = {
    name: '@meshes-embed/core',
    shortName: 'core',
    folder,
    manifest: { name: '@meshes-embed/core', version: '1.2.3' },
  };
  return (await faultsOfPublished(one, registry, 'latest')).map((fault) =>
    fault.replace('@meshes-embed/core@1.2.3: ', ''),
  );
}

test('a package that is as it should be', async () => {
  expect(await faultsOf(good, { latest: '1.2.3' })).toEqual([]);
});

test('each fault of a published package is told', async () => {
  const bad = {
    'package.json': '{"dependencies":{"@meshes-embed/core":"workspace:*"}}',
    'README.md': `[Docs](${docs('main')})`,
    'CHANGELOG.md': '# core\n\n## 1.2.2\n',
    'dist/problem/release.js': 'const release = "main";',
  };
  expect(await faultsOf(bad, { canary: '1.2.3' })).toEqual([
    'the tag latest is not there',
    'there is no LICENSE',
    'the changelog does not tell of this version',
    'the README leads to the documents of another version',
    'package.json holds what only this workspace understands',
    'problem.docs leads to the documents of another version',
  ]);
});

test('a version that was not published is told', async () => {
  const registry = { entry: async () => ({ 'dist-tags': {}, versions: {} }) };
  const one = { name: 'a', shortName: 'a', folder: '', manifest: { name: 'a', version: '1.0.0' } };
  expect(await faultsOfPublished(one, registry, 'latest')).toEqual(['a@1.0.0 is not in the registry']);
});
