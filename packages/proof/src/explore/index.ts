import { hostMachine } from '@meshes-embed/core/machine';
import { createPureMachine } from './pureMachine.ts';

const events = ['MOUNT', 'UNMOUNT', 'READY', 'REFRESH', 'HEARD', 'LOST', 'WAKE', 'TOKEN_REFRESH', 'DESTROY', 'BROKEN'];

/** The states of the host's machine that its plainest events lead to. */
export async function exploreMachines({ short }: { readonly short: boolean }): Promise<{
  figures: { name: string; value: string; target: string; holds: boolean }[];
}> {
  const clock = { now: 0 };
  const input = {
    now: () => clock.now,
    random: () => 0.5,
    page: 'dashboard',
    hostOrigin: 'https://host.example',
    minHeight: 480,
    maxHeight: 20_000,
    readyTimeout: () => 15_000,
  };
  const machine = createPureMachine(hostMachine, input, clock);
  const ignore = (): void => {};
  const states = [machine.start(ignore)];
  const known = new Set(states.map(({ snapshot }) => JSON.stringify(snapshot.value)));
  let steps = 0;
  for (const from of states) {
    for (const type of short ? events.slice(0, 3) : events) {
      const next = machine.step(from, { type }, ignore);
      steps += 1;
      const key = JSON.stringify(next.snapshot.value);
      if (known.has(key)) continue;
      known.add(key);
      states.push(next);
    }
  }
  return {
    figures: [
      { name: 'states of the host', value: `${known.size}`, target: 'more than 3', holds: known.size > 3 },
      { name: 'steps', value: `${steps}`, target: 'more than 10', holds: steps > 10 },
    ],
  };
}
