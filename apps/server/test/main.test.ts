import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startSandbox } from '@meshes-embed/sandbox';
import { expect, test } from 'vitest';

const main = new URL('../src/main.ts', import.meta.url).pathname;

test('serves until SIGTERM', async () => {
  const sandbox = await startSandbox({ apiPort: 0, embedPort: 0 });
  const environment = {
    ...process.env,
    MESHES_BASE_URL: sandbox.apiUrl,
    MESHES_ORGANIZATION_ID: sandbox.organizationId,
    MESHES_ACCESS_KEY: sandbox.accessKey,
    MESHES_SECRET_KEY: sandbox.secretKey,
    MESHES_WORKSPACES: JSON.stringify(sandbox.workspaces),
    PORT: '0',
  };
  const child = spawn(process.execPath, [main], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const url = /http:\S+/.exec(line)?.[0];
  expect((await fetch(`${url}/api/me`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  await sandbox.close();
});

test('says what is missing, and ends', async () => {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const [[line], [code]] = await Promise.all([
    once(createInterface({ input: child.stderr }), 'line'),
    once(child, 'exit'),
  ]);
  expect(line).toContain('Set MESHES_BASE_URL, MESHES_ORGANIZATION_ID');
  expect(code).toBe(1);
});
