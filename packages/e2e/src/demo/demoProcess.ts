import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DemoAddresses } from '@meshes-embed/app-demo';

export type { DemoAddresses };

/** The demo as a process of its own. */
export interface DemoProcess {
  readonly addresses: DemoAddresses;
  /** Ends it; resolves when nothing is left of it. */
  stop(): Promise<void>;
}

const command = fileURLToPath(new URL('builtDemo.ts', import.meta.url));

/**
 * Starts the demo on free ports.
 *
 * @throws Error when it ends before it serves, with what it printed.
 */
export async function startDemoProcess(): Promise<DemoProcess> {
  const child = spawn(process.execPath, [command], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const ended = once(child, 'exit');
  const line = once(createInterface({ input: child.stdout }), 'line');
  const failed = ended.then(([code]) => {
    throw new Error(`The demo ended with code ${code} before it served.\n${complaints}`);
  });
  const [addresses] = await Promise.race([line, failed]);
  failed.catch(() => {});
  return {
    addresses: JSON.parse(addresses as string) as DemoAddresses,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
