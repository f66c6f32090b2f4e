import { expect, test } from '../../src/demo/demoTest.ts';
import { testIds } from '../../src/screen/testIds.ts';

test('the iframe has a title, and the container says when it is busy', async ({ host }) => {
  await host.open();
  await expect(host.container).toHaveAttribute('aria-busy', 'true');
  await expect(host.iframe).toHaveAttribute('title', /\S/);
  await host.expectStatus('live');
  await expect(host.container).toHaveAttribute('aria-busy', 'false');
});

test('loading is a status, and goes', async ({ host, page }) => {
  let answer = (): void => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/meshes/sessions', async (route) => {
    await held;
    await route.continue();
  });
  await host.open();
  const status = page.getByRole('status').filter({ hasText: /\S/ });
  await expect(status).toHaveText(/loading/i);
  answer();
  await host.expectStatus('live');
  await expect(status).toHaveCount(0);
});

test.describe('where it fails', () => {
  test.use({ tolerated: /Failed to load resource/ });

  test('the problem is an alert with a real button, which the keyboard reaches, and the focus stays inside', async ({ host, page }) => {
    await page.route('**/api/meshes/sessions', (route) => route.fulfill({ status: 403 }), { times: 1 });
    await host.open();
    await host.expectStatus('failed');
    const alert = page.getByRole('alert');
    await expect(alert).toBeVisible();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    const retry = alert.getByRole('button');
    await expect(retry).toHaveText(/\S/);
    await page.getByTestId(testIds.pages.events).focus();
    await page.keyboard.press('Tab');
    await expect(retry).toBeFocused();
    await page.keyboard.press('Enter');
    await host.expectStatus('live');
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });

  test('the focus that was inside of the embed is there again after a fresh launch', async ({ host, page, sandbox }) => {
    await host.openLive();
    await host.iframe.focus();
    await sandbox.addFault({ fault: 'reload-frame', times: 1 });
    await sandbox.expectStats({ authsReceived: 2 });
    await host.expectStatus('live');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
  });
});

test('a fresh launch leaves the focus where it is', async ({ host, page }) => {
  await host.openLive();
  const button = page.getByTestId(testIds.relaunch);
  await button.focus();
  const first = await host.sessionId();
  await page.keyboard.press('Enter');
  await expect(host.fact('session')).not.toHaveText(first);
  await host.expectStatus('live');
  await expect(button).toBeFocused();
});

test('nothing of ours moves', async ({ host, page }) => {
  await host.openLive();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  expect(await host.iframe.evaluate((iframe) => getComputedStyle(iframe).transitionDuration)).toBe('0s');
});
