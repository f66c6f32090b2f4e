import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // The layout engine alone is more than the usual limit.
  build: { chunkSizeWarningLimit: 2_500 },
});
