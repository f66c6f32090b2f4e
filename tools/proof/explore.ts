import type { ProofPart } from './part.ts';

/** The two machines, explored breadth first and by random walks. */
export const explore: ProofPart = {
  name: 'explore',
  title: 'The two machines explored',
  about: `The host's machine and the embed's, as they run in production, joined by a channel that delays, loses and doubles messages (three
in flight each way); a backend that answers, fails, refuses or hangs; a clock that steps from deadline to deadline, or leaps
while the computer sleeps; a page that goes offline, hides, moves and reloads the iframe; a host and a user who press everything.
Breadth first over abstracted states, which count times by their order and tokens by their age; then random walks. After each step:

- a token is posted to a document that said ready, and to no other; never a dead one, never an older one after a newer one;
- each state that waits has an end; one call at a time; at most 6 launches and 12 refreshes that no one asked for in any ten minutes;
- a step of the user is never refused, and starts a launch; after \`destroy\` nothing is done;
- from a state where all goes well from now on, the embed has its token and is \`live\`, or one press of the button leads there.

What the page does for the machine (its iframes, the handle's bookkeeping) is a model here, of about 100 lines. A rule that is broken is
told by the shortest way there, with a trace for the [visualizer](visualizer.md).`,
  async run(options) {
    const { exploreMachines } = await import('@meshes-embed/proof/explore');
    return exploreMachines({ ...options, say: (text) => console.log(text) });
  },
};
