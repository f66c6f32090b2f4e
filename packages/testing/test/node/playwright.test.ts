import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const recipe = fileURLToPath(new URL('../../recipes/playwright', import.meta.url));
const playwright = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

test('the recipe for Playwright runs against the sandbox', async () => {
  const [SANDBOX_API_PORT, SANDBOX_EMBED_PORT, APP_PORT] = await Promise.all([freePort(), freePort(), freePort()]);
  const { VITEST: _, NODE_ENV: __, ...environment } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [playwright, 'test', '--reporter=line'], {
    cwd: recipe,
    env: {
      ...environment,
      CI: '1',
      SANDBOX_API_PORT,
      SANDBOX_EMBED_PORT,
      APP_PORT,
      ...(chromiumLaunch.executablePath !== undefined && { CHROMIUM_PATH: chromiumLaunch.executablePath }),
    },
  }).catch((error: { readonly stdout: string; readonly stderr: string }) => {
    throw new Error(`${error.stdout}\n${error.stderr}`);
  });
  expect(stdout).toContain('2 passed');
});
