import type { Choice } from './steps.ts';

/** What the readers choose who are played: each backend of the start page, and each framework at least once. */
export const startChoices: readonly Choice[] = [
  { backend: 'next', framework: 'react' },
  { backend: 'sveltekit', framework: 'svelte' },
  { backend: 'nuxt', framework: 'vue' },
  { backend: 'express', framework: 'react' },
  { backend: 'hono', framework: 'element' },
  { backend: 'fastify', framework: 'vue' },
  { backend: 'node', framework: 'svelte' },
];
