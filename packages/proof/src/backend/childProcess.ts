import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process of the run. It ends with this one. */
export interface Child {
  readonly process: ChildProcess;
  /** What it said once it served. */
  readonly told: Readonly<Record<string, unknown>>;
  /** Asks it for something, and gives what it says; undefined where it has ended. */
  ask<Result>(question: string): Promise<Result | undefined>;
  /** Ends it at once, as a machine that fails. */
  kill(): Promise<void>;
}

/** Starts a program of `processes/`, and waits until it serves. */
export async function startChild(program: string, settings: object): Promise<Child> {
  const file = fileURLToPath(new URL(`processes/${program}.ts`, import.meta.url));
  const child = fork(file, [JSON.stringify(settings)], { execArgv: ['--expose-gc'] });
  const atExit = (): void => void child.kill('SIGKILL');
  process.once('exit', atExit);
  const exited = once(child, 'exit').then(() => {
    process.off('exit', atExit);
    return undefined;
  });
  const first = (await Promise.race([once(child, 'message'), exited])) as [Record<string, unknown>] | undefined;
  if (!first) throw new Error(`${program} ended before it served; what it printed stands above.`);
  return {
    process: child,
    told: first[0],
    async ask<Result>(question: string) {
      if (!child.connected) return undefined;
      child.send(question);
      const answer = (await Promise.race([once(child, 'message'), exited])) as [Result] | undefined;
      return answer?.[0];
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
