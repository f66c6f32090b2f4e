import { runCommand } from '../../packages/doctor/src/command.ts';
import { createClient } from '../../packages/node/src/client/createMeshesClient.ts';
import { createHandler } from '../../packages/node/src/handler/createSessionHandler.ts';
import { type Clock, systemClock } from '../../packages/node/src/shared/clock.ts';
import type { Fault } from '../../packages/sandbox/src/faults/fault.ts';
import type { Sandbox } from '../../packages/sandbox/src/index.ts';

/** When every run takes place, ms since the epoch. */
export const EXAMPLE_TIME = Date.UTC(2026, 0, 15, 9, 0, 0);

const clock: Clock = { ...systemClock, now: () => EXAMPLE_TIME };
const COOKIE = 'sid=example-of-a-cookie';

const shown = {
  api: 'http://127.0.0.1:4010',
  embed: 'http://127.0.0.1:4011',
  backend: 'http://127.0.0.1:4000',
  pages: 'https://app.example.com',
};
const REQUEST_ID = '00000000-0000-4000-8000-00000000c0de';
const SESSION_ID = '00000000-0000-4000-8000-0000000005e5';

/** A run of the command that a document shows. */
export interface ExampleRun {
  /** What follows workspace and origin on the command line; `--endpoint` and `--header` without their values, which are those of an example's backend. */
  readonly args: readonly string[];
  readonly fault: Fault | null;
}

/** What the command prints, and its exit status. */
export interface ExampleOutput {
  readonly text: string;
  readonly status: number;
}

/**
 * Runs the command against a sandbox for real, with what differs from run to run kept the same: the time, the ports, the
 * ids that are drawn by lot.
 */
export async function runExample(sandbox: Sandbox, { args, fault }: ExampleRun): Promise<ExampleOutput> {
  sandbox.reset();
  const { organizationId, accessKey, secretKey, workspaces } = sandbox;
  const pages = args.includes('--endpoint') ? shown.backend : shown.pages;
  const fetch = steadyFetch(sandbox, exampleBackend(sandbox, pages));
  const filledIn: Readonly<Record<string, readonly string[]>> = {
    '--endpoint': ['--endpoint', `${shown.backend}/api/meshes`],
    '--header': ['--header', `Cookie: ${COOKIE}`],
  };
  if (fault !== null) sandbox.addFault(fault);
  const lines: string[] = [];
  const status = await runCommand(
    ['--workspace', workspaces[0]?.id ?? '', '--origin', pages, ...args.flatMap((arg) => filledIn[arg] ?? arg)],
    {
      environment: {
        MESHES_ORGANIZATION_ID: organizationId,
        MESHES_ACCESS_KEY: accessKey,
        MESHES_SECRET_KEY: secretKey,
        MESHES_BASE_URL: shown.api,
      },
      terminal: {
        print: (line) => lines.push(line),
        printError: (line) => lines.push(line),
        showProgress: () => {},
        width: 80,
        coloured: false,
      },
      fetch,
      clock,
      signal: new AbortController().signal,
    },
  );
  const ids = Object.keys(sandbox.stats().sessions);
  return { status, text: ids.reduce((text, id) => text.replaceAll(id, SESSION_ID), lines.join('\n')) };
}

/** A `fetch` to which sandbox and backend are always at the same addresses. */
function steadyFetch(
  sandbox: Sandbox,
  backend: (request: Request) => Response | Promise<Response>,
): typeof globalThis.fetch {
  const real = (url: string) => url.replace(shown.api, sandbox.apiUrl).replace(shown.embed, sandbox.embedUrl);
  return async (input, init) => {
    const url = String(input);
    const answer = url.startsWith(shown.backend) ? await backend(new Request(url, init)) : await fetch(real(url), init);
    const headers = new Headers(answer.headers);
    if (headers.has('x-request-id')) headers.set('x-request-id', REQUEST_ID);
    return new Response((await answer.text()).replaceAll(sandbox.embedUrl, shown.embed), {
      status: answer.status,
      headers,
    });
  };
}

/** A backend as the README of the node package has it, on the same clock as all else. */
function exampleBackend(
  { organizationId, accessKey, secretKey, apiUrl, workspaces }: Sandbox,
  pages: string,
): (request: Request) => Promise<Response> {
  const client = createClient({ organizationId, accessKey, secretKey, baseUrl: apiUrl }, clock);
  const granted = { subject: 'example', workspace_id: workspaces[0]?.id ?? '', allowed_origins: [pages] };
  return createHandler(
    { client, authorize: (request) => (request.headers.get('cookie') === COOKIE ? granted : null) },
    clock,
  );
}
