// `npm run rendered`: installs the element as published into apps of frameworks that render `<meshes-embed>` on their
// server, builds and serves each, and looks at it in browsers. Of a run of all of them the table in docs/frameworks.md is
// written; `npm run rendered -- astro` plays only those. It takes minutes and the registry, so it is no part of `npm test`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@meshes-embed/app-demo/free-port';
import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { startSandbox } from '@meshes-embed/sandbox';
import { chromium, firefox } from 'playwright';
import { ensureBrowser } from './browsers.ts';
import { commandPath, endOf, startHostServer } from './checks/serverRendering/hostServer.ts';
import { installHosts } from './hosts/installHosts.ts';
import { playRendered, type Seen } from './rendered/playRendered.ts';
import { renderedHosts, type RenderedHost } from './rendered/renderedHosts.ts';
import { withRenderedTable } from './rendered/renderedTable.ts';
import { alignedTable } from './workspace/alignedTable.ts';
import { readManifest } from './workspace/packages.ts';
import { root } from './workspace/paths.ts';
import { runCommand, stopCommandsAtSignals } from './workspace/runCommand.ts';

const names = process.argv.slice(2);
const chosen = renderedHosts.filter(({ folder }) => names.length === 0 || names.includes(folder));
if (chosen.length === 0) {
  console.error(`There is no such app. Known: ${renderedHosts.map(({ folder }) => folder).join(', ')}`);
  process.exit(1);
}

stopCommandsAtSignals();
const packages = ['@meshes-embed/element', '@meshes-embed/node', '@meshes-embed/core'];
const all = await installHosts(chosen, join(root, 'tools', 'rendered', 'apps'), packages);
const sandbox = await startSandbox({ apiPort: 0, embedPort: 0 });
await ensureBrowser('chromium');
const browsers = {
  Chromium: await chromium.launch(chromiumLaunch),
  Firefox: await firefox.launch({ channel: 'moz-firefox', executablePath: await ensureBrowser('firefox') }),
};

/** Builds an app and serves it, and looks at it in each browser. */
async function play(host: RenderedHost): Promise<Map<string, Seen[]>> {
  const { folder, build, start, environment } = host;
  const place = join(all, folder);
  for (const [file = '', ...args] of build) {
    const { code, output } = await runCommand(file, args, {
      folder: place,
      quiet: true,
      environment: { ...environment?.(0), PATH: commandPath(place), CI: 'true' },
    });
    if (code !== 0) throw new Error(`${file} ${args.join(' ')} failed:\n${endOf(output)}`);
  }
  const port = await freePort(4800);
  const url = `http://127.0.0.1:${port}/`;
  const server = await startHostServer(start(port), place, url, {
    ...environment?.(port),
    PORT: String(port),
    MESHES_ORGANIZATION_ID: sandbox.organizationId,
    MESHES_ACCESS_KEY: sandbox.accessKey,
    MESHES_SECRET_KEY: sandbox.secretKey,
    MESHES_BASE_URL: sandbox.apiUrl,
    WORKSPACE_ID: sandbox.workspaces[0]?.id ?? '',
  });
  try {
    const seen = new Map<string, Seen[]>();
    // A development server compiles at the first visit of all, and may reload the page then.
    if (build.length === 0) await playRendered(host, url, browsers.Chromium, sandbox).catch(() => undefined);
    for (const [name, browser] of Object.entries(browsers))
      seen.set(name, await playRendered(host, url, browser, sandbox));
    return seen;
  } finally {
    await server.stop();
  }
}

const rows: string[][] = [['framework', 'version', ...Object.keys(browsers)]];
let faults = 0;
try {
  const built = chosen.flatMap((host) => [
    host,
    ...(host.development ? [{ ...host, ...host.development, title: `${host.title}, development build` }] : []),
  ]);
  for (const host of built) {
    const [first = ''] = Object.keys(host.install);
    const { version } = readManifest(join(all, host.folder, 'node_modules', first));
    const seen = await play(host).catch((error: Error) => error);
    const cells = Object.keys(browsers).map((name) => {
      if (seen instanceof Error) return 'could not be run';
      const failed = (seen.get(name) ?? []).filter(({ fault }) => fault !== null);
      for (const { check, fault } of failed) console.log(`✗ ${host.title}, ${name}: ${check}: ${fault}`);
      return failed.length === 0 ? 'holds' : `**fails**: ${failed.map(({ check }) => check).join(', ')}`;
    });
    if (seen instanceof Error) console.log(`✗ ${host.title}: ${seen.message}`);
    faults += cells.filter((cell) => cell !== 'holds').length;
    rows.push([host.title, version, ...cells]);
  }
} finally {
  for (const browser of Object.values(browsers)) await browser.close();
  await sandbox.close();
}
console.log(alignedTable(rows));
if (names.length === 0) {
  const document = join(root, 'docs', 'frameworks.md');
  writeFileSync(document, withRenderedTable(readFileSync(document, 'utf8'), rows, new Date()));
}
process.exitCode = faults > 0 ? 1 : 0;
