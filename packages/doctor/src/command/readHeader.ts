import { UsageError } from '../UsageError.ts';

/** What the checks set themselves, or what belongs to the connection. */
const TAKEN = /^(origin|host|content-.*|sec-.*|access-control-.*|connection|transfer-encoding)$/i;

/**
 * Reads a header as `--header` takes it, `Name: value`.
 *
 * @throws UsageError that repeats nothing of it.
 */
export function readHeader(text: string): readonly [name: string, value: string] {
  const [, name = '', value = ''] = /^([\w-]+):\s*(\S.*)$/.exec(text) ?? [];
  if (name === '' || !isHeader(name, value))
    throw new UsageError("--header: expected 'Name: value', such as 'Cookie: …', in quotes");
  if (TAKEN.test(name)) throw new UsageError(`--header: ${name.toLowerCase()} is set by the checks themselves`);
  return [name, value];
}

function isHeader(name: string, value: string): boolean {
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
}
