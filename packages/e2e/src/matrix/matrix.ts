import { driverLimits } from '../engines/driverLimits.ts';

/** How a scenario went in one app and engine. */
export type Outcome = 'equal' | 'failed' | 'limit';

/** One play of a scenario. */
export interface Play {
  readonly scenario: string;
  readonly app: string;
  readonly engine: string;
  readonly outcome: Outcome;
  /** How many steps of the embed were compared. */
  readonly steps: number;
  /** Why the engine cannot play it, where that is so. */
  readonly reason?: string;
}

const marks: Readonly<Record<Outcome, string>> = { equal: '✓', failed: '✗', limit: '–' };

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** The table of all plays, scenario by app by engine, with its legend, its counts, and what engines cannot play. */
export function formatMatrix(plays: readonly Play[]): string {
  const engines = unique(plays.map(({ engine }) => engine));
  const apps = unique(plays.map(({ app }) => app));
  const scenarios = unique(plays.map(({ scenario }) => scenario));
  const outcomes = new Map(plays.map((play) => [[play.scenario, play.app, play.engine].join('\n'), play]));
  const widest = Math.max(...scenarios.map(({ length }) => length), 'scenario'.length);
  const cellWidth = Math.max(...engines.map(({ length }) => length), apps.length) + 2;

  const row = (title: string, steps: string, cells: readonly string[]): string =>
    `${title.padEnd(widest)}  ${steps.padStart(5)}  ${cells.map((cell) => cell.padEnd(cellWidth)).join('')}`.trimEnd();
  const rows = scenarios.map((scenario) => {
    const cells = engines.map((engine) =>
      apps.map((app) => marks[outcomes.get([scenario, app, engine].join('\n'))?.outcome ?? 'failed']).join(''),
    );
    const steps = Math.max(...plays.filter((play) => play.scenario === scenario).map((play) => play.steps));
    return row(scenario, String(steps), cells);
  });

  const count = (outcome: Outcome, engine: string): number =>
    plays.filter((play) => play.outcome === outcome && play.engine === engine).length;
  const totals = engines.map((engine) => String(count('equal', engine)));
  const limits = unique(
    plays.flatMap(({ outcome, engine, scenario, reason }) =>
      outcome === 'limit' ? [`  ${engine}: ${scenario}: ${reason ?? ''}`] : [],
    ),
  );
  const equal = plays.filter(({ outcome }) => outcome === 'equal').length;
  return [
    row('scenario', 'steps', engines),
    ...rows,
    row('equal', '', totals),
    '',
    `In each cell, by app: ${apps.join(', ')}. ✓ the recorded trace, step by step · ✗ not · – the engine cannot play it.`,
    `${scenarios.length} scenarios × ${apps.length} apps × ${engines.length} engines: ${equal} of ${plays.length} plays equal.`,
    limits.length === 0 ? 'Every engine can play every scenario.' : `What engines cannot play:\n${limits.join('\n')}`,
    'What their drivers cannot do, and so no scenario asks for:',
    ...driverLimits
      .filter(({ engine }) => engines.includes(engine))
      .map(({ engine, feature, why }) => `  ${engine}: ${feature}. ${why}`),
  ].join('\n');
}
