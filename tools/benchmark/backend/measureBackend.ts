import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../workspace/paths.ts';
import type { Race } from './raceProcess.ts';
import type { RacerName } from './racers.ts';

/** A ratio to the plain client, and what it is to be. */
export interface Ratio {
  title: string;
  value: number;
  /** In words, as it is printed; missing where it is only for the eye. */
  target?: string;
  met?: boolean;
}

function start(file: string, ...args: string[]): ChildProcess {
  return fork(join(root, 'tools', 'benchmark', 'backend', file), args, { stdio: 'inherit' });
}

async function told<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`it ended with code ${code}`)));
  ended.catch(() => {});
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [T];
  return message;
}

/**
 * The client, and the handler on top of it, against a plain client that signs each call with jose and fetches: all of
 * them ask a Meshes that answers at once, which is the hardest for what they add themselves.
 */
export async function measureBackend(): Promise<Ratio[]> {
  const meshes = start('quickMeshes.ts');
  try {
    const address = await told<string>(meshes);
    const { single, together, processor } = await told<Race>(start('raceProcess.ts', address, 'race'));
    const peak = async (name: RacerName): Promise<number> => told<number>(start('raceProcess.ts', address, name));
    const memory = { plain: await peak('plain'), client: await peak('client') };

    const atMost = (title: string, value: number, most: number): Ratio => ({
      title,
      value,
      target: `at most ${most.toFixed(2)}`,
      met: value <= most,
    });
    const throughput = together.plain / together.client;
    return [
      { title: 'the floor: a fetch whose JWT is ready, a mint, median', value: single.bare / single.plain },
      { title: 'the floor: the same, throughput, 32 at once', value: together.plain / together.bare },
      atMost('client, a mint, median', single.client / single.plain, 0.7),
      {
        title: 'client, throughput, 32 at once',
        value: throughput,
        target: 'at least 1.50',
        met: throughput >= 1.5,
      },
      { title: 'client, time of the processor for a mint, 32 at once', value: processor.client / processor.plain },
      atMost('client, peak memory of 10,000 mints', memory.client / memory.plain, 1),
      atMost('handler, its own part of a mint, of the client', (single.handler - single.client) / single.client, 0.15),
    ];
  } finally {
    meshes.disconnect();
  }
}
