import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    // The layout engine by itself is more than the usual limit.
    chunkSizeWarningLimit: 2_500,
    // The chart shows the names of the machine's functions.
    rolldownOptions: { output: { keepNames: true } },
  },
});
