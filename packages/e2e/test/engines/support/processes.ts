import { execFileSync } from 'node:child_process';

/** A process of this machine. */
export interface RunningProcess {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

/** All processes but those that ended and were not yet asked how. */
function all(): RunningProcess[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+([^Z\s]\S*)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, id, parent, , command = '']) => ({ id: Number(id), parent: Number(parent), command }))
    .filter(({ command }) => !command.startsWith('ps -A'));
}

/** Every process that descends from one, by default from this one. */
export function descendants(of = process.pid): RunningProcess[] {
  const running = all();
  const below = (parent: number): RunningProcess[] =>
    running.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.id)]);
  return below(of);
}

/** Those of the processes that still run. A number may be another process's by now. */
export function stillRunning(processes: readonly RunningProcess[]): RunningProcess[] {
  const running = all();
  return processes.filter(({ id, command }) => running.some((one) => one.id === id && one.command === command));
}
