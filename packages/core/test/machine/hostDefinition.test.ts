import { expect, test } from 'vitest';
import { getStateNodes } from 'xstate/graph';
import * as hostActions from '../../src/machine/hostActions.ts';
import * as hostGuards from '../../src/machine/hostGuards.ts';
import { hostMachine, frameMachine } from '../../src/machine/index.ts';

/** A function is itself what is done or asked; all else is the name of it. */
type Named = string | { readonly type?: string } | Function | undefined;
const nameOf = (named: Named): string | undefined =>
  typeof named === 'function' ? undefined : typeof named === 'string' ? named : named?.type;

/** Every name that a machine's definition uses, by what it is the name of. */
function namesIn(machine: typeof hostMachine | typeof frameMachine) {
  const used = {
    actions: new Set<string>(),
    guards: new Set<string>(),
    actors: new Set<string>(),
    delays: new Set<string>(),
  };
  const add = (kind: keyof typeof used, ...named: Named[]): void => {
    for (const name of named.map(nameOf)) if (name !== undefined) used[kind].add(name);
  };
  for (const node of [machine.root, ...getStateNodes(machine.root as never)]) {
    add('actions', ...(node.entry as Named[]), ...(node.exit as Named[]));
    for (const { src } of node.invoke)
      if (typeof src === 'string') add('actors', src.startsWith('xstate.') ? undefined : src);
    for (const transitions of node.transitions.values()) {
      for (const { actions, guard } of transitions) {
        add('actions', ...(actions as Named[]));
        add('guards', guard as Named);
      }
    }
    for (const { delay } of node.after) if (typeof delay === 'string') add('delays', delay);
  }
  return used;
}

test.each([
  [
    'embed',
    hostMachine,
    {
      actors: ['fetchSession', 'refreshSession'],
      actions: [
        'showFrame',
        'makeRoom',
        'swapFrame',
        'retreat',
        'dropFrame',
        'removeFrame',
        'postAuth',
        'reportProblem',
        'reportUnresponsive',
        'reportIsolated',
        'reportFailure',
      ],
    },
  ],
  ['frame', frameMachine, { actors: [], actions: ['sayReady', 'requestToken', 'sayExpired', 'sayPage', 'sayHeight'] }],
] as const)(
  '%sMachine names nothing but what is implemented and what its runner is told to provide',
  (_name, machine, provided) => {
    const used = namesIn(machine);
    const implemented = machine.implementations as Readonly<
      Record<keyof typeof used, Readonly<Record<string, unknown>>>
    >;
    const missing = (kind: keyof typeof used): string[] =>
      [...used[kind]].filter((name) => !Object.hasOwn(implemented[kind] ?? {}, name)).sort();
    // Entry actions of delays and of invocations are XState's own.
    const own = missing('actions').filter((name) => !name.startsWith('xstate.'));
    expect(own).toEqual([...provided.actions].sort());
    expect(missing('actors')).toEqual([...provided.actors].sort());
    expect(missing('guards')).toEqual([]);
    expect(missing('delays')).toEqual([]);
  },
);

test('what is implemented is used', () => {
  for (const machine of [hostMachine, frameMachine]) {
    const used = namesIn(machine);
    expect([...Object.keys(machine.implementations.actions)].filter((name) => !used.actions.has(name))).toEqual([]);
    expect([...Object.keys(machine.implementations.guards)].filter((name) => !used.guards.has(name))).toEqual([]);
  }
});

test.each([
  ['action', hostActions],
  ['guard', hostGuards],
])('every %s of the host machine is on its table, under its own name', (_kind, all) => {
  const nodes = [hostMachine.root, ...getStateNodes(hostMachine.root as never)];
  const used = new Set<unknown>(Object.values(hostMachine.implementations.actions));
  for (const { entry, exit, transitions } of nodes) {
    for (const action of [...entry, ...exit]) used.add(action);
    for (const { actions: done, guard } of [...transitions.values()].flat())
      for (const one of [...done, guard]) used.add(one);
  }
  for (const [name, one] of Object.entries<Function>(all))
    expect([name, one.name, used.has(one)]).toEqual([name, name, true]);
});
