import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BreadthFirstResult } from './breadthFirst.ts';
import type { WalksOptions, WalksResult } from './walks.ts';

/** What a worker is asked for. */
export type Task =
  | { readonly kind: 'breadth-first'; readonly maxStates: number; readonly healEvery: number }
  | { readonly kind: 'walks'; readonly options: WalksOptions };

/** What it answers. */
export type ResultOf<Asked extends Task> = Asked extends { readonly kind: 'walks' } ? WalksResult : BreadthFirstResult;

/** A million states wait to be looked at. MB */
const maxHeapMb = 9_000;

/** Runs tasks on every processor, in the order in which they are asked for. */
export function createPool() {
  const idle: Worker[] = Array.from(
    { length: availableParallelism() },
    () => new Worker(new URL('worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } }),
  );
  const all = [...idle];
  const waiting: (() => void)[] = [];

  async function run<Asked extends Task>(task: Asked): Promise<ResultOf<Asked>> {
    if (idle.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    const worker = idle.pop()!;
    try {
      return await new Promise((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.postMessage(task);
      });
    } finally {
      worker.removeAllListeners('message').removeAllListeners('error');
      idle.push(worker);
      waiting.shift()?.();
    }
  }

  return { run, close: () => Promise.all(all.map((worker) => worker.terminate())) };
}
