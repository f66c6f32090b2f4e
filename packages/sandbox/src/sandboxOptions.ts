import { isLoopback } from '@meshes-embed/core/session';
import { SandboxError } from './sandboxError.ts';
import { readCredentials, sandboxCredentials, type Credentials } from './state/credentials.ts';

/** Nothing outside of this machine reaches it. */
const loopback = '127.0.0.1';

/** What a launch shows: the workspace's own pages, or plain ones with nothing but links and names, which load faster. */
export const pageKinds = ['full', 'plain'] as const;

/** The name of what a launch shows. */
export type PageKind = (typeof pageKinds)[number];

/** How to start a sandbox. Everything may be left out. */
export interface SandboxOptions {
  /** Port of the management API on loopback, default 4010; 0 takes any free one. */
  readonly apiPort?: number;
  /** Port of the embed on loopback, default 4011; 0 takes any free one. */
  readonly embedPort?: number;
  /**
   * The address to listen on, default `127.0.0.1`, where nothing outside of this machine reaches it. With `0.0.0.0`, as in a
   * container, everyone who reaches the machine can mint sessions and change all data, by a key that everybody knows.
   */
  readonly host?: string;
  /**
   * The origin that browsers reach the embed at, where that is another one than it is served at: behind a container's
   * published port, or a proxy with a certificate. Launch URLs name it. `https`, or `http` on loopback (contract §4).
   */
  readonly publicEmbedUrl?: string;
  /** The machine key to accept; by default the sandbox's own, which everybody knows. */
  readonly credentials?: Credentials;
  /** Which ids and history the sample data get, a whole number from 0; the same ones for the same number. Default 1. */
  readonly seed?: number;
  /** This machine's clock, ms since epoch, for tests that let time pass without waiting. Default `Date.now`. */
  readonly now?: () => number;
  /**
   * What a launch shows. `plain` pages speak the whole protocol and use their token as the full ones do, and have only
   * links to each other and their names: for tests of a host that open many. Default `full`.
   */
  readonly pages?: PageKind;
}

/** The options, checked and complete. */
export type CompleteOptions = Required<Omit<SandboxOptions, 'publicEmbedUrl'>> & Pick<SandboxOptions, 'publicEmbedUrl'>;

/** @throws SandboxError `bad-option`, naming the option. */
export function readOptions(options: SandboxOptions): CompleteOptions {
  const {
    apiPort = 4010,
    embedPort = 4011,
    host = loopback,
    publicEmbedUrl,
    seed = 1,
    now = Date.now,
    pages = 'full',
  } = options;
  requireInteger('apiPort', apiPort, 65_535);
  requireInteger('embedPort', embedPort, 65_535);
  requireInteger('seed', seed, 2 ** 32 - 1);
  if (apiPort === embedPort && apiPort !== 0)
    throw new SandboxError('bad-option', `apiPort and embedPort: expected two different ports, got ${apiPort} twice`);
  if (typeof now !== 'function')
    throw new SandboxError('bad-option', `now: expected a function that returns ms since epoch, got ${typeof now}`);
  if (typeof host !== 'string' || !/^[\w.:-]+$/.test(host))
    throw new SandboxError('bad-option', `host: expected an address to listen on, such as ${loopback} or 0.0.0.0`);
  return {
    apiPort,
    embedPort,
    host,
    ...(publicEmbedUrl !== undefined && { publicEmbedUrl: requireOrigin('publicEmbedUrl', publicEmbedUrl) }),
    seed,
    now,
    credentials: readCredentials(options.credentials ?? sandboxCredentials),
    pages: readPageKind(pages),
  };
}

/** @throws SandboxError `bad-option` where there are no such pages. */
export function readPageKind(value: unknown): PageKind {
  const kind = pageKinds.find((known) => known === value);
  if (kind !== undefined) return kind;
  const got = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : typeof value;
  throw new SandboxError('bad-option', `pages: expected one of ${pageKinds.join(', ')}; got ${got}`);
}

function requireInteger(name: string, value: unknown, most: number): void {
  if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most) return;
  throw new SandboxError(
    'bad-option',
    `${name}: expected an integer from 0 to ${most}, got ${typeof value === 'number' ? value : typeof value}`,
  );
}

/** An origin that a launch URL may have; a slash at its end is let pass. */
function requireOrigin(name: string, value: unknown): string {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
  const plain = url?.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  if (url && plain && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)))) return url.origin;
  throw new SandboxError(
    'bad-option',
    `${name}: expected an origin such as https://embed.example.com or http://127.0.0.1:4011: https, or http on loopback, as pages refuse any other launch URL; without a path, got ${url ? `${url.origin}${plain ? '' : ' and more'}` : typeof value}`,
  );
}
