import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareTraces, readTrace, type TraceEvent } from '@meshes-embed/core/inspect';
import { expect, test } from '@playwright/test';
import type { HostScreen } from '../demo/hostScreen.ts';
import { eventually } from '../eventually.ts';

const folder = fileURLToPath(new URL('../../golden', import.meta.url));

/** Where a scenario's trace is recorded. */
function fileOf(scenario: string): string {
  return join(
    folder,
    `${scenario
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')}.json`,
  );
}

/** A document says ready before its load in one run, and after it in another. */
const loaded = 'launching.loaded';
const opening = 'launching.opening';

/** What comes at the browser's own pace: loads of documents, the state after one, and heights while their content is laid out. */
function atItsOwnPace({ kind, name }: TraceEvent): boolean {
  return (kind === 'in' && (name === 'load' || name === 'meshes:resize')) || (kind === 'state' && name === loaded);
}

/** The end of a wait is noticed by its timer, or by what happens first after it: a message of the embed, or the focus that comes back. */
const endOfWait = 'xstate.after.due.embed.recovering';
const otherEnds = ['HEARD', 'WAKE'];

/** A step in the same words, in any order of arrival. */
function inSameWords({ data }: TraceEvent): Pick<TraceEvent, 'data'> {
  if (!data) return {};
  const { from, by } = data;
  const waited = from === 'recovering' && otherEnds.includes(String(by));
  const words = Object.entries(data).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replace(loaded, opening) : value,
  ]);
  return { data: { ...Object.fromEntries(words), ...(waited && { by: endOfWait }) } };
}

/** A trace without what may differ between equal runs: times, and what comes at the browser's own pace. */
function comparable(trace: readonly TraceEvent[]): readonly TraceEvent[] {
  return trace
    .filter((event) => !atItsOwnPace(event))
    .map((event, index) => ({ ...event, ...inSameWords(event), index, at: 0 }));
}

/**
 * The embed took the very steps that are recorded for the scenario, whatever the app and the engine. Prints the first
 * step that differs. With `RECORD_TRACES=yes` it records instead.
 */
export async function expectGoldenTrace(scenario: string, host: HostScreen): Promise<void> {
  const file = fileOf(scenario);
  if (process.env['RECORD_TRACES'] === 'yes') {
    mkdirSync(folder, { recursive: true });
    const lines = comparable(await host.trace()).map((event) => `  ${JSON.stringify(event)}`);
    writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
    return;
  }
  if (!existsSync(file))
    throw new Error(`No trace is recorded for "${scenario}". Record it: see packages/e2e/README.md.`);
  const golden = readTrace(readFileSync(file, 'utf8'));
  test.info().annotations.push({ type: 'steps', description: String(golden.length) });
  // A last message may be on its way still.
  await eventually(async () =>
    expect(
      compareTraces(golden, comparable(await host.trace()))?.text ?? 'equal',
      'the recorded trace (-) and this one (+)',
    ).toBe('equal'),
  );
}
