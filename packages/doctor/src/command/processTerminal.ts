import type { WriteStream } from 'node:tty';
import type { Terminal } from './runCommand.ts';

/** Wider lines are hard to read. */
const WIDEST = 100;
const WITHOUT_TERMINAL = 80;

/** The streams of a process, each of which may be a terminal or not. */
export interface ProcessStreams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/**
 * The terminal of this process. Colours where the output is a terminal that has some, and where `NO_COLOR` does not
 * forbid them; what is being done at the moment only where the errors go to a terminal.
 */
export function processTerminal({ stdout, stderr }: ProcessStreams): Terminal {
  return {
    print: (line) => void stdout.write(`${line}\n`),
    complain: (line) => void stderr.write(`${line}\n`),
    show(doing) {
      // The line is wiped before anything else stands there.
      if (stderr.isTTY) stderr.write(doing === null ? '\r\x1b[2K' : `\r\x1b[2K…        ${doing}`);
    },
    width: stdout.isTTY ? Math.min(stdout.columns || WITHOUT_TERMINAL, WIDEST) : WITHOUT_TERMINAL,
    coloured: stdout.isTTY && hasColours(stdout as WriteStream),
  };
}

/** Node reads `NO_COLOR`, `FORCE_COLOR` and `TERM` for this. */
function hasColours(stdout: WriteStream): boolean {
  return stdout.hasColors();
}
