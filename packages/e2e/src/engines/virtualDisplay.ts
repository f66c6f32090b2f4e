import { once } from 'node:events';
import { LeashedProcess } from './leashedProcess.ts';

/** An X server that no one sees. */
export interface VirtualDisplay {
  /** For the variable `DISPLAY`. */
  readonly name: string;
  close(): Promise<void>;
}

/**
 * Starts Xvfb on the first display that is free. It chooses the number itself, which `xvfb-run -a` guesses.
 *
 * @throws Error with what Xvfb printed where it does not start.
 */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  const server = new LeashedProcess(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
    process.env,
  );
  const [number] = await Promise.race([once(server.channel.setEncoding('utf8'), 'data'), server.ended.then(() => [])]);
  if (number === undefined) throw new Error(`Xvfb did not start. ${server.output}`);
  return { name: `:${String(number).trim()}`, close: () => server.stop() };
}
