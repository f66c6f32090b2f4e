import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { filesUnder } from '../workspace/filesUnder.ts';
import { publicPackages } from '../workspace/packages.ts';
import { unpackedPackages } from '../workspace/unpackedPackages.ts';
import { type CheckResult, resultOf } from './check.ts';

/** What is read of a source map. */
interface SourceMap {
  sources: string[];
  sourcesContent?: (string | null)[];
}

/** Code without anything but imports and exports of other files, which there is nothing to step through in. */
const passesOn = /^(\s*(['"]use client['"];?|import\s[^;]*;|export\s*(\*|\{)[^;]*;|\/\/[^\n]*))*\s*$/;

/** Folders of a build: what the bundler adds, and the pages of the sandbox's embed, which are no package's code. */
const notOurs = new Set(['_virtual', 'ui']);

/** Why a debugger cannot show the source of a file of a package; null where it can. */
export function mapFault(file: string): string | null {
  const code = readFileSync(file, 'utf8');
  const [, name] = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(code) ?? [];
  if (name === undefined) return passesOn.test(code) ? null : 'has no source map';
  const path = join(file, '..', name);
  if (!existsSync(path)) return `names a source map that is not there: ${name}`;
  const { sources, sourcesContent = [] } = JSON.parse(readFileSync(path, 'utf8')) as SourceMap;
  if (sources.some((source) => /^(\/|[A-Za-z]:|file:)/.test(source)))
    return 'has a source map with paths of the machine that built it';
  return sources.every((_, index) => typeof sourcesContent[index] === 'string')
    ? null
    : 'has a source map without its sources';
}

/** That each script of a packed package has a map with its sources in it. */
export async function checkSourceMaps(): Promise<CheckResult> {
  const folder = await unpackedPackages();
  const messages: (string | null)[] = [];
  for (const { name, manifest } of publicPackages()) {
    // What is compiled file by file and keeps its comments is its own source; components are shipped as they are.
    if (manifest.peerDependencies?.['svelte'] !== undefined) continue;
    const dist = join(folder, 'node_modules', name, 'dist');
    const scripts = filesUnder(dist).filter(
      (file) => file.endsWith('.js') && !notOurs.has(relative(dist, file).split(sep)[0] ?? ''),
    );
    for (const file of scripts) {
      const fault = mapFault(file);
      messages.push(fault === null ? null : `${name}: ${relative(dist, file)} ${fault}`);
    }
  }
  return resultOf(messages);
}
