import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { root } from '../workspace/paths.ts';
import { type CheckResult, resultOf } from './check.ts';

/** The folders that each folder imports from, with the files that do. */
export type FolderImports = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** The sources whose folders are layers: one imports another, or the other way round, and never both. */
const layered = ['packages/core/src'];

/** Reads the relative imports of sources, types included. */
function readImports(sources: string): FolderImports {
  const imports = new Map<string, Map<string, string[]>>();
  for (const file of globSync('**/*.ts', { cwd: sources })) {
    const from = dirname(file);
    const { importedFiles } = ts.preProcessFile(readFileSync(join(sources, file), 'utf8'));
    for (const { fileName } of importedFiles.filter((imported) => imported.fileName.startsWith('.'))) {
      const to = dirname(normalize(join(from, fileName)));
      if (to === from) continue;
      const ofFolder = imports.get(from) ?? new Map<string, string[]>();
      imports.set(from, ofFolder.set(to, [...(ofFolder.get(to) ?? []), file]));
    }
  }
  return imports;
}

/** The ways that lead from a folder back to itself, each once, as the folders on it. */
export function cyclesIn(imports: FolderImports): string[][] {
  const cycles = new Map<string, string[]>();
  const follow = (way: readonly string[]): void => {
    for (const next of imports.get(way.at(-1)!)?.keys() ?? []) {
      if (next === way[0]) cycles.set(way.toSorted().join(), [...way]);
      // Each cycle is found from its first folder by name: no way leads below that.
      else if (next > way[0]! && !way.includes(next)) follow([...way, next]);
    }
  };
  for (const folder of imports.keys()) follow([folder]);
  return [...cycles.values()];
}

/** That no folder of a layered package imports, through whatever others, from one that imports from it; counts folders. */
export async function checkFolderCycles(): Promise<CheckResult> {
  const found = layered.map((sources) => ({ sources, imports: readImports(join(root, sources)) }));
  const messages = found.flatMap(({ sources, imports }) =>
    cyclesIn(imports).map((way) => {
      const steps = way.map((from, index) => {
        const to = way[(index + 1) % way.length]!;
        return `${from} -> ${to} (${imports.get(from)!.get(to)!.join(', ')})`;
      });
      return `${sources}: folders import each other: ${steps.join('; ')}`;
    }),
  );
  const folders = found.flatMap(({ imports }) => [...imports.keys()]);
  return resultOf([...folders.slice(messages.length).map(() => null), ...messages]);
}
