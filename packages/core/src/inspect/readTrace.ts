import { traceVersion, type TraceEvent, type TraceKind } from './traceEvent.ts';

const kinds: Readonly<Record<TraceKind, true>> = {
  state: true,
  in: true,
  out: true,
  drop: true,
  effect: true,
  problem: true,
};

/** A trace that cannot be read. */
export class TraceError extends TypeError {
  /** Stable: not JSON, not a trace, or of a version that this release does not know. */
  readonly code: 'trace-not-json' | 'trace-malformed' | 'trace-version';

  constructor(code: TraceError['code'], message: string) {
    super(`trace: ${message}`);
    this.name = 'TraceError';
    this.code = code;
  }
}

/**
 * Reads a saved trace: what `writeTrace` wrote, or a JSON array of {@link TraceEvent}, as `trace()` gives it.
 *
 * @throws TraceError that says which event is wrong, and how.
 */
export function readTrace(text: string): readonly TraceEvent[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TraceError('trace-not-json', `expected JSON, got ${text.length} characters of something else`);
  }
  const events: unknown = Array.isArray(value) ? value : (value as { events?: unknown } | null)?.events;
  if (!Array.isArray(events))
    throw new TraceError('trace-malformed', 'expected an array of events, by itself or under "events"');
  for (const [position, event] of events.entries()) checkEvent(event, position);
  return events as TraceEvent[];
}

function checkEvent(event: Partial<TraceEvent> | null, position: number): void {
  if (typeof event !== 'object' || event === null)
    throw new TraceError('trace-malformed', `event ${position}: expected an object`);
  if (event.version !== traceVersion) {
    throw new TraceError(
      'trace-version',
      `event ${position}: expected version ${traceVersion}; another release wrote this trace`,
    );
  }
  const sound =
    Number.isInteger(event.index) &&
    Number.isFinite(event.at) &&
    typeof event.name === 'string' &&
    Object.hasOwn(kinds, event.kind ?? '') &&
    (event.data === undefined || (typeof event.data === 'object' && event.data !== null));
  if (!sound) throw new TraceError('trace-malformed', `event ${position}: expected index, at, kind, name and data`);
}
