import { type CommandResult, runCommand, type RunOptions } from './runCommand.ts';

/** Runs a command and keeps what it prints. @throws Error with the end of that where it fails */
export async function mustRun(command: string, args: string[], options: RunOptions): Promise<CommandResult> {
  const result = await runCommand(command, args, { quiet: true, ...options });
  if (result.code !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${result.output.slice(-6_000)}`);
  return result;
}
