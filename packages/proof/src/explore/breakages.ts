import { hostMachine } from '@meshes-embed/core/machine';
import { assign, createMachine, type AnyStateMachine } from 'xstate';

/** A way to break the host's machine, which the explorer has to find. */
export interface Breakage {
  readonly name: string;
  /** What the rule that it breaks is called, or part of it. */
  readonly rule: RegExp;
  readonly machine: AnyStateMachine;
}

/** A part of a machine's configuration, as it is changed here. */
// oxlint-disable-next-line typescript/no-explicit-any -- the configuration is changed by its paths, whose types are deep unions
type Config = any;

/** The name of a function or of an object in the table. */
const nameOf = (what: unknown): unknown =>
  typeof what === 'function' ? what.name : ((what as { type?: string } | null)?.type ?? what);

function copyOf<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)])) as Value;
}

/** Puts something else where a guard or an action of that name is, everywhere. */
function replaced(value: unknown, name: string, by: unknown): unknown {
  if (nameOf(value) === name && typeof value !== 'object') return by;
  if (Array.isArray(value)) return value.map((part) => replaced(part, name, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaced(part, name, by)]));
}

function broken(change: (config: Config) => Config | void): AnyStateMachine {
  const config: Config = copyOf(hostMachine.config);
  return createMachine((change(config) as Config) ?? config, hostMachine.implementations as never);
}
const without = (name: string): AnyStateMachine => broken((config) => replaced(config, name, assign({})));
const always = (name: string): AnyStateMachine => broken((config) => replaced(config, name, () => true));

/** One for each thing that is promised, and some of what was mended once. */
export const breakages: readonly Breakage[] = [
  {
    name: 'a token is posted before ready',
    rule: /before any ready/,
    machine: broken(({ states: { launching } }) => {
      launching.states.loaded.entry = [launching.states.loaded.entry, 'postAuth'].flat();
    }),
  },
  {
    name: 'a token is posted to a document that was reloaded',
    rule: /has not said ready/,
    machine: without('markUnready'),
  },
  { name: 'an older token is kept after a refresh', rule: /was not taken/, machine: without('takeToken') },
  {
    name: 'an older token is posted after a newer one',
    rule: /older token/,
    machine: broken((config) => {
      config.on.REFRESH = { actions: assign({ before: ({ context }: Config) => context.session }) };
      config.states.live.on.REFRESH.actions = [
        config.states.live.on.REFRESH.actions,
        assign({ before: ({ context }: Config) => context.session }),
      ].flat();
      config.states.live.on.NAVIGATE = {
        actions: [assign({ session: ({ context }: Config) => context.before ?? context.session }), 'postAuth'],
      };
    }),
  },
  { name: 'a token is posted after its end', rule: /after its end/, machine: always('tokenAlive') },
  {
    name: 'a ready is not answered',
    rule: /not answered/,
    machine: broken(({ states: { live } }) => void delete live.on.READY),
  },
  {
    name: 'launches without a limit',
    rule: /^(in a healthy world: )?fetch: one more than 6/,
    machine: always('recoveriesLeft'),
  },
  {
    name: 'refreshes without a limit',
    rule: /^(in a healthy world: )?refresh: one more than 12/,
    machine: always('refreshesLeft'),
  },
  {
    name: 'a wait without an end',
    rule: /nothing is left to wait for|nothing goes on/,
    machine: broken(({ states: { launching } }) => {
      delete launching.states.loaded.after;
      delete launching.after;
    }),
  },
  {
    name: 'a button that does nothing',
    rule: /launched nothing|after a press/,
    machine: broken(({ states: { failed } }) => {
      failed.on = { RELAUNCH: {} };
    }),
  },
  {
    name: 'a limit that refuses the user',
    rule: /launched nothing/,
    machine: broken((config) => {
      const [loops, launches] = config.on.RELAUNCH;
      config.on.RELAUNCH = [
        loops,
        { ...launches, guard: ({ context }: Config) => context.recoveries.length < 5 },
        { target: '.recovering' },
      ];
    }),
  },
  {
    name: 'something is done after destroy',
    rule: /destroy/,
    machine: broken(({ states: { closed } }) => void delete closed.type),
  },
  {
    name: 'it goes on after it was taken out',
    rule: /launched nothing|after a press/,
    machine: broken(({ states: { minting } }) => {
      delete minting.states.takenOut.on.DEADLINE;
      delete minting.states.takenOut.on.CALL_BLOCKED;
    }),
  },
  {
    name: 'it stays hidden where it is put back',
    rule: /taken for hidden/,
    machine: broken(({ states: { minting } }) => {
      minting.states.takenOut.entry = minting.states.takenOut.entry.filter((one: unknown) => nameOf(one) !== 'show');
    }),
  },
];
