import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeProfileFolder } from '../../src/engines/profileFolder.ts';

/** A folder as a process of this id makes it. */
function leftBy(processId: number): string {
  const folder = join(tmpdir(), `meshes-browser-${processId}-abc123`);
  mkdirSync(join(folder, 'Default'), { recursive: true });
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('what processes left that were killed goes, and what belongs to one that runs stays', async () => {
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  const [left, used] = [leftBy(dead), leftBy(process.ppid)];
  const made = await makeProfileFolder();
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  expect([existsSync(left), existsSync(used), existsSync(made)]).toEqual([false, true, true]);
  expect(basename(made)).toMatch(new RegExp(`^meshes-browser-${process.pid}-`));
});
