import { apps, type AppName } from '../apps.ts';
import { engineNames } from '../engines/startEngine.ts';
import { formatFailures } from './failureTable.ts';
import { formatMatrix } from './matrix.ts';
import type { SpecResult } from './specResult.ts';

/** The matrix of scenario, app and engine, and the table of failures, as far as there are such specs among these. */
export function formatSpecs(specs: readonly SpecResult[]): string {
  const byApp = specs.toSorted(
    (one, other) => apps.indexOf(one.titles[1] as AppName) - apps.indexOf(other.titles[1] as AppName),
  );
  const plays = byApp
    .filter(({ project }) => (engineNames as readonly string[]).includes(project))
    .map(({ project, titles: [scenario = '', app = ''], passed, steps, limit }) => ({
      scenario,
      app,
      engine: project,
      outcome: passed ? (limit === undefined ? ('equal' as const) : ('limit' as const)) : ('failed' as const),
      steps,
      ...(limit !== undefined && { reason: limit }),
    }));
  const failures = byApp
    .filter(({ project }) => project === 'failures')
    .map(({ titles: [failure = '', app = ''], passed }) => ({ failure, app, passed }));
  return [
    ...(plays.length > 0 ? [formatMatrix(plays)] : []),
    ...(failures.length > 0 ? [formatFailures(failures)] : []),
  ].join('\n\n');
}
