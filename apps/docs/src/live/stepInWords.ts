import type { TraceEvent } from '@meshes-embed/core/inspect';

/** A step of a trace in a few words. */
export function saidOf({ kind, name, data = {} }: TraceEvent): string {
  const fields = Object.entries(data)
    .filter(([field]) => kind !== 'state' || field === 'by')
    .map(([field, value]) => (kind === 'state' ? `by ${String(value)}` : `${field} ${String(value)}`))
    .join(', ');
  const words = {
    state: `now ${name}`,
    in: `embed says ${name}`,
    out: `page says ${name}`,
    drop: `a message was dropped: ${name}`,
    effect: name,
    problem: `problem ${name}`,
  }[kind];
  return fields === '' ? words : `${words} (${fields})`;
}
