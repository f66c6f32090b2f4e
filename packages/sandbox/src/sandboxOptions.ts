import { SandboxError } from './sandboxError.ts';
import { readCredentials, sandboxCredentials, type Credentials } from './state/credentials.ts';

/** How to start a sandbox. Everything may be left out. */
export interface SandboxOptions {
  /** Port of the management API on loopback, default 4010; 0 takes any free one. */
  readonly apiPort?: number;
  /** Port of the embed on loopback, default 4011; 0 takes any free one. */
  readonly embedPort?: number;
  /** The machine key to accept; by default the sandbox's own, which everybody knows. */
  readonly credentials?: Credentials;
  /** Which ids and history the sample data get, a whole number from 0; the same ones for the same number. Default 1. */
  readonly seed?: number;
  /** This machine's clock, ms since epoch, for tests that let time pass without waiting. Default `Date.now`. */
  readonly now?: () => number;
}

/** The options, checked and complete. */
export type CompleteOptions = Required<SandboxOptions>;

/** @throws SandboxError `bad-option`, naming the option. */
export function readOptions(options: SandboxOptions): CompleteOptions {
  const { apiPort = 4010, embedPort = 4011, seed = 1, now = Date.now } = options;
  requireInteger('apiPort', apiPort, 65_535);
  requireInteger('embedPort', embedPort, 65_535);
  requireInteger('seed', seed, 2 ** 32 - 1);
  if (apiPort === embedPort && apiPort !== 0)
    throw new SandboxError('bad-option', `apiPort and embedPort: expected two different ports, got ${apiPort} twice`);
  if (typeof now !== 'function')
    throw new SandboxError('bad-option', `now: expected a function that returns ms since epoch, got ${typeof now}`);
  return { apiPort, embedPort, seed, now, credentials: readCredentials(options.credentials ?? sandboxCredentials) };
}

function requireInteger(name: string, value: unknown, most: number): void {
  if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most) return;
  throw new SandboxError(
    'bad-option',
    `${name}: expected an integer from 0 to ${most}, got ${typeof value === 'number' ? value : typeof value}`,
  );
}
