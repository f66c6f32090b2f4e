import { ensureBrowser } from '../browsers.ts';
import { buildFirst } from '../workspace/buildFirst.ts';
import type { ProofPart } from './part.ts';

/** A day with five embeds in a browser whose time is played. */
export const day: ProofPart = {
  name: 'day',
  title: 'A simulated day in a browser',
  about: `Chromium with a page of five embeds, their sessions from the real handler and the sandbox, tokens of 300 s. The time of the page, of its
frames and of the backend is played: no one waits. The machine sleeps for minutes and for hours, the network goes ten times, for less than a
token's rest, and the wall clock is set forth and back.

An interruption is an embed that leaves \`live\` and \`refreshing\`, or a problem on screen. An embed asks for a newer token once 80 % of its
token's life are over: the least number of refreshes is one for each such ask, at once, or as soon as the machine is awake and the network there.
Heap and listeners are read after garbage collection, at half of the day and at its end. Before the day each embed is refreshed until its trace is
as full as it gets, 1,000 steps.`,
  async run({ seed, short, share }) {
    const { proveDay } = await import('@meshes-embed/proof/day');
    await buildFirst();
    const executablePath = await ensureBrowser('chromium');
    return proveDay({ seed, hours: short ? 2 : 24 * share, executablePath, say: (text) => console.log(text) });
  },
};
