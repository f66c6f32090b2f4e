import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [solid({ ssr: true })],
  build: isSsrBuild
    ? { outDir: 'dist/server' }
    : { outDir: 'dist/client', rolldownOptions: { input: 'src/client.jsx', output: { entryFileNames: 'client.js' } } },
}));
