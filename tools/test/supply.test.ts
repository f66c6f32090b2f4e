import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scriptsAtInstall } from '../proof/supply/installScripts.ts';
import { lockedPackages, lockfileFaults } from '../proof/supply/lockfile.ts';
import { publicPackages } from '../workspace/packages.ts';
import { root } from '../workspace/paths.ts';

const lockfile = (entries: string): string =>
  `lockfileVersion: '9.0'\n\npackages:\n\n${entries}\nsnapshots:\n\n  'a@1': {}\n`;
const sound = `  '@a/b@1.0.0':\n    resolution: {integrity: sha512-AA==}\n\n  c@2.0.0:\n    resolution: {integrity: sha512-BB==}\n    engines: {node: '>=1'}\n`;

test('a lockfile with a checksum for each package is sound', () => {
  expect(lockedPackages(lockfile(sound)).map(({ name }) => name)).toEqual(['@a/b@1.0.0', 'c@2.0.0']);
  expect(lockfileFaults(lockfile(sound))).toEqual([]);
});

test('a package without a checksum, one of a weak one, and an address are told', () => {
  const weak = '\n  d@3.0.0:\n    resolution: {integrity: sha1-CC==}\n\n  e@4.0.0:\n    resolution: {tarball: e.tgz}\n';
  expect(lockfileFaults(lockfile(sound + weak))).toEqual([
    'd@3.0.0 has no checksum of SHA-512',
    'e@4.0.0 has no checksum of SHA-512',
    'an address is in it',
  ]);
  expect(lockfileFaults(lockfile(''))).toEqual(['no package is in it']);
});

test.each(['pnpm-lock.yaml', 'tools/checks/serverRendering/pnpm-lock.yaml'])('%s is sound', (file) => {
  const text = readFileSync(join(root, file), 'utf8');
  expect(lockedPackages(text).length).toBeGreaterThan(100);
  expect(lockfileFaults(text)).toEqual([]);
});

test('no published package runs anything where it is installed', () => {
  expect(scriptsAtInstall({ scripts: { postinstall: 'x', build: 'y' } })).toEqual(['postinstall']);
  expect(publicPackages().flatMap(({ manifest }) => scriptsAtInstall(manifest))).toEqual([]);
});

test('SECURITY.md leads to a private report', () => {
  const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');
  const { repository } = publicPackages()[0]!.manifest as unknown as { repository: { url: string } };
  const address = repository.url.replace(/^git\+|\.git$/g, '');
  expect(text).toContain(`${address}/security/advisories/new`);
});
