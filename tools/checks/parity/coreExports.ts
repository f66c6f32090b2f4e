import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Adapter, adapters } from '@meshes-embed/conformance/adapters';
import { root } from '../../workspace/paths.ts';

/** The names of core that an adapter's entry exports, types included. */
function namesOf({ name }: Adapter): string[] {
  const source = readFileSync(join(root, 'packages', name, 'src', 'index.ts'), 'utf8');
  return [...source.matchAll(/export (?:type )?\{([^}]*)\} from '@meshes-embed\/core[^']*'/g)].flatMap(
    ([, list = '']) =>
      list
        .split(',')
        .map((one) => one.replace(/^\s*type\s/, '').trim())
        .filter((one) => one !== ''),
  );
}

/** What only an adapter whose displays are its framework's own exports. */
const ofDisplays = ['ProblemDisplayProps'];

/** Users of an adapter may be unable to import core: what is missing where an adapter exports less of it than another. */
export function exportFaults(): (string | null)[] {
  const exported = adapters.map((adapter) => ({ adapter, names: namesOf(adapter) }));
  const all = new Set(exported.flatMap(({ names }) => names).filter((name) => !ofDisplays.includes(name)));
  return exported.flatMap(({ adapter, names }) =>
    [...all].map((name) =>
      names.includes(name)
        ? null
        : `packages/${adapter.name}/src/index.ts does not export ${name} of core, as others do`,
    ),
  );
}
