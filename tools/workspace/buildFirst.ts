import { runCommand } from './runCommand.ts';

/** Builds the sandbox's embed pages, and whatever else is named, where it is missing or older than its sources; turbo tells. */
export async function buildFirst(...tasks: string[]): Promise<void> {
  const { code, output } = await runCommand('turbo', ['run', 'build:ui', ...tasks, '--output-logs=errors-only'], {
    quiet: true,
  });
  if (code !== 0) throw new Error(`What is served could not be built:\n${output}`);
}
