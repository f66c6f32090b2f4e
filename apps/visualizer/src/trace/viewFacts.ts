import type { InspectorMessage, TraceEvent } from '@meshes-embed/core/inspect';
import { lastStep } from './moment.ts';
import { detailOf, kindLabels, timeText } from './stepText.ts';

/** The embed's view, as an inspector is told of it. */
export type View = Extract<InspectorMessage, { type: 'meshes-inspector:hello' }>['view'];

/** A name and a value to show. */
export type Fact = readonly [name: string, value: string];

/** The step itself. */
export function stepFacts(event: TraceEvent | undefined): readonly Fact[] {
  if (!event) return [];
  const detail = detailOf(event);
  return [
    ['step', `${kindLabels[event.kind]} ${event.name}`],
    ['at', timeText(event.at)],
    ...(detail === '' ? [] : [['more', detail] as const]),
  ];
}

/** The view after a step: as it was told, else as far as the trace tells. */
export function viewFacts(
  state: string,
  view: View | null,
  trace: readonly TraceEvent[],
  position: number,
): readonly Fact[] {
  const facts: Fact[] = [['state', state]];
  if (view) {
    const { status: _status, problem, expiresAt, retryAt, ...rest } = view;
    for (const [name, value] of Object.entries(rest)) if (value !== null) facts.push([name, String(value)]);
    // A page of another release may not tell of each.
    for (const [name, time] of Object.entries({ expiresAt, retryAt }))
      if (typeof time === 'number') facts.push([name, new Date(time).toLocaleTimeString()]);
    if (problem) facts.push(['problem', `${problem.code}: ${problem.message} ${problem.remedy}`]);
    return facts;
  }
  const problem = lastStep(
    trace,
    position,
    ({ kind, name }) => kind === 'problem' || (kind === 'state' && name === 'live'),
  );
  if (problem?.kind === 'problem') facts.push(['problem', problem.name]);
  return facts;
}

/** The machine's memory at a step, as far as the trace tells. */
export function contextFacts(trace: readonly TraceEvent[], position: number): readonly Fact[] {
  const counts = { fetched: 0, refreshed: 0, dropped: 0, failed: 0 };
  let [generation, reason]: (string | number | boolean | null)[] = ['–', '–'];
  for (let at = 0; at <= position && at < trace.length; at++) {
    const { kind, name, data } = trace[at]!;
    if (kind === 'drop') counts.dropped += 1;
    else if (kind === 'problem') counts.failed += 1;
    else if (name === 'fetch-session') counts.fetched += 1;
    else if (name === 'refresh-session') counts.refreshed += 1;
    if (data?.['generation'] !== undefined) generation = data['generation'];
    if (data?.['reason'] !== undefined) reason = data['reason'];
  }
  return [
    ['sessions asked for', String(counts.fetched)],
    ['refreshes', String(counts.refreshed)],
    ['last asked because', String(reason)],
    ['token generation', String(generation)],
    ['problems noted', String(counts.failed)],
    ['messages dropped', String(counts.dropped)],
  ];
}

/** A memory that is known as a whole, one line for each part. */
export function wholeContext(context: Readonly<Record<string, unknown>>): readonly Fact[] {
  return Object.entries(context)
    .filter(([, value]) => typeof value !== 'function')
    .map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null
        ? JSON.stringify(value, (_key, part: unknown) => (part === -Infinity ? '–∞' : part))
        : String(value),
    ]);
}
