import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('src/ui/', import.meta.url));

/** Builds the embed's pages, the full and the plain ones, into `dist/ui`, which the sandbox serves from its embed origin. */
export default defineConfig({
  root,
  base: '/',
  build: {
    outDir: fileURLToPath(new URL('dist/ui', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: ['index.html', 'plain.html'].map((page) => `${root}${page}`) },
    // The pages' policy is `script-src 'self'`: nothing may be inlined, and one bundle needs no preloading.
    modulePreload: false,
    assetsInlineLimit: 0,
  },
});
