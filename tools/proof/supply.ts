import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { publicPackages } from '../workspace/packages.ts';
import { root } from '../workspace/paths.ts';
import { runCommand } from '../workspace/runCommand.ts';
import type { Figure, ProofPart } from './part.ts';
import { writeBills, type Component, type PackageBill } from './supply/billOfMaterials.ts';
import { fetchedScripts, scriptsAtInstall } from './supply/installScripts.ts';
import { lockedPackages, lockfileFaults } from './supply/lockfile.ts';

const nameOf = ({ group, name }: Component): string => (group === undefined ? name : `${group}/${name}`);
const isOurs = ({ group }: Component): boolean => group === '@meshes-embed';

/** A count of things that should not be, each told by its name. */
function none(name: string, found: readonly string[]): Figure {
  return { name, value: found.length === 0 ? '0' : found.join(', '), target: '0', holds: found.length === 0 };
}

function lockfileFigures(): Figure[] {
  const files = ['pnpm-lock.yaml', 'tools/checks/serverRendering/pnpm-lock.yaml'];
  return files.map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const figure = none(`faults of ${file}`, lockfileFaults(text));
    return { ...figure, value: `${figure.value} in ${lockedPackages(text).length} packages` };
  });
}

/** Whether each version that users get is a range, so that they may share it and take its fixes. */
function rangeFigure(): Figure {
  const catalog = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const rangeOf = (name: string, asked: string): string =>
    asked === 'catalog:' ? (new RegExp(`^ +'?${name}'?: (.*)$`, 'm').exec(catalog)?.[1] ?? '') : asked;
  const fixed = publicPackages().flatMap(({ name, manifest }) =>
    Object.entries(manifest.dependencies ?? {})
      .filter(([, asked]) => !asked.startsWith('workspace:'))
      .filter(([dependency, asked]) => !/^[\^~>]/.test(rangeOf(dependency, asked)))
      .map(([dependency]) => `${name}: ${dependency}`),
  );
  return none('dependencies of published packages that are no range', fixed);
}

function billFigures(bills: readonly PackageBill[]): Figure[] {
  const odd = bills.filter(({ bill }) => bill.bomFormat !== 'CycloneDX');
  const each = bills.map(({ name, bill }) => `${name} ${(bill.components ?? []).filter((one) => !isOurs(one)).length}`);
  const others = new Map(
    bills
      .flatMap(({ bill }) => bill.components ?? [])
      .filter((one) => !isOurs(one))
      .map((one) => [`${nameOf(one)}@${one.version}`, one]),
  );
  const scripts = [...others].flatMap(([key, one]) => {
    const found = fetchedScripts(nameOf(one), one.version);
    if (found === undefined) return [`${key} was not found`];
    return found.map((script) => `${key}: ${script}`);
  });
  return [
    {
      name: 'bills of materials, by CycloneDX',
      value: `${bills.length - odd.length}`,
      target: 'one for each published package',
      holds: odd.length === 0 && bills.length === publicPackages().length,
    },
    { name: 'packages of others that each brings along', value: each.join(', ') },
    none(`install scripts among these ${others.size}`, scripts),
  ];
}

/** What is known of weaknesses of what is installed, by those who report them. */
async function auditFigure(): Promise<Figure> {
  const { code, output } = await runCommand('pnpm', ['audit', '--json'], { quiet: true });
  const name = 'known weaknesses, by `pnpm audit`';
  const target = '0';
  try {
    const { advisories = {} } = JSON.parse(output.slice(output.indexOf('{'))) as { advisories?: object };
    const count = Object.keys(advisories).length;
    return { name, value: `${count}`, target, holds: count === 0 && code === 0 };
  } catch {
    const status = /responded with (\d{3})/.exec(output)?.[1];
    return {
      name,
      value: `not known: the registry did not answer${status ? ` (${status})` : ''}`,
      target,
      holds: false,
    };
  }
}

/** Whether what is released can be traced to its source. */
function provenanceFigure(): Figure {
  const workflows = globSync('.github/workflows/*.{yml,yaml}', { cwd: root }).map((file) => ({
    file,
    text: readFileSync(join(root, file), 'utf8'),
  }));
  const publishing = workflows.filter(({ text }) => /\b(publish|changesets\/action)\b/.test(text));
  const without = publishing.filter(({ text }) => !/id-token: write/.test(text) || !/provenance/i.test(text));
  return {
    name: 'release workflows, all with provenance',
    value: publishing.length === 0 ? 'there is no release workflow' : `${publishing.length - without.length}`,
    target: 'at least 1',
    holds: publishing.length > 0 && without.length === 0,
  };
}

function reportingFigure(): Figure {
  const file = join(root, 'SECURITY.md');
  const holds = existsSync(file) && /security\/advisories\/new/.test(readFileSync(file, 'utf8'));
  return { name: 'a way to report, in SECURITY.md', value: holds ? 'yes' : 'no', target: 'yes', holds };
}

/** What comes along with the packages, and how it is known to be what it should. */
export const supply: ProofPart = {
  name: 'supply',
  title: 'What comes along',
  about: `Both files that lock versions, what each published package brings along and what runs where it is installed, known weaknesses, and how a
release can be traced. The bills of materials are written into \`test-results/sbom\`.`,
  async run() {
    const bills = await writeBills();
    const own = publicPackages().flatMap(({ name, manifest }) =>
      scriptsAtInstall(manifest).map((script) => `${name}: ${script}`),
    );
    const figures = [
      ...lockfileFigures(),
      rangeFigure(),
      ...billFigures(bills),
      none('install scripts of published packages', own),
      await auditFigure(),
      provenanceFigure(),
      reportingFigure(),
    ];
    const { output } = await runCommand('pnpm', ['--version'], { quiet: true });
    return {
      figures,
      versions: { pnpm: output.trim() },
      notes: [
        `The bills of materials are made by \`pnpm sbom\`: ${relative(root, bills[0]!.file).replace(/[^/]+$/, '*.cdx.json')}.`,
      ],
    };
  },
};
