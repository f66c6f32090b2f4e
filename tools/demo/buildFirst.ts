import { runCommand } from '../workspace/runCommand.ts';

/**
 * Builds what the demo serves as files, where it is missing or older than its sources; turbo tells: the sandbox's embed
 * pages, and for the browser specs the sample apps too.
 */
export async function buildFirst({ apps }: { apps: boolean }): Promise<void> {
  const tasks = apps ? ['build:ui', 'build:specs'] : ['build:ui'];
  const { code, output } = await runCommand('turbo', ['run', ...tasks, '--output-logs=errors-only'], { quiet: true });
  if (code !== 0) throw new Error(`What the demo serves could not be built:\n${output}`);
}
