import { expect, test } from 'vitest';
import { findAll } from './openRoots.ts';
import type { PlainBackend } from './plainBackend.ts';
import { until } from './until.ts';
import { waysOfLeaving, type LeavingPlays } from './waysOfLeaving.ts';

/** Waits until one embed is live in the page. */
export async function oneLive(): Promise<void> {
  await until(() =>
    expect(findAll('[data-meshes-status]', document.body).map(({ dataset }) => dataset['meshesStatus'])).toEqual([
      'live',
    ]),
  );
}

/**
 * Plays every way in which a framework takes an embed out, and looks whether the next one is the same document.
 *
 * @param backend - the one of the running test, which its embeds ask
 */
export function playLeaving<Framework extends keyof typeof waysOfLeaving>(
  framework: Framework,
  backend: () => PlainBackend,
  plays: LeavingPlays<Framework>,
): void {
  test.each(Object.entries(waysOfLeaving[framework]))('with keepAlive, %s: %s', async (way, becomes) => {
    await (plays as Readonly<Record<string, () => Promise<void>>>)[way]!();
    await oneLive();
    expect(backend().launches.length).toBe(becomes === 'launched again' ? 2 : 1);
  });
}
