import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Builds the embed's pages into `dist/ui`, which the sandbox serves from its embed origin. */
export default defineConfig({
  root: fileURLToPath(new URL('src/ui', import.meta.url)),
  base: '/',
  build: {
    outDir: fileURLToPath(new URL('dist/ui', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // The pages' policy is `script-src 'self'`: nothing may be inlined, and one bundle needs no preloading.
    modulePreload: false,
    assetsInlineLimit: 0,
  },
});
