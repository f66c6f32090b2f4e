import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/**
 * Runs the command in a process group of its own, and ends the whole group once the pipe on stdin closes. The kernel
 * closes it however this process ends, where handlers of signals and of `exit` are not always asked.
 */
const leash = `
exec 4<&0
trap : TERM
(trap : TERM; cat <&4 >/dev/null; kill -TERM 0; sleep 3; kill -KILL 0) &
"$@" </dev/null 4<&-
kill -KILL 0
`;

/** How much is kept of what the command prints, in characters. */
const keptOutput = 4_000;

/** A command that ends, with all that it started, no later than this process does, in whatever way this one ends. */
export class LeashedProcess {
  readonly #shell: ChildProcess;
  readonly #closed: Promise<unknown>;
  #output = '';

  constructor(command: string, args: readonly string[], environment: NodeJS.ProcessEnv) {
    this.#shell = spawn('/bin/sh', ['-c', leash, 'sh', command, ...args], {
      detached: true,
      env: environment,
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    });
    this.#closed = once(this.#shell, 'close');
    for (const stream of [this.#shell.stdout, this.#shell.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        this.#output = (this.#output + chunk).slice(-keptOutput);
      });
    }
    // It may end before us; writing nothing, we need not know of it.
    this.#shell.stdin?.on('error', () => undefined);
  }

  /** The id of the process group. */
  get group(): number | undefined {
    return this.#shell.pid;
  }

  /** The last of what it printed. */
  get output(): string {
    return this.#output.trim();
  }

  /** What it writes to its file descriptor 3. */
  get channel(): Readable {
    return this.#shell.stdio[3] as Readable;
  }

  /** Settles once it and all that it started have ended. */
  get ended(): Promise<unknown> {
    return this.#closed;
  }

  /** Ends it, and waits until it has ended. */
  async stop(): Promise<void> {
    this.#shell.stdin?.end();
    await this.#closed;
  }
}
