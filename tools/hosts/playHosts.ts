import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startSandbox } from '@meshes-embed/sandbox';
import { commandPath, endOf } from '../checks/serverRendering/hostServer.ts';
import { readManifest } from '../workspace/packages.ts';
import { runCommand } from '../workspace/runCommand.ts';
import type { Host } from './hosts.ts';
import { installHosts } from './installHosts.ts';
import { playHost, type Played } from './playHost.ts';

/** What came of a host. */
export interface HostResult {
  host: Host;
  version: string;
  played: Played[];
  /** Why nothing could be played, or null. */
  fault: string | null;
}

/** Builds what is in a folder, where no secret of any kind is known, as on a machine that only builds. */
export async function buildHost({ build: command, folder, environment }: Host, all: string): Promise<void> {
  if (command === undefined) return;
  const [file = '', ...args] = command;
  const { code, output } = await runCommand(file, args, {
    folder: join(all, folder),
    quiet: true,
    environment: { PATH: commandPath(join(all, folder)), ...environment?.(0) },
  });
  if (code !== 0) throw new Error(`${command.join(' ')} failed:\n${endOf(output)}`);
}

/** The version of a host that is installed in a folder. */
export function versionOf({ install, folder, runtime = process.execPath }: Host, all: string): string {
  const [name] = Object.keys(install);
  if (name !== undefined) return readManifest(join(all, folder, 'node_modules', name)).version;
  return `Node ${execFileSync(runtime, ['--version'], { encoding: 'utf8' }).trim().slice(1)}`;
}

/** Installs hosts from the tarballs, and plays every check in each of them, one after the other. */
export async function playHosts(hosts: readonly Host[]): Promise<HostResult[]> {
  const all = await installHosts(hosts);
  const sandbox = await startSandbox({ apiPort: 0, embedPort: 0 });
  const results: HostResult[] = [];
  const built = new Set<string>();
  try {
    for (const host of hosts) {
      const version = versionOf(host, all);
      try {
        if (!built.has(host.folder)) await buildHost(host, all);
        built.add(host.folder);
        results.push({ host, version, played: await playHost(host, all, sandbox), fault: null });
      } catch (error) {
        results.push({ host, version, played: [], fault: (error as Error).message });
      }
      console.log(lineOf(results.at(-1) as HostResult));
    }
  } finally {
    await sandbox.close();
  }
  return results;
}

function lineOf({ host, version, played, fault }: HostResult): string {
  if (fault !== null) return `${host.title} ${version}: ${fault}`;
  const failed = played.filter((one) => one.fault !== null);
  const rest = failed.map(
    ({ check, fault: why }) => `\n  ${check}: ${host.reasons?.[check] ?? why?.split('\n', 1)[0]}`,
  );
  return `${host.title} ${version}: ${played.length - failed.length} of ${played.length}${rest.join('')}`;
}

/** What is wrong with a result: checks that do not hold and have no reason, reasons whose check holds. */
export function faultsOf({ host, played, fault }: HostResult): string[] {
  if (fault !== null) return [`${host.title}: ${fault}`];
  return played.flatMap(({ check, fault: why }) => {
    const reason = host.reasons?.[check];
    if (why !== null && reason === undefined) return [`${host.title}, ${check}: ${why.split('\n', 1)[0]}`];
    if (why === null && reason !== undefined)
      return [`${host.title}, ${check}: holds, and tools/hosts/hosts.ts has a reason why it does not`];
    return [];
  });
}
