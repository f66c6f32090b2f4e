import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckResult } from '../checks/check.ts';
import { root } from './paths.ts';
import { runCommand } from './runCommand.ts';

/** The part that is read of the summary that turbo writes with `--summarize`. */
interface TurboSummary {
  tasks: { taskId: string; command: string; task: string; execution?: { exitCode?: number | null } | null }[];
}

const summaries = join(root, '.turbo', 'runs');

/**
 * Runs one task in every package that has it, and goes on past failures. Each package's task counts as one.
 *
 * @param atOnce - how many of them run at a time
 */
export async function runTurbo(
  task: string,
  passedOn: string[] = [],
  environment: Record<string, string | undefined> = {},
  atOnce = 2,
): Promise<CheckResult> {
  rmSync(summaries, { recursive: true, force: true });
  mkdirSync(summaries, { recursive: true });
  const args = [
    'run',
    task,
    '--summarize',
    '--continue=dependencies-successful',
    `--concurrency=${atOnce}`,
    '--output-logs=new-only',
  ];
  const { code } = await runCommand('turbo', passedOn.length > 0 ? [...args, '--', ...passedOn] : args, {
    environment,
  });

  const [file] = readdirSync(summaries);
  if (file === undefined) return { passed: 0, failures: [`turbo could not run ${task}; its message stands above`] };
  const { tasks } = JSON.parse(readFileSync(join(summaries, file), 'utf8')) as TurboSummary;
  // A task that never ran, because one it needs failed, is no success either.
  const ran = tasks.filter((one) => one.command !== '<NONEXISTENT>');
  const failed = ran.filter((one) => one.execution?.exitCode !== 0);
  const failures = failed.map((one) => `${one.taskId} failed; its output stands above`);
  if (code !== 0 && failures.length === 0) failures.push(`turbo run ${task} ended with code ${code}`);
  return {
    passed: ran.filter((one) => one.task === task).length - failed.filter((one) => one.task === task).length,
    failures,
  };
}
