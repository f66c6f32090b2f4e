import { expect } from '@playwright/test';

/** How long anything may take that has to happen by itself. ms */
const patience = 15_000;

/** Checks again and again until the check holds, and fails with what it said last. */
export async function eventually(check: () => Promise<void> | void): Promise<void> {
  await expect(async () => check()).toPass({ intervals: [10, 20, 40, 60, 80, 100], timeout: patience });
}
