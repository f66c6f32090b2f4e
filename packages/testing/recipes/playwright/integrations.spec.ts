import { expect, test } from '@playwright/test';
import { control } from './sandbox.ts';

test.beforeEach(() => control('POST', 'reset'));

test('a customer sees the rules of the workspace', async ({ page }) => {
  await page.goto('/');
  const embed = page.frameLocator('iframe');
  await embed.getByRole('link', { name: 'Rules' }).click();
  await expect(embed.getByRole('heading', { name: 'Rules', level: 1 })).toBeVisible();
});

test('an outage of the backend is told, and got over', async ({ page }) => {
  await control('POST', 'faults', { fault: 'mint-status', status: 503 });
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Try now' })).toBeVisible();
  await control('DELETE', 'faults');
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
});
