import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspacePackage } from '../workspace/packages.ts';
import { temporaryFolder } from '../workspace/paths.ts';
import { mustRun } from '../workspace/mustRun.ts';
import { refOf, withRef } from './links.ts';
import type { LocalRegistry } from './localRegistry.ts';

/** What is wrong with a package as the registry has it. */
export async function faultsOfPublished(
  { name, shortName, manifest: { version } }: WorkspacePackage,
  registry: Pick<LocalRegistry, 'entry'>,
  tag: string,
): Promise<string[]> {
  const { versions, 'dist-tags': tags } = await registry.entry(name);
  const tarball = versions[version]?.dist.tarball;
  if (tarball === undefined) return [`${name}@${version} is not in the registry`];
  const folder = temporaryFolder(`published-${shortName}`);
  const file = join(folder, 'package.tgz');
  writeFileSync(file, Buffer.from(await (await fetch(tarball)).arrayBuffer()));
  await mustRun('tar', ['-xzf', file, '-C', folder], {});
  const read = (path: string): string => {
    try {
      return readFileSync(join(folder, 'package', path), 'utf8');
    } catch {
      return '';
    }
  };
  const readme = read('README.md');
  const faults = [
    tags[tag] === version ? null : `the tag ${tag} is ${tags[tag] ?? 'not there'}`,
    ...['README.md', 'CHANGELOG.md', 'LICENSE'].map((path) => (read(path) === '' ? `there is no ${path}` : null)),
    read('CHANGELOG.md').includes(`## ${version}`) ? null : 'the changelog does not tell of this version',
    withRef(readme, refOf(version)) === readme ? null : 'the README leads to the documents of another version',
    /workspace:|catalog:/.test(read('package.json')) ? 'package.json holds what only this workspace understands' : null,
    shortName === 'core' && !read('dist/problem/release.js').includes(`"${refOf(version)}"`)
      ? 'problem.docs leads to the documents of another version'
      : null,
  ];
  return faults.flatMap((fault) => (fault === null ? [] : [`${name}@${version}: ${fault}`]));
}
