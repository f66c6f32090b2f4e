/**
 * Serializes a body that a parser has read: text and bytes as they are, everything else as JSON.
 *
 * @returns undefined for a value that JSON does not have, such as undefined.
 * @throws TypeError for a value that JSON cannot hold, such as a circular one.
 */
export function serializeBody(parsed: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (typeof parsed === 'string') return parsed;
  if (parsed instanceof ArrayBuffer) return new Uint8Array(parsed);
  return parsed instanceof Uint8Array
    ? (parsed as Uint8Array<ArrayBuffer>)
    : (JSON.stringify(parsed) as string | undefined);
}
