import { defineConfig } from 'vite';

const backend = process.env['BACKEND_URL'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  // The backend tells a same-origin request by the host's name in it: the proxy leaves that as the browser sent it.
  server: { proxy: { '/api': { target: backend, changeOrigin: false } } },
});
