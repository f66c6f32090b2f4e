// `npm run release:rehearse`: a release from its changesets to an embed that is live, in copies and on this machine only.
// `-- --canary` rehearses the canary channel. It takes minutes and the registry, so it is no part of `npm test`.
import { join, relative } from 'node:path';
import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { chromium } from 'playwright';
import { ensureBrowser } from '../browsers.ts';
import { alignedTable } from '../workspace/alignedTable.ts';
import { publicPackages, readManifest, type WorkspacePackage } from '../workspace/packages.ts';
import { root } from '../workspace/paths.ts';
import { stopCommandsAtSignals } from '../workspace/runCommand.ts';
import { mustRun } from '../workspace/mustRun.ts';
import { copyWorkspace } from './copyWorkspace.ts';
import { type Host, installHost, managersWith } from './hosts.ts';
import { faultsOfPublished } from './inspectPublished.ts';
import { installTool } from './installTool.ts';
import { startRegistry } from './localRegistry.ts';
import { takeLive } from './takeLive.ts';

const yarnVersion = '4.18.1';
const isCanary = process.argv.includes('--canary');
const tag = isCanary ? 'canary' : 'latest';

stopCommandsAtSignals();

const times: string[][] = [];
/** Does a step, and notes how long it took. */
async function step<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  console.log(`── ${title} ──`);
  const began = performance.now();
  const result = await work();
  times.push([title, `${((performance.now() - began) / 1000).toFixed(1)} s`]);
  return result;
}

const copy = await step('a copy of the workspace, installed', copyWorkspace);

await step('versions and changelogs', async () => {
  const args = isCanary ? ['--snapshot', 'canary'] : [];
  await mustRun('node', ['tools/release/version.ts', ...args], { folder: copy });
});
/** The public packages as they are in the copy. */
const packages: WorkspacePackage[] = publicPackages().map((one) => {
  const folder = join(copy, relative(root, one.folder));
  return { ...one, folder, manifest: readManifest(folder) };
});
const [version = ''] = packages.map(({ manifest }) => manifest.version);
const others = packages.filter(({ manifest }) => manifest.version !== version);
if (others.length > 0)
  throw new Error(`All packages share one version; ${others.map(({ name }) => name).join(', ')} have another one.`);
if (version === publicPackages()[0]?.manifest.version) throw new Error('There is no changeset, so nothing to release.');

const registry = await step('a registry on this machine', startRegistry);
const faults: string[] = [];
const rows: string[][] = [['example', 'installed by', 'live after', 'complaints']];
try {
  await step('built and published', async () => {
    await mustRun('node', ['tools/release/publish.ts', '--tag', tag, '--registry', registry.url], {
      folder: copy,
      environment: { NPM_CONFIG_USERCONFIG: registry.npmrc, npm_config_registry: registry.url },
    });
    for (const one of packages) faults.push(...(await faultsOfPublished(one, registry, tag)));
    const { output } = await mustRun('git', ['tag', '--list'], { folder: copy });
    const expected = isCanary ? [] : [`v${version}`, ...packages.map(({ name }) => `${name}@${version}`)];
    const tags = output.split('\n').filter((one) => one !== '');
    if (tags.toSorted().join() !== expected.toSorted().join())
      faults.push(`the tags in git are ${tags.join(', ') || 'missing'}`);
  });

  const managers = managersWith(await step('yarn', () => installTool('@yarnpkg/cli-dist', yarnVersion, 'yarn')));
  const hosts: Host[] = [
    { example: 'react', manager: managers.npm },
    { example: 'vue', manager: managers.pnpm },
    { example: 'svelte', manager: managers.yarn },
    { example: 'element', manager: managers.npm },
  ];
  await ensureBrowser('chromium');
  const browser = await chromium.launch(chromiumLaunch);
  for (const host of hosts) {
    const { example, manager } = host;
    await step(`${example}, installed by ${manager.name}, and live`, async () => {
      const folder = await installHost(host, version, registry);
      const help = await mustRun(join(folder, 'node_modules', '.bin', 'meshes-doctor'), ['--help'], { folder });
      if (!help.output.includes('npx @meshes-embed/doctor'))
        faults.push(`${example}: the doctor does not explain itself`);
      const { liveAfterMs, complaints } = await takeLive(folder, browser);
      rows.push([example, manager.name, `${liveAfterMs} ms`, String(complaints.length)]);
      faults.push(...complaints.map((text) => `${example}: the page complained: ${text}`));
    });
  }
  await browser.close();
} catch (error) {
  console.log(`The registry said:\n${registry.said()}`);
  throw error;
} finally {
  await registry.stop();
}

console.log(`\n${packages.length} packages, version ${version}, tag ${tag}\n`);
console.log(alignedTable(rows));
console.log(`\n${alignedTable(times)}`);
if (faults.length > 0) console.log(`\n${faults.map((fault) => `✗ ${fault}`).join('\n')}`);
console.log(`\n${faults.length === 0 ? 'The release was rehearsed' : `${faults.length} faults`}`);
process.exit(faults.length > 0 ? 1 : 0);
