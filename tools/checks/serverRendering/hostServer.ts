import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A server of a host that answers. */
export interface HostServer {
  /** The process that was started, which leads a group of its own. */
  readonly pid: number;
  /** The end of what it has printed so far. */
  printed(): string;
  /** Ends it, with whatever it has started itself. */
  stop(): Promise<void>;
}

/** How long a server may take until it answers, on a machine that is busy. Milliseconds */
const patience = 180_000;

/** The last lines of what a command has printed: the ones that tell why it failed. */
export function endOf(output: string): string {
  return output.trim().split('\n').slice(-40).join('\n');
}

function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    // Nothing of it is left.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function answersWell(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(patience) }).then(
    (response) => response.ok,
    () => false,
  );
}

/** A framework's command in a host's folder, which finds what the host has installed. */
export function commandPath(folder: string): string {
  return [join(folder, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
}

/**
 * Starts a server and waits until it answers at its address. Rejects, with what it printed, where it ends before or never does.
 *
 * @param isUp - whether it serves. Where left out: whether it answers 200.
 */
export async function startHostServer(
  command: string[],
  folder: string,
  url: string,
  environment: Record<string, string>,
  isUp: () => Promise<boolean> = () => answersWell(url),
): Promise<HostServer> {
  const [file = '', ...args] = command;
  // In a process group of its own: development servers start others, which have to end with them.
  const child = spawn(file, args, {
    cwd: folder,
    env: { ...process.env, PATH: commandPath(folder), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  const keep = (chunk: string): void => {
    output += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const ended = once(child, 'close');
  const atExit = (): void => endGroup(child, 'SIGKILL');
  // Before the folder goes away that it works in.
  process.prependOnceListener('exit', atExit);

  const stop = async (): Promise<void> => {
    endGroup(child, 'SIGTERM');
    const late = setTimeout(() => endGroup(child, 'SIGKILL'), 5_000);
    await ended;
    clearTimeout(late);
    process.off('exit', atExit);
  };

  const deadline = Date.now() + patience;
  while (!(await isUp())) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${command.join(' ')} ended before it served:\n${endOf(output)}`);
    if (Date.now() > deadline) {
      await stop();
      throw new Error(`${command.join(' ')} did not serve within ${patience / 1000} s:\n${endOf(output)}`);
    }
    await pause(100);
  }
  return { pid: child.pid ?? 0, printed: () => endOf(output), stop };
}
