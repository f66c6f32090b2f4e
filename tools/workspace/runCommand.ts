import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './paths.ts';

/** How to run a command. */
export interface RunOptions {
  /** The folder it runs in. Default: the workspace's. */
  folder?: string;
  /** Variables on top of this process's own; `undefined` takes one away. */
  environment?: Record<string, string | undefined>;
  /** Keep what it prints instead of showing it. */
  quiet?: boolean;
}

/** How a command ended. */
export interface CommandResult {
  /** Its exit code; 1 where a signal ended it. */
  code: number;
  /** What it printed, both streams in the order of arrival. Empty unless `quiet`. */
  output: string;
}

/** The workspace's own commands (turbo, oxlint, …) come before the machine's. */
const path = [join(root, 'node_modules', '.bin'), join(root, 'tools', 'node_modules', '.bin'), process.env.PATH].join(
  delimiter,
);

const running = new Set<ChildProcess>();

/** Runs a command to its end. Resolves whatever its exit code is; rejects where it could not be started. */
export function runCommand(command: string, args: string[], options: RunOptions = {}): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.folder ?? root,
      env: { ...process.env, PATH: path, ...options.environment },
      stdio: options.quiet === true ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    running.add(child);
    let output = '';
    const keep = (chunk: string): void => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => {
      running.delete(child);
      reject(new Error(`${command} could not be started: ${error.message}`, { cause: error }));
    });
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Ends every command that still runs. */
export function stopCommands(): void {
  for (const child of running) child.kill('SIGTERM');
}

/** Ends every command that still runs, and this process, where it is told to end. */
export function stopCommandsAtSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stopCommands();
      process.exit(1);
    });
  }
}
