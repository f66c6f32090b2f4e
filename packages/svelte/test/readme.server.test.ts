import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const here = join(import.meta.dirname, '..');
// Inside of the package, where the package's name leads to its sources.
const folder = join(here, 'test-results', 'readme');

test(
  'every Svelte block of the README compiles, with right types and without a warning',
  { timeout: 120_000 },
  async () => {
    const blocks = [...readFileSync(join(here, 'README.md'), 'utf8').matchAll(/^```svelte\n(.*?)^```/gms)].map(
      ([, code = '']) => code,
    );
    expect(blocks).toHaveLength(5);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const [index, code] of blocks.entries()) writeFileSync(join(folder, `Block${index + 1}.svelte`), code);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ extends: '../../tsconfig.json', include: ['*.svelte'] }),
    );

    const check = promisify(execFile)(
      'svelte-check',
      ['--workspace', folder, '--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--output', 'human'],
      { cwd: here },
    );
    const { code, stdout } = await check.then(
      (output) => ({ ...output, code: 0 }),
      (error: { code: number; stdout: string }) => error,
    );
    expect(stdout).toContain('found 0 errors and 0 warnings');
    expect(code).toBe(0);
  },
);
