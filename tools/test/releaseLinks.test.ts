import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refOf, withRef } from '../release/links.ts';
import { publicPackages } from '../workspace/packages.ts';
import { root } from '../workspace/paths.ts';

const packages = publicPackages().map(({ shortName, folder, manifest }) => ({
  shortName,
  version: manifest.version,
  readme: readFileSync(join(folder, 'README.md'), 'utf8'),
}));

test.each(packages)('the README of $shortName leads to the documents of its own release', ({ readme, version }) => {
  expect(withRef(readme, refOf(version))).toBe(readme);
});

test.each(packages)('the README of $shortName has no link that leads nowhere on npm', ({ readme }) => {
  const targets = [...readme.matchAll(/\]\(([^)\s]*)/g)].map(([, target = '']) => target);
  expect(targets.filter((target) => !/^(https:\/\/|#)/.test(target))).toEqual([]);
});

test('problem.docs leads to the documents of its own release', () => {
  const [core] = packages.filter(({ shortName }) => shortName === 'core');
  const source = readFileSync(join(root, 'packages', 'core', 'src', 'problem', 'release.ts'), 'utf8');
  expect(source).toContain(`export const release = '${refOf(core?.version ?? '')}';`);
});

test('a release has a tag; what comes before the first one, and a canary, has the newest documents', () => {
  expect(['1.2.3', '2.0.0-beta.1', '0.0.0', '0.0.0-canary-20261201'].map(refOf)).toEqual([
    'v1.2.3',
    'v2.0.0-beta.1',
    'main',
    'main',
  ]);
});

test('only links into this repository are changed, and all of them', () => {
  const link = (ref: string): string => `https://github.com/meshes-embed/meshes-embed/blob/${ref}/docs/a.md#b`;
  const other = 'https://github.com/other/repository/blob/main/docs/a.md';
  expect(withRef(`[a](${link('main')}) ${other} ${link('v1.0.0')}`, 'v2.0.0')).toBe(
    `[a](${link('v2.0.0')}) ${other} ${link('v2.0.0')}`,
  );
});
