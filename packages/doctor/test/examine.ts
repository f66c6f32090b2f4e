import type { Sandbox } from '@meshes-embed/sandbox';
import { expect } from 'vitest';
import { runCommand } from '../src/command.ts';
import { systemClock } from '@meshes-embed/node/internal';

/** The origin of the pages that a run is about. */
export const pagesOrigin = 'https://app.example.com';

/** How a run differs from the ordinary one. */
export interface Differing {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly fetch?: typeof globalThis.fetch;
  readonly signal?: AbortSignal;
  /** Whether Meshes is one that repeats secrets, so that some have to be taken out of what is said. */
  readonly spiteful?: boolean;
}

/** What a run of the command left. */
export interface Examined {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** A `fetch` that keeps every secret that goes through it: what is signed with, and what is answered. */
function eavesdropping(fetch: typeof globalThis.fetch, secrets: Set<string>): typeof globalThis.fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    for (const name of ['authorization', 'cookie']) secrets.add(headers.get(name)?.replace('Bearer ', '') ?? '');
    const response = await fetch(input, init);
    if (/json/.test(response.headers.get('content-type') ?? '')) {
      const body = (await response
        .clone()
        .json()
        .catch(() => ({}))) as Readonly<Record<string, unknown>>;
      for (const name of ['access_token', 'launch_token', 'launch_url', 'grant']) secrets.add(String(body[name] ?? ''));
    }
    return response;
  };
}

/** Runs the command in this process. Nothing that it says may hold a secret. */
export async function examine(
  sandbox: Sandbox,
  args: readonly string[] = [],
  differing: Differing = {},
): Promise<Examined> {
  const secrets = new Set<string>([sandbox.secretKey, sandbox.accessKey]);
  const lines: { readonly output: string[]; readonly errors: string[] } = { output: [], errors: [] };
  const status = await runCommand(['--workspace', sandbox.workspaces[0]?.id ?? '', '--origin', pagesOrigin, ...args], {
    environment: environmentOf(sandbox, differing.environment),
    terminal: {
      print: (line) => lines.output.push(line),
      printError: (line) => lines.errors.push(line),
      showProgress: (activity) => lines.errors.push(activity ?? ''),
      width: 80,
      coloured: false,
    },
    fetch: eavesdropping(differing.fetch ?? globalThis.fetch, secrets),
    clock: systemClock,
    signal: differing.signal ?? new AbortController().signal,
  });
  const said = [...lines.output, ...lines.errors].join('\n');
  for (const secret of secrets) if (secret !== '') expect(said).not.toContain(secret);
  expect(said).not.toMatch(/launch=|eyJ|Bearer/);
  // No secret has to be taken out, unless a server repeats one on purpose.
  expect(said.includes('[hidden]')).toBe(differing.spiteful === true);
  return {
    status,
    output: lines.output.join('\n'),
    errors: lines.errors.filter((line) => line.startsWith('meshes-doctor')).join('\n'),
  };
}

/** What the command reads from the environment. */
export function environmentOf(
  { organizationId, accessKey, secretKey, apiUrl }: Sandbox,
  differing: Differing['environment'] = {},
): Record<string, string | undefined> {
  return {
    MESHES_ORGANIZATION_ID: organizationId,
    MESHES_ACCESS_KEY: accessKey,
    MESHES_SECRET_KEY: secretKey,
    MESHES_BASE_URL: apiUrl,
    ...differing,
  };
}

/** One check of `--json`. */
export interface ToldCheck {
  readonly check: string;
  readonly status: 'passed' | 'failed' | 'unknown';
  readonly code?: string;
  readonly seen?: string;
  readonly why?: string;
  readonly symptom?: string;
}

/** What `--json` told, by the names of the checks. */
export function told({ output }: Examined): Readonly<Record<string, ToldCheck>> {
  const { checks } = JSON.parse(output) as { readonly checks: readonly ToldCheck[] };
  expect(new Set(checks.map(({ check }) => check)).size).toBe(checks.length);
  return Object.fromEntries(checks.map((one) => [one.check, one]));
}

/** The codes of what was found, and the checks of which nothing is known. */
export function verdict(examined: Examined): {
  readonly found: readonly string[];
  readonly unknown: readonly string[];
} {
  const checks = Object.values(told(examined));
  return {
    found: checks.flatMap(({ code }) => code ?? []),
    unknown: checks.flatMap(({ check, status }) => (status === 'unknown' ? [check] : [])),
  };
}
