import type { ProofPart } from './part.ts';

/** The two machines, explored breadth first and by random walks. */
export const explore: ProofPart = {
  name: 'explore',
  title: 'The two machines explored',
  about: `Breadth first over the host's machine: every state of it, by the events that it knows.`,
  async run(options) {
    const { exploreMachines } = await import('@meshes-embed/proof/explore');
    return exploreMachines(options);
  },
};
