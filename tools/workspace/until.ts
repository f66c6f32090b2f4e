import { setTimeout as pause } from 'node:timers/promises';

/** How long anything may take that has to happen by itself. ms */
const longest = 15_000;

/** Waits until something is so; rejects, with what was waited for, where it never is. `patience` is in ms. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, patience = longest): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`waited ${patience / 1000} s for ${what}`);
    await pause(10);
  }
}
