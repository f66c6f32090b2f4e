import type { FakeMeshesOptions } from './fakeMeshesOptions.ts';
import { nextFrame } from './time/nextFrame.ts';
import { waitUntil } from './time/waitUntil.ts';

/** How the fake takes its steps. */
export interface Steps {
  /** Takes one, within the test's `act`; resolves when all that needs no time has followed from it, and a frame was drawn. */
  run(step: () => void | Promise<void>): Promise<void>;
  /** Waits within a step. @throws FakeMeshesError `timeout` */
  until(holds: () => boolean, what: () => string): Promise<void>;
}

/** Makes the steps, as the options say. */
export function createSteps({ act, advanceTimers, timeout = 1000 }: FakeMeshesOptions): Steps {
  return {
    async run(step) {
      const whole = async (): Promise<void> => {
        await step();
        await nextFrame(window, advanceTimers);
      };
      await (act ? act(whole) : whole());
    },
    until: (holds, what) => waitUntil(holds, { what, timeout, advanceTimers }),
  };
}
