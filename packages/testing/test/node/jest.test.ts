import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const recipe = fileURLToPath(new URL('../../recipes/jest', import.meta.url));
const jest = join(dirname(createRequire(import.meta.url).resolve('jest/package.json')), 'bin', 'jest.js');

test.each([
  ['modules', 'jest.config.mjs', ['--experimental-vm-modules']],
  ['translated to CommonJS', 'jest.commonjs.config.mjs', []],
])('3.16: the recipe for Jest runs: %s', async (_, config, nodeOptions) => {
  const { stderr } = await promisify(execFile)(
    process.execPath,
    [...nodeOptions, jest, '--config', config, '--watchman=false', '--runInBand'],
    { cwd: recipe },
  );
  expect(stderr).toContain('Tests:       4 passed, 4 total');
  expect(stderr).not.toContain('not wrapped in act');
});
