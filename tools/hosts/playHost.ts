import { connect } from 'node:net';
import { join } from 'node:path';
import type { Sandbox } from '@meshes-embed/sandbox';
import { type HostServer, startHostServer } from '../checks/serverRendering/hostServer.ts';
import { freePort } from '@meshes-embed/app-demo/free-port';
import { callByHttp1, callByHttp2 } from './caller.ts';
import { hostChecks, parserChecks, type HostCheck } from './checks.ts';
import type { Host } from './hosts.ts';
import { createStage } from './stage.ts';
import { startUpstream, type Upstream } from './upstream.ts';

/** How one check ended. */
export interface Played {
  check: string;
  /** What did not hold, or null. */
  fault: string | null;
}

/** The first port for a host; the next ones are tried where it is taken. */
const firstPort = 4700;

/** Whether something listens at a port of loopback. */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => resolve(false)).unref();
    socket.once('connect', () => socket.destroy());
  });
}

async function playAll(
  checks: readonly HostCheck[],
  host: Host,
  port: number,
  upstream: Upstream,
  server: HostServer,
): Promise<Played[]> {
  const base = `http://127.0.0.1:${port}`;
  const caller = host.speaks === 'http2' ? callByHttp2(base) : callByHttp1(base);
  const origin = host.speaks === 'https at a proxy' ? `https://127.0.0.1:${port}` : base;
  const stage = createStage(caller, upstream, origin, host.mount ?? '/api/meshes');
  const played: Played[] = [];
  for (const { name, play } of checks) {
    const fault = await play(stage).then(
      () => null,
      (error: Error) => error.message,
    );
    played.push({ check: name, fault });
  }
  const isStrange = ({ check, fault }: Played): boolean => fault !== null && host.reasons?.[check] === undefined;
  if (played.some(isStrange)) console.log(`${host.title} printed:\n${server.printed()}`);
  return played;
}

/** Starts a host that is installed and built, with a Meshes of its own behind it, and plays every check. */
export async function playHost(host: Host, folder: string, sandbox: Sandbox): Promise<Played[]> {
  async function serve(start: Host['start'], checks: readonly HostCheck[]): Promise<Played[]> {
    const port = await freePort(firstPort);
    const upstream = await startUpstream(sandbox.apiUrl);
    const environment = {
      ...host.environment?.(port),
      PORT: String(port),
      MESHES_ORGANIZATION_ID: sandbox.organizationId,
      MESHES_ACCESS_KEY: sandbox.accessKey,
      MESHES_SECRET_KEY: sandbox.secretKey,
      MESHES_BASE_URL: upstream.url,
      WORKSPACE_ID: sandbox.workspaces[0]?.id ?? '',
    };
    try {
      const url = `http://127.0.0.1:${port}`;
      const server = await startHostServer(start(port), join(folder, host.folder), url, environment, () =>
        listens(port),
      );
      try {
        return await playAll(checks, host, port, upstream, server);
      } finally {
        await server.stop();
      }
    } finally {
      await upstream.close();
    }
  }

  const played = await serve(host.start, hostChecks);
  if (host.behindParser) played.push(...(await serve(host.behindParser.start, parserChecks)));
  return played;
}
