import type { WriteStream } from 'node:tty';

/** Where the command prints. */
export interface Terminal {
  /** Prints a line of output. */
  print(line: string): void;
  /** Prints a line of errors. */
  printError(line: string): void;
  /** Shows what is being done at the moment, or nothing for null. Only where a person is watching. */
  showProgress(activity: string | null): void;
  /** In characters. */
  readonly width: number;
  readonly coloured: boolean;
}

/** Wider lines are hard to read. */
const maxWidth = 100;
const widthWithoutTerminal = 80;

/** The streams of a process, each of which may be a terminal or not. */
interface ProcessStreams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/**
 * The terminal of a process. It has colours where the output is a terminal with colours and `NO_COLOR` does not forbid
 * them. It shows progress only where errors go to a terminal.
 */
export function processTerminal({ stdout, stderr }: ProcessStreams): Terminal {
  return {
    print: (line) => void stdout.write(`${line}\n`),
    printError: (line) => void stderr.write(`${line}\n`),
    showProgress(activity) {
      // The line is wiped before anything else is printed there.
      if (stderr.isTTY) stderr.write(activity === null ? '\r\x1b[2K' : `\r\x1b[2K…        ${activity}`);
    },
    width: stdout.isTTY ? Math.min(stdout.columns || widthWithoutTerminal, maxWidth) : widthWithoutTerminal,
    coloured: stdout.isTTY && hasColours(stdout),
  };
}

/** Node reads `NO_COLOR`, `FORCE_COLOR` and `TERM` for this. */
function hasColours(stdout: WriteStream): boolean {
  return stdout.hasColors();
}
