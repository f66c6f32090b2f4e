import { defineConfig } from 'vite';

export default defineConfig({
  // The backend lets this origin frame the embed, and tells the page's own calls by the host's name in them.
  server: { port: 5173, strictPort: true, proxy: { '/api': { target: 'http://127.0.0.1:4001', changeOrigin: false } } },
});
