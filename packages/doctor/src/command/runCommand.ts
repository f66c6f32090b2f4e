import type { Clock } from '@meshes-embed/node/internal';
import { createDoctor } from '../doctor.ts';
import { jsonReport } from '../report/jsonReport.ts';
import { createRedactor } from '../report/redact.ts';
import { secretsOf } from '../report/secretsOf.ts';
import { createTextReport } from '../report/textReport.ts';
import { runChecks, type CheckResult } from '../runChecks.ts';
import type { DoctorSettings } from '../settings.ts';
import { UsageError } from '../UsageError.ts';
import { helpText } from './helpText.ts';
import { readArguments } from './readArguments.ts';
import { readEnvironment } from './readEnvironment.ts';

/** How the command speaks to whoever called it. */
export interface Terminal {
  /** A line for the output. */
  print(line: string): void;
  /** A line for the errors. */
  complain(line: string): void;
  /** What is being done at the moment, null for nothing; shown where a person looks on. */
  show(doing: string | null): void;
  readonly width: number;
  readonly coloured: boolean;
}

/** What the command runs with. */
export interface CommandMeans {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** Aborts on Ctrl-C. */
  readonly signal: AbortSignal;
}

/**
 * Runs the command. Never rejects.
 *
 * @returns the exit status: 0 nothing found, 1 something found, 2 it could not run or was stopped.
 */
export async function runCommand(args: readonly string[], means: CommandMeans): Promise<number> {
  const { environment, terminal } = means;
  try {
    const given = readArguments(args);
    if (given === null) {
      terminal.print(helpText);
      return 0;
    }
    return await examine({ ...given.settings, ...readEnvironment(environment) }, given.json, means);
  } catch (error) {
    // What an unforeseen error says may hold anything.
    const message =
      error instanceof UsageError
        ? error.message
        : `it failed itself, with ${error instanceof Error ? error.name : 'no error'}`;
    terminal.complain(`meshes-doctor: ${message}`);
    return 2;
  }
}

async function examine(settings: DoctorSettings, json: boolean, means: CommandMeans): Promise<number> {
  const { terminal, signal } = means;
  const { checks, examination } = createDoctor(settings, means);
  const report = createTextReport(checks, terminal.width, terminal.coloured);
  const redactor = createRedactor();
  const print = (text: string) => {
    for (const secret of secretsOf(examination)) redactor.hide(secret);
    terminal.print(redactor.clean(text));
  };

  if (!json) print(report.heading(settings));
  let results: readonly CheckResult[];
  try {
    results = await runChecks(checks, examination, {
      started: (check) => terminal.show(check),
      ended(result) {
        terminal.show(null);
        if (!json) print(report.row(result));
      },
    });
  } finally {
    terminal.show(null);
  }
  print(
    json
      ? jsonReport(settings, results, examination.sessions.counts(), signal.aborted)
      : report.summary(results, signal.aborted),
  );
  if (signal.aborted) return 2;
  return results.some(({ outcome }) => outcome.status === 'failed') ? 1 : 0;
}
