import { readTrace, writeTrace, type TraceEvent } from '@meshes-embed/core/inspect';

/** A trace with what is known of it. */
export interface NamedTrace {
  readonly name: string;
  readonly events: readonly TraceEvent[];
}

/**
 * Reads a file that holds a trace.
 *
 * @throws TraceError that says what is wrong with it.
 */
export async function openTraceFile(file: File): Promise<NamedTrace> {
  return { name: file.name, events: readTrace(await file.text()) };
}

const fileName = (name: string): string =>
  `${
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'trace'
  }.trace.json`;

/** Hands a trace to the user as a file. */
export function saveTrace({ name, events }: NamedTrace): void {
  const address = URL.createObjectURL(new Blob([writeTrace(events)], { type: 'application/json' }));
  Object.assign(document.createElement('a'), {
    href: address,
    download: fileName(name.replace(/\.trace\.json$/, '')),
  }).click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
