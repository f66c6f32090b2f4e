/**
 * Writes out a body that a parser has read: text and bytes as they are, all else as JSON.
 *
 * @returns undefined where it is nothing that JSON has.
 * @throws TypeError for what JSON cannot hold, such as a circle.
 */
export function serializeBody(parsed: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (typeof parsed === 'string') return parsed;
  if (parsed instanceof ArrayBuffer) return new Uint8Array(parsed);
  return parsed instanceof Uint8Array
    ? (parsed as Uint8Array<ArrayBuffer>)
    : (JSON.stringify(parsed) as string | undefined);
}
