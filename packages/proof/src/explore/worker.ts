import { parentPort } from 'node:worker_threads';
import { exploreBreadthFirst } from './breadthFirst.ts';
import type { Task } from './pool.ts';
import { createStage } from './stage.ts';
import { startsOf } from './starts.ts';
import { walkAtRandom } from './walks.ts';

parentPort!.on('message', (task: Task) => {
  if (task.kind === 'walks') return parentPort!.postMessage(walkAtRandom(task.options));
  const stage = createStage({ random: () => 0.5 });
  const { maxStates, healEvery } = task;
  parentPort!.postMessage(exploreBreadthFirst({ stage, maxStates, healEvery, starts: startsOf(stage) }));
});
