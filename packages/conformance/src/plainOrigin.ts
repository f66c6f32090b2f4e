import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the plain embed is served. */
    embedOrigin: string;
  }
}

/** The origin that the plain embed is served from, in a test that runs with it as its `globalSetup`. */
export const plainEmbedOrigin = (): string => inject('embedOrigin');
