import { runCommand } from '../workspace/runCommand.ts';

/** Builds the sandbox's embed pages where they are missing or older than their sources; turbo tells. */
export async function buildSandboxUi(): Promise<void> {
  const { code, output } = await runCommand('turbo', ['run', 'build:ui', '--filter=@meshes-embed/sandbox', '--output-logs=errors-only'], { quiet: true });
  if (code !== 0) throw new Error(`The sandbox's embed pages could not be built:\n${output}`);
}
