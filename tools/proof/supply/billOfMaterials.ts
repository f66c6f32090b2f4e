import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicPackages } from '../../workspace/packages.ts';
import { root } from '../../workspace/paths.ts';
import { runCommand } from '../../workspace/runCommand.ts';

/** The part that is read of a bill of materials by CycloneDX. */
export interface BillOfMaterials {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly purl: string } };
  readonly components?: readonly Component[];
}

/** A package that another one brings along. */
export interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly unknown[];
}

/** A published package, and what it brings along. */
export interface PackageBill {
  readonly name: string;
  readonly file: string;
  readonly bill: BillOfMaterials;
}

/** Has pnpm write a bill of materials for each published package, into `test-results/sbom`. */
export async function writeBills(): Promise<readonly PackageBill[]> {
  const folder = join(root, 'test-results', 'sbom');
  mkdirSync(folder, { recursive: true });
  const packages = publicPackages();
  const { code, output } = await runCommand(
    'pnpm',
    [
      'sbom',
      '--sbom-format=cyclonedx',
      '--prod',
      '--split',
      `--out=${join(folder, '%s.cdx.json')}`,
      ...packages.map(({ name }) => `--filter=${name}`),
    ],
    { quiet: true },
  );
  if (code !== 0) throw new Error(`pnpm could not write the bills of materials:\n${output}`);
  return packages.map(({ name }) => {
    const file = join(folder, `${name.replace('@', '').replace('/', '-')}.cdx.json`);
    return { name, file, bill: JSON.parse(readFileSync(file, 'utf8')) as BillOfMaterials };
  });
}
