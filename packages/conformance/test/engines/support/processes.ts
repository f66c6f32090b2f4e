import { execFileSync } from 'node:child_process';

/** Every process that descends from one, by default from this one; without those that ended already. */
export function descendants(of = process.pid): { id: number; command: string }[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, id, parent, state, command]) => ({ id: Number(id), parent: Number(parent), state: state ?? '', command: command ?? '' }))
    .filter(({ state, command }) => !state.startsWith('Z') && !command.startsWith('ps -A'));
  const below = (parent: number): { id: number; command: string }[] => all.filter((one) => one.parent === parent).flatMap(({ id, command }) => [{ id, command }, ...below(id)]);
  return below(of);
}
