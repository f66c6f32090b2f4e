import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@meshes-embed/app-demo/free-port';
import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { startSandbox, type Sandbox } from '@meshes-embed/sandbox';
import { chromium, type Browser } from 'playwright';
import { ensureBrowser } from '../../browsers.ts';
import { commandPath, endOf, startHostServer } from '../../checks/serverRendering/hostServer.ts';
import { packedPackages } from '../../workspace/packedPackages.ts';
import { readManifest } from '../../workspace/packages.ts';
import { root, temporaryFolder } from '../../workspace/paths.ts';
import { runCommand } from '../../workspace/runCommand.ts';
import { pageChecks, visit } from './checks.ts';
import { startFrontServer } from './frontServer.ts';
import type { RenderedPage, Serving } from './pages.ts';

/** Where the apps are that users would write. */
const pageApps = join(root, 'tools', 'hosts', 'pages', 'apps');

/** What came of one build of one framework. */
export interface PageResult {
  readonly page: RenderedPage;
  readonly version: string;
  readonly build: 'production' | 'development';
  readonly played: readonly { readonly check: string; readonly fault: string | null }[];
  /** Why nothing could be played, or null. */
  readonly fault: string | null;
}

/** The first port for an app; the next ones are tried where it is taken. */
const firstPort = 4900;

/** Installs the apps outside of this workspace, each from the tarballs and its pins. Resolves with the folder of all. */
async function installPages(pages: readonly RenderedPage[]): Promise<string> {
  const tarballs = Object.fromEntries((await packedPackages()).map(({ name, tarball }) => [name, `file:${tarball}`]));
  const folder = temporaryFolder('pages');
  for (const { name, install } of pages) {
    cpSync(join(pageApps, name), join(folder, name), { recursive: true });
    cpSync(join(pageApps, 'shared'), join(folder, name), { recursive: true });
    const dependencies = { '@meshes-embed/element': '*', ...install };
    writeFileSync(
      join(folder, name, 'package.json'),
      JSON.stringify({ name: `page-${name}`, private: true, type: 'module', dependencies }, null, 2),
    );
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  // JSON is YAML, too.
  const settings = {
    packages: pages.map(({ name }) => name),
    pmOnFail: 'ignore',
    strictDepBuilds: false,
    ignoredOptionalDependencies: ['sharp'],
    overrides: tarballs,
  };
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), JSON.stringify(settings));
  const { code, output } = await runCommand(
    'pnpm',
    ['install', '--no-frozen-lockfile', '--prefer-offline', '--reporter=append-only', '--loglevel=warn'],
    { folder, quiet: true, environment: { CI: 'true' } },
  );
  if (code !== 0) throw new Error(`pnpm could not install the apps:\n${output}`);
  return folder;
}

async function playServing(
  { reasons }: RenderedPage,
  { build = [], start, environment = {}, ownWords }: Serving,
  folder: string,
  browser: Browser,
  sandbox: Sandbox,
): Promise<PageResult['played']> {
  for (const [file = '', ...args] of build) {
    const { code, output } = await runCommand(file, args, {
      folder,
      quiet: true,
      environment: { ...environment, PATH: commandPath(folder) },
    });
    if (code !== 0) throw new Error(`${file} ${args.join(' ')} failed:\n${endOf(output)}`);
  }
  const port = await freePort(firstPort);
  const server = await startHostServer(start(port), folder, `http://localhost:${port}`, {
    ...environment,
    PORT: String(port),
  });
  const front = await startFrontServer(port, sandbox);
  try {
    // A development server compiles at the first visit of all, and may reload the page then.
    if (build.length === 0) await (await visit(front.url, browser, sandbox, ownWords)).close();
    const seen = await visit(front.url, browser, sandbox, ownWords);
    const played: { check: string; fault: string | null }[] = [];
    try {
      for (const { name, play } of pageChecks) {
        const fault = await play(seen).then(
          () => null,
          (error: Error) => error.message,
        );
        played.push({ check: name, fault });
      }
    } finally {
      await seen.close();
    }
    if (played.some(({ check, fault }) => fault !== null && reasons?.[check] === undefined))
      console.log(`The console said: ${seen.complaints.join(' | ')}\nThe server printed:\n${server.printed()}`);
    return played;
  } finally {
    front.close();
    await server.stop();
  }
}

/** Installs the frameworks' apps, and plays every check in a browser, in each build of each. */
export async function playPages(pages: readonly RenderedPage[]): Promise<PageResult[]> {
  await ensureBrowser('chromium');
  const all = await installPages(pages);
  const sandbox = await startSandbox({ apiPort: 0, embedPort: 0 });
  const browser = await chromium.launch(chromiumLaunch);
  const results: PageResult[] = [];
  try {
    for (const page of pages) {
      const folder = join(all, page.name);
      const [first = ''] = Object.keys(page.install);
      const { version } = readManifest(join(folder, 'node_modules', first));
      for (const build of ['production', 'development'] as const) {
        const serving = page[build];
        if (serving === undefined) continue;
        try {
          const played = await playServing(page, serving, folder, browser, sandbox);
          results.push({ page, version, build, played, fault: null });
        } catch (error) {
          results.push({ page, version, build, played: [], fault: (error as Error).message });
        }
        console.log(lineOf(results.at(-1) as PageResult));
      }
    }
  } finally {
    await browser.close();
    await sandbox.close();
  }
  return results;
}

function lineOf({ page, version, build, played, fault }: PageResult): string {
  const head = `${page.title} ${version}, ${build}`;
  if (fault !== null) return `${head}: ${fault}`;
  const failed = played.filter((one) => one.fault !== null);
  const rest = failed.map(({ check, fault: why }) => `\n  ${check}: ${page.reasons?.[check] ?? why}`);
  return `${head}: ${played.length - failed.length} of ${played.length}${rest.join('')}`;
}

/** What is wrong with a result: checks that do not hold and have no reason, reasons whose check holds in every build. */
export function pageFaults({ page, build, played, fault }: PageResult): string[] {
  const head = `${page.title}, ${build}`;
  if (fault !== null) return [`${head}: ${fault}`];
  return played.flatMap(({ check, fault: why }) =>
    why !== null && page.reasons?.[check] === undefined ? [`${head}, ${check}: ${why.split('\n', 1)[0]}`] : [],
  );
}
