import { isLocal } from '../http/localOnly.ts';
import type { Sandbox } from '../startSandbox.ts';

/** What `--help` prints. */
export const helpText = `meshes-sandbox: Meshes on this machine, for development and tests

Usage: meshes-sandbox [options]

  --api-port <port>    management API and control plane, default 4010; 0 for any free port
  --embed-port <port>  embed, default 4011; 0 for any free port
  --host <address>     address to listen on, default 127.0.0.1; 0.0.0.0 in a container
  --public-embed-url <origin>
                       what launch URLs name, where browsers reach the embed at another
                       origin: https, or http on loopback
  --seed <number>      which ids and history the sample data get, default 1
  --pages <full|plain> what a launch shows; plain pages have links and names only, default full
  --json               print addresses, keys and workspaces as one line of JSON, once it serves
  -h, --help           print this

It serves until it gets Ctrl-C or SIGTERM. All data lives in memory.`;

/** What is said where others may reach it; null where they cannot. */
export function exposedWarning(host: string | undefined): string | null {
  if (host === undefined || isLocal(`http://${host.includes(':') ? `[${host}]` : host}`)) return null;
  return `it listens on ${host}: everyone who reaches this machine can mint sessions, with a key that everybody knows, and change all data. For containers and closed test networks only.`;
}

/** The one line of `--json`. */
export function sandboxLine({ apiUrl, embedUrl, organizationId, accessKey, secretKey, workspaces }: Sandbox): string {
  return JSON.stringify({ apiUrl, embedUrl, organizationId, accessKey, secretKey, workspaces });
}

/** What people read at the start. */
export function describeSandbox(sandbox: Sandbox): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Management API', `${sandbox.apiUrl}/api/v1`],
    ['Embed', sandbox.embedUrl],
    ['Keys, faults, counters', `${sandbox.apiUrl}/`],
    ['', ''],
    ['Organization', sandbox.organizationId],
    ['Access key', sandbox.accessKey],
    ['Secret key', sandbox.secretKey],
    ['', ''],
    ...sandbox.workspaces.map(({ id, name }) => [name, id] as const),
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const table = rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`.trimEnd());
  return ['Meshes sandbox is serving. Ctrl-C stops it.', '', ...table, ''].join('\n');
}
