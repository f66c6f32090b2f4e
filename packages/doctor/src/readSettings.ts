import { parseArgs } from 'node:util';
import { isLoopback } from '@meshes-embed/core/session';
import { isExactOrigin, isServiceUrl, isWorkspaceId, kindOf, parseUrl } from '@meshes-embed/node/internal';
import { UsageError, type DoctorSettings, type EndpointSettings } from './shared/settings.ts';

/** What `--help` prints. */
export const helpText = `meshes-doctor: checks what your backend needs to embed Meshes

Usage: npx @meshes-embed/doctor --workspace <id> --origin <origin> [options]

  --workspace <id>       UUID of a workspace of your organization
  --origin <origin>      origin of your pages, like https://app.example.com
  --endpoint <url>       your own session route, as pages are given it, to
                         check it as well
  --header <header>      'Name: value' that signs a user in at --endpoint, such
                         as 'Cookie: …'; may be given several times
  --embed-api <path>     path at the embed's origin that takes access tokens,
                         to check that stale ones are refused; not needed for
                         a sandbox
  --timeout <seconds>    time for each request, 1 to 120, default 10
  --json                 print one line of JSON
  -h, --help             print this

The machine key comes from MESHES_ORGANIZATION_ID, MESHES_ACCESS_KEY and
MESHES_SECRET_KEY; MESHES_BASE_URL names another service than the real one.

It mints sessions, and revokes all of them. It prints no token, no secret and
no launch URL. Exit status: 0 no check failed, 1 a check failed, 2 it could not
run or was stopped.`;

/** What the command line asks for; the credentials come from the environment. */
interface Arguments {
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
 * @throws UsageError that names the option. It repeats no value, because a secret may have been typed in its place.
 */
export function readArguments(args: readonly string[]): Arguments | null {
  const { values } = parse(args);
  if (values.help) return null;
  const workspaceId = required('--workspace', values.workspace, 'the UUID of a workspace', isWorkspaceId);
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
    throw new UsageError('--header: give --endpoint too; headers are sent only to your own route');
  return {
    json: values.json,
    settings: {
      workspaceId,
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
  isValid: (text: string) => boolean,
): string {
  if (text !== undefined && isValid(text)) return text;
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

/** Headers that the checks set themselves, or that belong to the connection. */
const reservedHeaders = /^(origin|host|content-.*|sec-.*|access-control-.*|connection|transfer-encoding)$/i;

/**
 * Reads a header as `--header` takes it, `Name: value`.
 *
 * @throws UsageError that repeats nothing of the value.
 */
function readHeader(text: string): readonly [name: string, value: string] {
  const [, name = '', value = ''] = /^([\w-]+):\s*(\S.*)$/.exec(text) ?? [];
  if (name === '' || !isHeader(name, value))
    throw new UsageError("--header: expected 'Name: value', such as 'Cookie: …', in quotes");
  if (reservedHeaders.test(name))
    throw new UsageError(`--header: ${name.toLowerCase()} is set by the checks themselves`);
  return [name, value];
}

function isHeader(name: string, value: string): boolean {
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
}

/**
 * Reads the credentials. They are not trimmed, so that the checks find a blank that does not belong there.
 *
 * @throws UsageError that names the variables that are missing or malformed, and never a value.
 */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Pick<DoctorSettings, 'credentials' | 'baseUrl'> {
  const {
    MESHES_ORGANIZATION_ID: organizationId = '',
    MESHES_ACCESS_KEY: accessKey = '',
    MESHES_SECRET_KEY: secretKey = '',
    MESHES_BASE_URL: baseUrl = '',
  } = environment;
  const machineKey = {
    MESHES_ORGANIZATION_ID: organizationId,
    MESHES_ACCESS_KEY: accessKey,
    MESHES_SECRET_KEY: secretKey,
  };
  const missing = Object.entries(machineKey).flatMap(([name, value]) => (value.trim() === '' ? [name] : []));
  if (missing.length > 0)
    throw new UsageError(`set ${missing.join(', ')}: the machine key comes from the environment. See --help.`);
  if (baseUrl !== '' && !isServiceUrl(baseUrl)) {
    throw new UsageError(
      `MESHES_BASE_URL: expected an https URL without user, query or fragment (http on loopback only), got ${kindOf(baseUrl)}`,
    );
  }
  return { credentials: { organizationId, accessKey, secretKey }, baseUrl: baseUrl === '' ? undefined : baseUrl };
}
