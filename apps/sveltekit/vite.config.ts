import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter(),
      // adapter-node takes itself to be behind https, and Kit refuses forms from any other origin: for a production
      // server on plain http, such as on your own machine, the build has to know the origin.
      ...(process.env.APP_ORIGIN && { paths: { origin: process.env.APP_ORIGIN } }),
    }),
  ],
});
