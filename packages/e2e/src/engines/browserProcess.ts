import { rm } from 'node:fs/promises';
import { CommandSocket } from './commandSocket.ts';
import { LeashedProcess } from './leashedProcess.ts';
import { pollUntil } from './pollUntil.ts';
import { makeProfileFolder } from './profileFolder.ts';

/** How long a browser may take until it listens, in milliseconds. */
const startTimeout = 60_000;

/** A browser with a profile of its own, that listens to commands. */
export interface BrowserProcess {
  readonly commands: CommandSocket;
  close(): Promise<void>;
}

/**
 * Starts a browser that prints the address at which it takes commands.
 *
 * @param argumentsFor - its arguments, with the new folder of its profile, which may be written to first
 * @param pathOf - the address of the commands, from the one that was printed
 * @throws Error with what it printed where it does not start.
 */
export async function startBrowserProcess(
  binary: string,
  argumentsFor: (profile: string) => Promise<readonly string[]>,
  pathOf: (printed: string) => string = (printed) => printed,
): Promise<BrowserProcess> {
  const profile = await makeProfileFolder();
  const browser = new LeashedProcess(binary, await argumentsFor(profile), process.env);
  let ended = false;
  void browser.ended.then(() => (ended = true));
  const stop = async (): Promise<void> => {
    await browser.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const printed = await pollUntil('The start of the browser', startTimeout, () => {
      if (ended) throw new Error('It ended at once.');
      return Promise.resolve(/listening on (ws:\/\/\S+)/.exec(browser.output)?.[1]);
    });
    const commands = await CommandSocket.open(pathOf(printed));
    return {
      commands,
      async close() {
        commands.close();
        await stop();
      },
    };
  } catch (failure) {
    await stop();
    throw new Error(`${binary} did not start: ${(failure as Error).message} ${browser.output}`, { cause: failure });
  }
}
