import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startServer } from '@meshes-embed/app-server';
import { createBackend } from '@meshes-embed/example-backend';
import { type Sandbox, startSandbox } from '@meshes-embed/sandbox';
import { type DemoApp, demoApps, documents, examples, smallExamples, visualizer } from './apps.ts';
import { freePort } from './freePort.ts';
import { type BoundApp, bindApp, originsOf, type ServeApp, serveApp } from './serveApp.ts';
import { serveSite } from './serveSite.ts';

/** The ports that the demo's services usually get; the apps' are in apps.ts. */
const usualPorts = { sandboxApi: 4010, sandboxEmbed: 4011, backend: 4000, exampleBackend: 4001 };

/** How to start the demo. */
export interface DemoOptions {
  /** `usual` (the default): the same ports each time, the next free one where one is taken. `free`: any, for tests that run beside it. */
  ports?: 'usual' | 'free';
  /** How an app is served. Default: by Vite, from its sources. */
  serve?: ServeApp;
  /** Builds the site of the documents; called at the first request for it. Without it, that site is not served. */
  buildSite?: () => Promise<void>;
}

/** Where everything is, for programs. Origins, without a slash at the end. */
export interface DemoAddresses {
  apps: { name: string; url: string }[];
  examples: { name: string; url: string }[];
  visualizer: string;
  /** The site of the documents, where it is served. */
  docs?: string;
  backend: string;
  sandboxApi: string;
  sandboxEmbed: string;
}

/** A row of the table of addresses. */
export interface DemoPlace {
  title: string;
  url: string;
  /** The port that it usually gets. */
  usualPort: number;
}

/** The running demo. */
export interface Demo {
  addresses: DemoAddresses;
  /** The same addresses, for people. */
  places: DemoPlace[];
  /** The sandbox, with its control plane: tests make it misbehave by this. */
  sandbox: Sandbox;
  /** Stops everything. May be called again. */
  close(): Promise<void>;
}

const urlOf = ({ port }: BoundApp): string => `http://localhost:${port}`;

/** Serves the backend of the small examples. Resolves with its origin; what stops it is put to `stops`. */
async function startExampleBackend(
  { organizationId, accessKey, secretKey, apiUrl, workspaces }: Sandbox,
  port: number,
  pageOrigins: readonly string[],
  stops: (() => Promise<void>)[],
): Promise<string> {
  const [workspace] = workspaces;
  if (workspace === undefined) throw new Error('The sandbox has no workspace: expected at least one in its seed.');
  const keys = { organizationId, accessKey, secretKey, baseUrl: apiUrl };
  const server = createServer(createBackend(keys, workspace.id, pageOrigins));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  stops.push(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/**
 * Starts the sandbox, whose pages have to be built before, the backends, every sample app and example, and the
 * visualizer. Resolves once all of it serves; rejects with nothing left running.
 */
export async function startDemo({ ports = 'usual', serve = serveApp, buildSite }: DemoOptions = {}): Promise<Demo> {
  const wanted = (port: number): number => (ports === 'free' ? 0 : port);
  const stops: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    await Promise.allSettled(stops.splice(0).map((stop) => stop()));
  };

  try {
    const apiPort = await freePort(wanted(usualPorts.sandboxApi));
    const embedPort = await freePort(wanted(Math.max(usualPorts.sandboxEmbed, apiPort + 1)));
    const sandbox = await startSandbox({ apiPort, embedPort: ports === 'free' ? 0 : embedPort });
    stops.push(() => sandbox.close());

    const bound: BoundApp[] = [];
    for (const app of [...demoApps(), ...examples]) {
      const one = await bindApp(app, wanted(app.port));
      bound.push(one);
      stops.push(one.close);
    }
    const shows = await bindApp(visualizer, wanted(visualizer.port));
    stops.push(shows.close);
    const site = buildSite && (await bindApp(documents, wanted(documents.port)));
    if (site) {
      stops.push(site.close);
      serveSite(site, buildSite);
    }
    const visualizerUrl = `http://localhost:${shows.port}`;
    // A session may be framed by these origins only, so the apps have their ports before the backend starts.
    const backend = await startServer({
      port: await freePort(wanted(usualPorts.backend)),
      meshes: sandbox,
      allowedOrigins: bound.flatMap(originsOf),
    });
    stops.push(() => backend.close());
    const exampleBackendUrl = await startExampleBackend(
      sandbox,
      await freePort(wanted(usualPorts.exampleBackend)),
      bound.filter(({ app }) => smallExamples.includes(app)).map(urlOf),
      stops,
    );
    for (const one of [...bound, shows]) {
      const backendUrl = smallExamples.includes(one.app) ? exampleBackendUrl : backend.url;
      const stop = await serve(one, backendUrl, visualizerUrl);
      if (stop) stops.push(stop);
    }

    const served = bound.map((one) => ({ ...one.app, usualPort: one.app.port, url: urlOf(one) }));
    const addressesOf = (listed: DemoApp[]): { name: string; url: string }[] =>
      served.filter(({ name }) => listed.some((app) => app.name === name)).map(({ name, url }) => ({ name, url }));
    return {
      addresses: {
        apps: addressesOf(demoApps()),
        examples: addressesOf(examples),
        visualizer: visualizerUrl,
        ...(site && { docs: urlOf(site) }),
        backend: backend.url,
        sandboxApi: sandbox.apiUrl,
        sandboxEmbed: sandbox.embedUrl,
      },
      places: [
        ...(site ? [{ title: documents.title, url: urlOf(site), usualPort: documents.port }] : []),
        ...served.map(({ title, url, usualPort }) => ({ title, url, usualPort })),
        { title: visualizer.title, url: visualizerUrl, usualPort: visualizer.port },
        { title: 'sample backend', url: backend.url, usualPort: usualPorts.backend },
        { title: "examples' backend", url: exampleBackendUrl, usualPort: usualPorts.exampleBackend },
        { title: 'sandbox, management API', url: sandbox.apiUrl, usualPort: usualPorts.sandboxApi },
        { title: 'sandbox, embed', url: sandbox.embedUrl, usualPort: usualPorts.sandboxEmbed },
      ],
      sandbox,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
