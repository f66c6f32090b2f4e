import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { causes } from '../../src/diagnostics/index.ts';
import { sayFailedChecks } from '../../src/development/sayFailedChecks.ts';
import type { MeshesEmbed, TraceEvent } from '../../src/index.ts';

type Check = ReturnType<MeshesEmbed['diagnose']>['checks'][number];

const failed = (cause: Check['cause'], rest: Partial<Check> = {}): Check => ({
  code: 'ready-came',
  symptom: 'launch',
  result: 'failed',
  cause,
  evidence: {},
  cured: false,
  ...rest,
});

/** An embed of which only the diagnosis and the status matter. */
function watchedEmbed() {
  const listeners: (() => void)[] = [];
  const state = { checks: [] as Check[], status: 'idle', trace: [] as TraceEvent[] };
  sayFailedChecks({
    diagnose: () => state as never,
    getSnapshot: () => state as never,
    trace: () => state.trace,
    observe: () => () => {},
    subscribe: (listener) => {
      listeners.push(listener);
      return () => {};
    },
  });
  return {
    async becomes(status: string, ...checks: Check[]): Promise<void> {
      Object.assign(state, { status, checks });
      for (const listener of listeners) listener();
      await Promise.resolve();
    },
    notes: (name: string, seen: string) =>
      state.trace.push({ version: 1, index: 0, at: 0, kind: 'problem', name, data: { seen } }),
    finds: (...checks: Check[]) => Object.assign(state, { checks }),
  };
}

const warn = vi.spyOn(console, 'warn');
const said = (): string[] => warn.mock.calls.map(([text]) => String(text));

beforeEach(() => {
  vi.useFakeTimers();
  warn.mockReset().mockReturnValue();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a failed check is said once for each cause, with the code, the remedy and where it is explained', async () => {
  const embed = watchedEmbed();
  await embed.becomes('recovering', failed('ready-missing'));
  await embed.becomes('minting', failed('ready-missing'));
  await embed.becomes('failed', failed('embed-blocked'));
  expect(said()).toEqual([
    expect.stringMatching(/^Meshes embed: ready-missing: /),
    expect.stringMatching(/^Meshes embed: embed-blocked: /),
  ]);
  expect(said()[1]).toContain(causes['embed-blocked'].remedy);
  expect(said()[1]).toMatch(/#embed-blocked$/);
});

test('2.15: the line ends with what was seen: of the problem when it was noted, else what the check was made from', async () => {
  const embed = watchedEmbed();
  embed.notes('session-malformed', 'session_id cannot be used: got undefined among data');
  await embed.becomes('failed', failed('session-malformed', { code: 'session-given', evidence: { status: 'failed' } }));
  await embed.becomes(
    'live',
    failed('height-overruled', { symptom: 'resize', evidence: { applied: 480, shown: 300 } }),
  );
  expect(said()[0]).toMatch(/ Seen: session_id cannot be used: got undefined among data$/);
  expect(said()[1]).toMatch(/ Seen: applied 480, shown 300$/);
});

test('what passed, what is not known, and what was cured is not said', async () => {
  const embed = watchedEmbed();
  await embed.becomes(
    'live',
    failed(null, { result: 'passed' }),
    failed(null, { result: 'unknown' }),
    failed('ready-missing', { result: 'passed', cured: true }),
  );
  expect(said()).toEqual([]);
});

test('what only time tells is looked for once it is live', async () => {
  const embed = watchedEmbed();
  await embed.becomes('live');
  embed.finds(failed('height-missing', { symptom: 'resize' }));
  vi.advanceTimersByTime(5_000);
  expect(said()).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(said()).toEqual([expect.stringContaining('height-missing')]);
});

test('a place that is closed hides its embed on purpose; one without any width does not', async () => {
  const embed = watchedEmbed();
  await embed.becomes('live', failed('container-hidden', { code: 'container-shown', evidence: { shown: false } }));
  expect(said()).toEqual([]);
  await embed.becomes(
    'refreshing',
    failed('container-hidden', { code: 'container-shown', evidence: { shown: true, width: 0 } }),
  );
  expect(said()).toEqual([expect.stringContaining('container-hidden')]);
});
