import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Adapter, adapters } from '@meshes-embed/conformance/adapters';
import { root } from '../../workspace/paths.ts';
import type { Comparison } from './comparison.ts';

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

/** What only an adapter with displays as a framework's own hands on. */
const ofDisplays = ['ProblemDisplayProps'];

/** Users of an adapter may be unable to import core: each adapter hands on the same of it. */
export function handedOn(): Comparison[] {
  const [first, ...others] = adapters.map((adapter) => ({
    where: `packages/${adapter.name}/src/index.ts, of core`,
    found: namesOf(adapter).filter((name) => !ofDisplays.includes(name)),
  }));
  return others.map((one) => ({ ...one, wanted: first?.found ?? [] }));
}
