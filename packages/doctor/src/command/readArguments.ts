import { parseArgs } from 'node:util';
import { isExactOrigin, isLoopback, isWorkspaceId, kindOf, parseUrl } from '@meshes-embed/node/internal';
import type { DoctorSettings, EndpointSettings } from '../settings.ts';
import { UsageError } from '../UsageError.ts';
import { readHeader } from './readHeader.ts';

/** What the command line asks for; the credentials come from elsewhere. */
export interface Arguments {
  readonly json: boolean;
  readonly settings: Pick<DoctorSettings, 'workspaceId' | 'origin' | 'endpoint' | 'embedApi' | 'timeoutMs'>;
}

const options = {
  workspace: { type: 'string' },
  origin: { type: 'string' },
  endpoint: { type: 'string' },
  header: { type: 'string', multiple: true, default: [] as string[] },
  'embed-api': { type: 'string' },
  timeout: { type: 'string', default: '10' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/**
 * Reads the command line.
 *
 * @returns null where help is asked for.
 * @throws UsageError that names the option, and repeats no value: what stands there by mistake may be a secret.
 */
export function readArguments(args: readonly string[]): Arguments | null {
  const { values } = parse(args);
  if (values.help) return null;
  const workspace = required('--workspace', values.workspace, 'the UUID of a workspace', isWorkspaceId);
  const origin = required(
    '--origin',
    values.origin,
    'the origin of your pages exactly as browsers write it, like https://app.example.com, without path or trailing slash',
    isExactOrigin,
  );
  const timeout = required(
    '--timeout',
    values.timeout,
    'a whole number of seconds from 1 to 120',
    (text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 120,
  );
  const embedApi = values['embed-api'];
  if (embedApi !== undefined)
    required('--embed-api', embedApi, "a path at the embed's origin, like /api/session, without query", (text) =>
      /^\/(?!\/)[\w./~-]*$/.test(text),
    );
  if (values.endpoint === undefined && values.header.length > 0)
    throw new UsageError('--header: give --endpoint too: headers are sent to your own route alone');
  return {
    json: values.json,
    settings: {
      workspaceId: workspace,
      origin,
      embedApi: embedApi ?? null,
      timeoutMs: Number(timeout) * 1000,
      endpoint: readEndpoint(values.endpoint, values.header),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options });
  } catch (error) {
    // Node's messages repeat what was typed.
    const known = Object.keys(options).map((name) => `--${name}`);
    const code = (error as { code?: unknown }).code;
    if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
      throw new UsageError('a value belongs to no option; put quotes around values with blanks in them. See --help.');
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw new UsageError(`unknown option; there are ${known.join(', ')}. See --help.`);
    throw new UsageError('an option lacks its value, or has one that it does not take. See --help.');
  }
}

function required(
  option: string,
  text: string | undefined,
  expected: string,
  holds: (text: string) => boolean,
): string {
  if (text !== undefined && holds(text)) return text;
  throw new UsageError(`${option}: expected ${expected}, got ${kindOf(text)}. See --help.`);
}

function readEndpoint(text: string | undefined, headers: readonly string[]): EndpointSettings | null {
  if (text === undefined) return null;
  required(
    '--endpoint',
    text,
    'the https URL of your route (http on loopback), without user, query or fragment',
    isEndpoint,
  );
  return { url: new URL(text), headers: headers.map(readHeader) };
}

function isEndpoint(text: string): boolean {
  const url = parseUrl(text);
  if (url === null || /[@?#]/.test(text)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}
