import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { temporaryFolder } from '../workspace/paths.ts';
import { runCommand } from '../workspace/runCommand.ts';
import { installTool } from './installTool.ts';

/** Newer ones do not install on every Node that the bootstrap fetches; node-fetch 3, which one of its parts asks for, breaks it. */
const verdaccio = { version: '6.8.0', overrides: { 'node-fetch': '2.7.0' } };

/** How long it may take to answer, in ms. */
const patience = 60_000;

/** A registry on this machine. */
export interface LocalRegistry {
  /** Its address, with a slash at the end. */
  url: string;
  /** The path of an `.npmrc` that lets npm and pnpm publish to it. */
  npmrc: string;
  /** The manifest of a package, as the registry gives it to an installer. */
  entry(name: string): Promise<RegistryEntry>;
  /** The end of what it printed, and whether it ended by itself: for where something goes wrong. */
  said(): string;
  stop(): Promise<void>;
}

/** What is read of a registry's answer about a package. */
export interface RegistryEntry {
  readonly 'dist-tags': Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, { readonly dist: { readonly tarball: string } }>>;
}

async function anyPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a registry that takes our packages from anyone, and has all others from the one that npm is set to. */
export async function startRegistry(): Promise<LocalRegistry> {
  const [command, upstream, port] = await Promise.all([
    installTool('verdaccio', verdaccio.version, 'verdaccio', verdaccio.overrides),
    runCommand('npm', ['config', 'get', 'registry'], { quiet: true }),
    anyPort(),
  ]);
  const folder = temporaryFolder('registry');
  const everyone = '$all';
  // JSON is YAML, too.
  const settings = {
    storage: join(folder, 'storage'),
    uplinks: { upstream: { url: upstream.output.trim(), timeout: '60s' } },
    packages: {
      '@meshes-embed/*': { access: everyone, publish: everyone, unpublish: everyone },
      '**': { access: everyone, proxy: 'upstream' },
    },
    max_body_size: '50mb',
    log: { type: 'stdout', format: 'json', level: 'warn' },
  };
  mkdirSync(settings.storage);
  writeFileSync(join(folder, 'config.yaml'), JSON.stringify(settings));
  const child = spawn(
    process.execPath,
    [command, '--config', join(folder, 'config.yaml'), '--listen', `127.0.0.1:${port}`],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (printed = (printed + chunk).slice(-4_000)));
  const ended = once(child, 'exit');
  const atExit = (): void => void child.kill('SIGKILL');
  process.prependOnceListener('exit', atExit);

  const url = `http://127.0.0.1:${port}/`;
  const deadline = Date.now() + patience;
  while (
    !(await fetch(`${url}-/ping`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`The registry does not answer. It printed:\n${printed}`);
    await pause(100);
  }
  const npmrc = join(folder, '.npmrc');
  // Tools refuse to publish without any token; this registry looks at none.
  writeFileSync(npmrc, `registry=${url}\n//127.0.0.1:${port}/:_authToken=rehearsal\n`);
  return {
    url,
    npmrc,
    async entry(name) {
      const answer = await fetch(url + name.replace('/', '%2f'));
      if (!answer.ok) throw new Error(`The registry answers ${answer.status} for ${name}.`);
      return (await answer.json()) as RegistryEntry;
    },
    said: () => `${child.exitCode === null ? 'It runs.' : `It ended with ${child.exitCode}.`}\n${printed}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', atExit);
    },
  };
}
