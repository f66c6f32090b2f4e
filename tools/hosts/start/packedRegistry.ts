import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { packedPackages } from '../../workspace/packedPackages.ts';
import { temporaryFolder } from '../../workspace/paths.ts';
import { runCommand } from '../../workspace/runCommand.ts';
import { readManifest } from '../../workspace/packages.ts';
import { unpackedPackages } from '../../workspace/unpackedPackages.ts';

/** Where npm gets our packages from, before they are published. */
export interface PackedRegistry {
  /** The path of an `.npmrc` that has npm take our packages from here, and all others from where it always does. */
  npmrc: string;
  close(): void;
}

/** Serves the packed packages, and nothing else, as a registry for npm. */
export async function startPackedRegistry(): Promise<PackedRegistry> {
  const packages = new Map((await packedPackages()).map((one) => [one.name, one]));
  const unpacked = await unpackedPackages();
  const upstream = await runCommand('npm', ['config', 'get', 'registry'], { quiet: true });
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '').slice(1);
    const tarball = [...packages.values()].find((one) => path.endsWith(`/${basename(one.tarball)}`))?.tarball;
    if (tarball !== undefined) return response.end(readFileSync(tarball));
    const one = packages.get(path);
    if (one === undefined) return response.writeHead(404).end('{}');
    const manifest = readManifest(join(unpacked, 'node_modules', one.name));
    const integrity = `sha512-${createHash('sha512').update(readFileSync(one.tarball)).digest('base64')}`;
    const dist = { tarball: `${url}${one.name}/-/${basename(one.tarball)}`, integrity };
    const { version } = manifest;
    return response.setHeader('content-type', 'application/json').end(
      JSON.stringify({
        name: path,
        'dist-tags': { latest: version },
        versions: { [version]: { ...manifest, dist } },
      }),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const npmrc = join(temporaryFolder('npmrc'), '.npmrc');
  writeFileSync(npmrc, `registry=${upstream.output.trim()}\n@meshes-embed:registry=${url}\n`);
  return { npmrc, close: () => void server.close() };
}
