// Makes `npm run <command>` work on a machine that has only Node 18+ and npm: fetches the pinned pnpm, and a
// Node new enough for the tools where the machine's own is older, into a git-ignored folder; installs; hands over.
// Plain JavaScript without dependencies, because nothing is installed yet when it runs.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const toolchain = join(root, '.toolchain');

const PNPM = '12.21.0';
const NODE = '24.21.0';
/** The oldest Node that runs TypeScript sources as they are, without a flag. */
const OLDEST_NODE = [22, 18];
/** The oldest Node that the published packages support; the packed packages are tried on it. */
const OLDEST_SUPPORTED_NODE = '20.20.2';

/** What each command runs, once all is installed. */
const scripts = {
  demo: 'tools/demo.ts',
  test: 'tools/test.ts',
  sandbox: 'tools/sandbox.ts',
  benchmark: 'tools/benchmark.ts',
  breakages: 'tools/breakages.ts',
  hosts: 'tools/hosts.ts',
  rendered: 'tools/rendered.ts',
  docs: 'tools/docs.ts',
  api: 'tools/api.ts',
  bundlers: 'tools/bundlers.ts',
  compilers: 'tools/compilers.ts',
  proof: 'tools/proof.ts',
  'release:version': 'tools/release/version.ts',
  'release:publish': 'tools/release/publish.ts',
  'release:rehearse': 'tools/release/rehearse.ts',
};

const [command = '', ...rest] = process.argv.slice(2);
const environment = { ...process.env, COREPACK_ENABLE_STRICT: '0', TURBO_TELEMETRY_DISABLED: '1' };
const onWindows = process.platform === 'win32';

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/** The process that is running now; there is one at a time. */
let child;
// A terminal's Ctrl-C reaches the child by itself; any other signal has to be handed on. The child's end is then ours.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => (child ? child.kill(signal) : process.exit(1)));

/** Runs a command in the workspace's folder; resolves with its exit code. */
function run(file, args, options = {}) {
  return new Promise((resolve) => {
    child = spawn(file, args, { stdio: 'inherit', cwd: root, env: environment, ...options });
    child.once('error', (error) => fail(`${file} could not be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      child = undefined;
      resolve(signal ? 128 + constants.signals[signal] : code);
    });
  });
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/** Whether a Node for this machine is in the registry: for Linux with glibc only. */
function canFetchNode() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) return false;
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime !== undefined;
}

/** Installs one exact package into a folder of its own, once; resolves with the package's folder. */
async function fetchTool(name, version) {
  const folder = join(toolchain, `${name}-${version}`);
  const installed = join(folder, 'node_modules', name);
  if (existsSync(folder)) return installed;
  console.error(`fetching ${name}@${version} …`);
  // Only a complete folder gets the final name, so that an interrupted run leaves nothing half done behind.
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const args = [
    'install',
    '--prefix',
    partial,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `${name}@${version}`,
  ];
  const code = await run('npm', args, { stdio: ['ignore', 'ignore', 'inherit'], shell: onWindows });
  if (code !== 0) {
    rmSync(partial, { recursive: true, force: true });
    fail(
      `npm could not fetch ${name}@${version}. Check the network and the registry that npm is set to, then run the command again.`,
    );
  }
  try {
    renameSync(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(partial, { recursive: true, force: true });
  }
  return installed;
}

/** The folder of a Node binary of this version. */
async function fetchNode(version) {
  return join(await fetchTool(`node-linux-${process.arch}`, version), 'bin');
}

/** The folder of the Node that runs the tools: this one where it is new enough. */
async function nodeFolder() {
  if (isNewEnough(process.versions.node)) return dirname(process.execPath);
  if (canFetchNode()) return fetchNode(NODE);
  return fail(
    `This machine has Node ${process.versions.node}; the tools here need Node ${OLDEST_NODE.join('.')} or newer.\nInstall Node 24 and run the command again.`,
  );
}

/** The oldest supported Node: this one where it is of that line, else one that is fetched; undefined where neither can be. */
async function oldestSupportedNode() {
  const [line] = OLDEST_SUPPORTED_NODE.split('.');
  if (process.versions.node.startsWith(`${line}.`)) return process.execPath;
  return canFetchNode() ? join(await fetchNode(OLDEST_SUPPORTED_NODE), 'node') : undefined;
}

/** The lockfile and every manifest, as one hash: what an install depends on. */
function installInputs() {
  const parents = ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => join(parent, name)),
  );
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...['', 'tools', ...parents].map((folder) => join(folder, 'package.json')),
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(existsSync(join(root, file)) ? readFileSync(join(root, file)) : '-');
  return hash.digest('hex');
}

/** Installs the workspace, unless nothing changed since the last time. */
async function install() {
  const mark = join(toolchain, 'installed');
  const inputs = installInputs();
  if (existsSync(join(root, 'node_modules')) && existsSync(mark) && readFileSync(mark, 'utf8') === inputs) return;
  console.error('installing …');
  const code = await run('pnpm', ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn'], {
    shell: onWindows,
  });
  if (code !== 0) fail('pnpm could not install the workspace; its message stands above.');
  writeFileSync(mark, inputs);
}

const isPnpm = command === 'pnpm';
if (!isPnpm && !Object.hasOwn(scripts, command))
  fail(`Unknown command ${JSON.stringify(command)}. Known: ${Object.keys(scripts).join(', ')}, pnpm.`);

const nodeBin = await nodeFolder();
const pnpm = await fetchTool('pnpm', PNPM);
// pnpm first: the folder of the machine's own Node may hold another pnpm.
environment.PATH = [join(dirname(pnpm), '.bin'), nodeBin, environment.PATH].join(delimiter);

if (isPnpm) process.exit(await run('pnpm', rest, { shell: onWindows }));
if (['test', 'hosts'].includes(command)) environment.OLDEST_NODE = await oldestSupportedNode();
await install();
process.exit(await run(join(nodeBin, onWindows ? 'node.exe' : 'node'), [join(root, scripts[command]), ...rest]));
