import { randomBytes, randomUUID } from 'node:crypto';
import type { Sandbox } from '@meshes-embed/sandbox';
import { startSandbox } from '@meshes-embed/sandbox';
import type { Browser } from 'playwright';
import { freePort } from '@meshes-embed/app-demo/free-port';
import { runCommand } from '../../workspace/runCommand.ts';
import { lookAtPages, type ServedHost } from './lookAtPages.ts';
import { lookAtReturn } from './lookAtReturn.ts';
import { lookAtRoutes } from './lookAtRoutes.ts';
import { lookUnderPolicy } from './lookUnderPolicy.ts';
import type { Host } from './hosts.ts';
import { commandPath, endOf, type HostServer, startHostServer } from './hostServer.ts';
import { clientFileFaults, staticFileFaults } from './markup.ts';
import type { Stopwatch } from './stopwatch.ts';

/** The origin of a host, as a browser names it. */
const originAt = (port: number): string => `http://localhost:${port}`;

/** A machine key that stands nowhere else, so that it can be looked for. */
function freshCredentials(): { organizationId: string; accessKey: string; secretKey: string } {
  return {
    organizationId: randomUUID(),
    accessKey: `mk_${randomBytes(18).toString('base64url')}`,
    secretKey: randomBytes(36).toString('base64url'),
  };
}

/**
 * What is in the environment of a build: values that no client can be made with, so that a build which makes one
 * fails, and a build which writes one into a file is found out.
 */
const credentialsAtBuild = {
  MESHES_ORGANIZATION_ID: 'organization-id-at-build',
  MESHES_ACCESS_KEY: 'access-key-at-build',
  MESHES_SECRET_KEY: 'secret-key-at-build',
};

/** What a server needs to know of Meshes and of itself. */
function settingsOf(sandbox: Sandbox, workspaceId: string, port: number): Record<string, string> {
  return {
    MESHES_BASE_URL: sandbox.apiUrl,
    MESHES_ORGANIZATION_ID: sandbox.organizationId,
    MESHES_ACCESS_KEY: sandbox.accessKey,
    MESHES_SECRET_KEY: sandbox.secretKey,
    MESHES_WORKSPACE_ID: workspaceId,
    APP_ORIGIN: originAt(port),
  };
}

async function build(host: Host, folder: string, port: number): Promise<void> {
  const [file = '', ...args] = host.build;
  const environment = {
    ...host.environment(port),
    ...credentialsAtBuild,
    APP_ORIGIN: originAt(port),
    PATH: commandPath(folder),
  };
  const { code, output } = await runCommand(file, args, { folder, quiet: true, environment });
  if (code !== 0) throw new Error(`${host.build.join(' ')} ended with code ${code}:\n${endOf(output)}`);
}

/**
 * Builds a host, and looks at its pages as its production server and its development server give them: only the one is
 * what users get, and only the other tells every difference between what the server rendered and what hydrates it.
 */
export async function checkHost(
  host: Host,
  folder: string,
  wantedPort: number,
  browser: Browser,
  watch: Stopwatch,
): Promise<(string | null)[]> {
  const sandbox = await startSandbox({ apiPort: 0, embedPort: 0, credentials: freshCredentials() });
  const [workspace] = sandbox.workspaces;
  if (workspace === undefined) throw new Error('the sandbox has no workspace');
  const port = await freePort(wantedPort);

  async function serve(kind: 'start' | 'dev'): Promise<(string | null)[]> {
    const environment = { ...host.environment(port), ...settingsOf(sandbox, workspace?.id ?? '', port) };
    const title = `${host.name} ${kind}`;
    const server = await watch.time(title, () =>
      startHostServer(host[kind](port), folder, originAt(port), environment),
    );
    try {
      const served: ServedHost = {
        browser,
        sandbox,
        url: originAt(port),
        workspace: workspace?.name ?? '',
        development: kind === 'dev',
      };
      const messages = await watch.time(`${title}, in Chromium`, () => lookAtPages(title, host, served));
      if (host.kept && !served.development)
        messages.push(
          ...(await watch.time(`${title}, left and come back to`, () => lookAtReturn(title, host, served))),
        );
      if (!served.development)
        messages.push(
          ...(await watch.time(`${title}, under a policy`, () => lookUnderPolicy(title, host, served, startFor))),
        );
      if (host.hasRoutes && !served.development)
        messages.push(...(await watch.time(`${title}, its routes in every engine`, () => lookAtRoutes(title, served))));
      return messages;
    } catch (error) {
      throw new Error(`${(error as Error).message}\nThe server printed:\n${server.printed()}`, { cause: error });
    } finally {
      await server.stop();
    }
  }
  const startFor = (origin: string, at: number): Promise<HostServer> =>
    startHostServer(host.start(at), folder, originAt(at), {
      ...host.environment(at),
      ...settingsOf(sandbox, workspace.id, at),
      APP_ORIGIN: origin,
    });
  const attempt = (run: () => Promise<(string | null)[]>): Promise<(string | null)[]> =>
    run().catch((error: Error) => [`${host.name}: ${error.message}`]);

  try {
    const built = await attempt(async () => {
      await watch.time(`${host.name} build`, () => build(host, folder, port));
      const secrets = Object.values(credentialsAtBuild);
      return [
        ...clientFileFaults(host, folder, secrets),
        ...staticFileFaults(host, folder, secrets),
        ...(await serve('start')),
      ];
    });
    return [...built, ...(await attempt(() => serve('dev')))];
  } finally {
    await sandbox.close();
  }
}
