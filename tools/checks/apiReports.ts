import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicPackages } from '../workspace/packages.ts';
import { root, temporaryFolder } from '../workspace/paths.ts';
import { unpackedPackages } from '../workspace/unpackedPackages.ts';
import { type CheckResult, resultOf } from './check.ts';

/** Where the reports are that were reviewed. */
const reviewed = join(root, 'docs', 'api');

/** A path that users import, and the declarations that a build put there. */
interface EntryPoint {
  /** The file of its report, as `core.diagnostics.api.md`. */
  report: string;
  /** A copy of its package, as installed. */
  folder: string;
  declarations: string;
}

/** Every path that has types, in the packages as a user has installed them: there they see each other's declarations only. */
async function entryPoints(): Promise<EntryPoint[]> {
  const installed = await unpackedPackages();
  return publicPackages().flatMap(({ name, shortName }) => {
    // Out of `node_modules`, where the extractor would take each file for another package's.
    const folder = join(installed, 'reported', shortName);
    cpSync(join(installed, 'node_modules', name), folder, { recursive: true });
    const { exports = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      exports?: Record<string, { types?: string }>;
    };
    return Object.entries(exports).flatMap(([path, { types }]) =>
      types === undefined
        ? []
        : [
            {
              report: `${shortName}${path.slice(1).replaceAll('/', '.')}.api.md`,
              folder,
              declarations: join(folder, types),
            },
          ],
    );
  });
}

const silent = { default: { logLevel: ExtractorLogLevel.None } };

function configOf({ report, folder, declarations }: EntryPoint, all: string[], reports: string): ExtractorConfig {
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: declarations,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2023',
            module: 'preserve',
            moduleResolution: 'bundler',
            lib: ['es2023', 'esnext.disposable', 'dom', 'dom.iterable'],
            types: [],
            strict: true,
            skipLibCheck: true,
          },
          files: all,
        },
      },
      apiReport: { enabled: true, reportFileName: report, reportFolder: reports, reportTempFolder: reports },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      // The compiler and the linters have their own layers.
      messages: {
        compilerMessageReporting: silent,
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
    packageJsonFullPath: join(folder, 'package.json'),
    configObjectFullPath: undefined,
  });
}

/** What each path exports, by the name of its report. */
async function currentReports(): Promise<Map<string, string>> {
  const entries = await entryPoints();
  const reports = temporaryFolder('api');
  const all = entries.map(({ declarations }) => declarations);
  const configs = entries.map((entry) => configOf(entry, all, reports));
  const [first] = configs;
  if (first === undefined) throw new Error('no package exports anything with types');
  const compilerState = CompilerState.create(first);
  for (const config of configs) {
    Extractor.invoke(config, {
      localBuild: true,
      compilerState,
      messageCallback: (message) => {
        message.handled = true;
      },
    });
  }
  return new Map(entries.map(({ report }) => [report, readFileSync(join(reports, report), 'utf8')]));
}

function reviewedReports(): string[] {
  return existsSync(reviewed) ? readdirSync(reviewed).filter((file) => file.endsWith('.api.md')) : [];
}

/** That what the packages export is what was reviewed. */
export async function checkApiReports(): Promise<CheckResult> {
  const current = await currentReports();
  const gone = reviewedReports().filter((file) => !current.has(file));
  const howTo = 'write the reports again with `npm run api`, review them, and describe the change in a changeset';
  return resultOf([
    ...[...current].map(([file, report]) => {
      const path = join(reviewed, file);
      if (!existsSync(path)) return `docs/api/${file} is missing: ${howTo}`;
      const line = firstDifference(readFileSync(path, 'utf8'), report);
      return line === null ? null : `docs/api/${file} is stale at ${JSON.stringify(line)}: ${howTo}`;
    }),
    ...gone.map((file) => `docs/api/${file} is of a path that is exported no more: ${howTo}`),
  ]);
}

/** The first line that the newer text has in place of the older one's; null where they are the same. */
export function firstDifference(older: string, newer: string): string | null {
  if (older === newer) return null;
  const [lines, newLines] = [older.split('\n'), newer.split('\n')];
  const at = newLines.findIndex((line, index) => line !== lines[index]);
  return newLines[at] ?? lines[newLines.length] ?? '';
}

/** Writes the reports again. */
export async function writeApiReports(): Promise<void> {
  const current = await currentReports();
  mkdirSync(reviewed, { recursive: true });
  for (const file of reviewedReports()) if (!current.has(file)) rmSync(join(reviewed, file));
  for (const [file, report] of current) writeFileSync(join(reviewed, file), report);
}
