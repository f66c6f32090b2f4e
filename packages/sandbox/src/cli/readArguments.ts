import { parseArgs } from 'node:util';
import { SandboxError } from '../sandboxError.ts';
import type { SandboxOptions } from '../sandboxOptions.ts';

/** What the command line asks for. */
export interface Arguments {
  readonly help: boolean;
  /** Whether to print one line of JSON rather than a text for people. */
  readonly json: boolean;
  readonly options: SandboxOptions;
}

/** @throws SandboxError `bad-option` for an unknown option or a value that is no whole number. */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parse(args);
  return {
    help: values.help,
    json: values.json,
    options: {
      ...number('apiPort', '--api-port', values['api-port']),
      ...number('embedPort', '--embed-port', values['embed-port']),
      ...text('host', values.host),
      ...text('publicEmbedUrl', values['public-embed-url']),
      ...number('seed', '--seed', values.seed),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'api-port': { type: 'string' },
        'embed-port': { type: 'string' },
        host: { type: 'string' },
        'public-embed-url': { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new SandboxError('bad-option', `${error instanceof Error ? error.message : 'Bad arguments'}. See --help.`);
  }
}

function text(option: keyof SandboxOptions, value: string | undefined): SandboxOptions {
  return value === undefined ? {} : { [option]: value };
}

function number(option: keyof SandboxOptions, flag: string, value: string | undefined): SandboxOptions {
  if (value === undefined) return {};
  if (!/^\d{1,10}$/.test(value))
    throw new SandboxError('bad-option', `${flag}: expected a whole number, got ${JSON.stringify(value.slice(0, 40))}`);
  return { [option]: Number(value) };
}
