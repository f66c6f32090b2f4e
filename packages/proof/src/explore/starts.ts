import { moveNamed, moves } from './moves.ts';
import { createRandom } from './random.ts';
import { take } from './rules.ts';
import type { Stage } from './stage.ts';
import { stateOf, type World } from './world.ts';

/** Lets moves happen by their names, and keeps them as a path. */
function createScript(stage: Stage) {
  const path: number[] = [];
  const random = createRandom(0);
  let world: World = stage.start();
  const script = {
    path,
    state: (): string => stateOf(world.host),
    world: (): World => world,
    /** @throws Error where one cannot happen: the script is then out of date. */
    happen(...names: readonly string[]): void {
      for (const name of names) {
        const next = take(world, moveNamed(name), stage, random);
        if (!next) throw new Error(`"${name}" cannot happen in ${script.state()}, step ${path.length}`);
        world = next;
        path.push(moveNamed(name));
      }
    },
    /** Time goes by until the host asks the backend. */
    untilCall(): void {
      for (let timers = 0; !world.call && timers < 30; timers++) script.happen('the next timer is up');
    },
    /** The embed says ready, has its token, and says something more. */
    ready(): void {
      script.happen('the document says ready, and loads', 'the host takes a message', 'the host takes a message');
      while (world.current!.toFrame.length > 0) script.happen('the embed takes a token');
      script.happen('the user goes to another page in the embed', 'the host takes a message');
    },
    launch(): void {
      script.untilCall();
      script.happen('the backend answers');
      script.ready();
    },
  };
  return script;
}

type Script = ReturnType<typeof createScript>;

/** Far ends that breadth first would not come to: what they are is in their names. */
const scripts: Readonly<Record<string, (script: Script) => void>> = {
  'not mounted': () => {},
  live(script) {
    script.happen('the host mounts it');
    script.launch();
  },
  'another page on its way, behind an embed in use'(script) {
    scripts['live']!(script);
    script.happen('the host wants another page', 'the backend answers');
  },
  'live, and one unattended launch is left'(script) {
    scripts['live']!(script);
    for (let launch = 0; launch < 5; launch++) {
      // Live for so long, a launch has succeeded.
      script.happen('the computer sleeps for a minute', 'the iframe is taken out');
      script.launch();
    }
    script.happen('the computer sleeps for a minute');
  },
  'live, and one unattended refresh is left'(script) {
    script.happen('the host mounts it');
    script.untilCall();
    script.happen('the backend answers with a token of 20 s');
    script.ready();
    for (let refresh = 0; refresh < 11; refresh++) {
      while (!script.world().call) {
        const { toHost } = script.world().current!;
        script.happen(toHost.length > 0 ? 'the host takes a message' : 'the next timer is up');
      }
      script.happen('the backend answers with a token of 20 s');
      while (script.world().current!.toFrame.length > 0) script.happen('the embed takes a token');
    }
  },
  'the host launched it twenty times'(script) {
    script.happen('the host mounts it');
    for (let launch = 0; launch < 19; launch++) script.happen('the user presses the button');
    script.launch();
  },
};

/** Where breadth first begins, as paths of moves from the very start. */
export function startsOf(stage: Stage): readonly (readonly number[])[] {
  return Object.entries(scripts).map(([name, run]) => {
    const script = createScript(stage);
    try {
      run(script);
    } catch (error) {
      throw new Error(`the start "${name}" cannot be reached`, { cause: error });
    }
    return script.path;
  });
}

/** A path in words. */
export function inWords(path: readonly number[]): readonly string[] {
  return path.map((move) => moves[move]!.name);
}
