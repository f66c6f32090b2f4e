import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    outDir: 'dist/client',
    rolldownOptions: { input: 'src/client.js', output: { entryFileNames: 'client.js' } },
  },
});
