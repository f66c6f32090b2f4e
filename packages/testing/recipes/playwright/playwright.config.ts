import { defineConfig } from '@playwright/test';
import { apiPort, apiUrl, embedPort } from './sandbox.ts';

const appPort = process.env['APP_PORT'] ?? '5173';
/** The key of every sandbox. It opens nothing else. */
const keys = {
  MESHES_ORGANIZATION_ID: '5a4db0c5-0d5e-4f7a-9d3c-6b1f0a2e8c47',
  MESHES_ACCESS_KEY: 'mk_sandbox_development_only_0001',
  MESHES_SECRET_KEY: 'sandbox-development-only-secret-not-for-production-0001',
};

export default defineConfig({
  testMatch: '*.spec.ts',
  // One sandbox: what a test makes go wrong must not reach another one.
  workers: 1,
  use: {
    baseURL: `http://127.0.0.1:${appPort}`,
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'] },
  },
  webServer: [
    {
      // Where a container serves already, that one is used.
      command: `npm exec --no -- meshes-sandbox --api-port ${apiPort} --embed-port ${embedPort}`,
      url: `${apiUrl}/__sandbox/stats`,
      reuseExistingServer: true,
    },
    {
      command: `npm exec --no -- vite --host 127.0.0.1 --port ${appPort} --strictPort`,
      url: `http://127.0.0.1:${appPort}`,
      env: keys,
    },
  ],
});
