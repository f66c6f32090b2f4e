import { createDoctor, type DoctorEnvironment } from './doctor.ts';
import { readArguments, readEnvironment, helpText } from './readSettings.ts';
import { createTextReport, jsonReport } from './report.ts';
import { UsageError, type DoctorSettings } from './shared/settings.ts';
import type { Terminal } from './terminal.ts';

/** What the command runs in. */
interface CommandEnvironment extends DoctorEnvironment {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
}

/**
 * Runs the command. Never rejects.
 *
 * @returns the exit status: 0 no check failed, 1 a check failed, 2 it could not run or was stopped.
 */
export async function runCommand(args: readonly string[], surroundings: CommandEnvironment): Promise<number> {
  const { environment, terminal } = surroundings;
  try {
    const given = readArguments(args);
    if (given === null) {
      terminal.print(helpText);
      return 0;
    }
    return await examine({ ...given.settings, ...readEnvironment(environment) }, given.json, surroundings);
  } catch (error) {
    // The message of an unforeseen error may hold anything.
    const message =
      error instanceof UsageError
        ? error.message
        : `it failed itself, with ${error instanceof Error ? error.name : 'a value that is not an error'}`;
    terminal.printError(`meshes-doctor: ${message}`);
    return 2;
  }
}

async function examine(settings: DoctorSettings, json: boolean, surroundings: CommandEnvironment): Promise<number> {
  const { terminal, signal } = surroundings;
  const doctor = createDoctor(settings, surroundings);
  const report = createTextReport(doctor.checks, terminal.width, terminal.coloured);
  const print = (text: string) => terminal.print(doctor.redact(text));

  if (!json) print(report.heading(settings));
  const finished = await doctor
    .run({
      started: ({ name }) => terminal.showProgress(name),
      finished(one) {
        terminal.showProgress(null);
        if (!json) print(report.row(one));
      },
    })
    .finally(() => terminal.showProgress(null));
  print(
    json
      ? jsonReport(settings, finished, doctor.sessionCounts(), signal.aborted)
      : report.summary(finished, signal.aborted),
  );
  if (signal.aborted) return 2;
  return finished.some(({ result }) => result.status === 'failed') ? 1 : 0;
}
