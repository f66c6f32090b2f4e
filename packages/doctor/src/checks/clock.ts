import { failed, passed, unknown, type Check } from '../check.ts';

/** The signer dates its JWTs back by as much; beyond, the first try of a process is refused. */
const TOLERABLE_S = 30;

/** This machine's clock against the `Date` of the first answer. */
export const clock: Check = {
  name: 'clock',
  expected: `at most ${TOLERABLE_S} s between the clock of this machine and that of Meshes`,
  needs: ['service'],
  async run({ exchanges }) {
    const dated = exchanges.find(({ date }) => !Number.isNaN(date));
    if (dated === undefined) return unknown('the answer has no Date');
    const seconds = Math.round((dated.date - dated.at) / 1000);
    const off = Math.abs(seconds);
    if (off <= TOLERABLE_S)
      return passed(off <= 1 ? 'within a second of that of Meshes' : `within ${off} s of that of Meshes`);
    return failed('clock-off', `this machine is ${off} s ${seconds > 0 ? 'behind' : 'ahead of'} Meshes`);
  },
};
