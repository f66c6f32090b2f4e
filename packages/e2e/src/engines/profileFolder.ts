import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'meshes-browser-';

/**
 * Makes an empty folder for a browser's profile. What is left of processes that were killed goes first: they could not
 * take it away themselves.
 *
 * @returns its path, which holds the id of this process
 */
export async function makeProfileFolder(): Promise<string> {
  const place = tmpdir();
  const left = (await readdir(place)).filter((name) => {
    const [, owner] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? [];
    return owner !== undefined && !isRunning(Number(owner));
  });
  // Another process may take it away at the same time.
  await Promise.allSettled(left.map((name) => rm(join(place, name), { recursive: true, force: true, maxRetries: 5 })));
  return await mkdtemp(join(place, `${prefix}${process.pid}-`));
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // One of another user cannot be told anything, and runs.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
